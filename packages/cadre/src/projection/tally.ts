import type { Resolved } from "../resolve/resolved.ts";
import type { Cause, FLOW_MEASURES, STOCK_MEASURES } from "./measures.ts";
import type { Projection } from "./project.ts";

type Derived = "gap" | "vacancyRate" | `cost.${string}` | "agency";
type Counted = Exclude<(typeof STOCK_MEASURES)[number] | (typeof FLOW_MEASURES)[number], Derived>;

/** Totals of one measure by (date or year, pool), row-major. */
export type Tally = Readonly<Record<Counted, Float64Array>>;

/** Adds the engine's cells up to one number a pool and year. */
export function tally(resolved: Resolved, projection: Projection): Tally {
  const { size, years, rates, fte } = resolved;
  const { pools, entries, tenures: K } = size;
  const cells = entries * K;
  const dates = years.length + 1;
  const stock = () => new Float64Array(dates * pools);
  const flow = () => new Float64Array(years.length * pools);
  const [headcount, supply, trainees] = [stock(), stock(), stock()];
  const [leaving, retiring, dying, movesOut, movesIn, churn, personYears] = Array.from({ length: 7 }, flow);

  for (let r = 0; r < dates * pools; r++) {
    const p = r % pools;
    for (let i = 0, c = r * cells; i < entries; i++) {
      let here = 0;
      for (let k = 0; k < K; k++, c++) here += projection.stock[c];
      headcount[r] += here;
      supply[r] += here * fte[(r - p) / pools][p * entries + i];
    }
    supply[r] += projection.works[r];
  }
  resolved.joiners.courses.forEach(({ works }, course) => {
    if (!works) return;
    for (let d = 0; d < dates; d++)
      trainees[d * pools + works.pool] +=
        d === 0 ? projection.traineesAtBase[course] : projection.courses[d - 1][course].trainees;
  });

  for (let y = 0; y < years.length; y++) {
    for (let p = 0; p < pools; p++) {
      const at = (y * pools + p) * cells;
      let [L, left, retired, died] = [0, 0, 0, 0];
      for (let c = 0; c < cells; c++) {
        const lived = projection.personYears[at + c];
        L += lived;
        left += lived * rates[y].leaving[p * cells + c];
        retired += lived * rates[y].retiring[p * cells + c];
        died += lived * rates[y].dying[p * cells + c];
      }
      const r = y * pools + p;
      personYears[r] = L;
      leaving[r] = left;
      retiring[r] = retired;
      dying[r] = died;
    }
    for (const { from, to, hazard } of rates[y].moves) {
      const at = (y * pools + from) * cells;
      let moved = 0;
      for (let c = 0; c < cells; c++) moved += projection.personYears[at + c] * hazard[c];
      if (from === to) churn[y * pools + from] += moved;
      else {
        movesOut[y * pools + from] += moved;
        movesIn[y * pools + to] += moved;
      }
    }
  }
  const { market, wanted, hires, hiredAway, pipeline, returners, training, joiners } = projection;
  const leavers = leaving.map(
    (left, r) => left + retiring[r] + dying[r] + movesOut[r] + churn[r] + hiredAway[r] + training[r],
  );
  return {
    headcount,
    supply,
    demand: withBackfill(resolved.demand, projection.backfill),
    funded: withBackfill(resolved.funded, projection.backfill),
    trainees,
    joiners,
    "joiners.market": market,
    "joiners.hires": hires,
    "joiners.pipeline": pipeline,
    "joiners.returners": returners,
    "joiners.moves": movesIn,
    "joiners.churn": churn,
    "joiners.wanted": wanted,
    leavers,
    "leavers.leaving": leaving,
    "leavers.retiring": retiring,
    "leavers.dying": dying,
    "leavers.moves": movesOut,
    "leavers.hires": hiredAway,
    "leavers.training": training,
    churn,
    personYears,
  };
}

/** Leavers of one cause in one model year, by (sex, age, tenure) of one pool. */
export function leaversByCell(
  resolved: Resolved,
  projection: Projection,
  pool: number,
  cause: Cause,
  year: number,
): Float64Array {
  const { size, rates } = resolved;
  const cells = size.entries * size.tenures;
  const start = (year * size.pools + pool) * cells;
  const lived = projection.personYears.subarray(start, start + cells);
  const out = new Float64Array(cells);
  const add = (hazard: Float64Array, at: number) => {
    for (let c = 0; c < cells; c++) out[c] += lived[c] * hazard[at + c];
  };
  if (cause === "leaving" || cause === "retiring" || cause === "dying") add(rates[year][cause], pool * cells);
  else
    for (const { from, to, hazard } of rates[year].moves)
      if (from === pool && (from === to) === (cause === "churn")) add(hazard, 0);
  return out;
}

/** Posts by (date, pool) with what trainees add. */
function withBackfill(byPool: readonly Float64Array[], backfill: Float64Array): Float64Array {
  return backfill.map((extra, r) => byPool[r % byPool.length][Math.floor(r / byPool.length)] + extra);
}
