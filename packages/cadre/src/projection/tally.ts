import type { Resolved } from "../resolve/resolved.ts";
import type { Cause, FLOW_MEASURES, STOCK_MEASURES } from "./measures.ts";
import type { Projection } from "./project.ts";

type Derived = "gap" | "vacancyRate" | `cost.${string}` | "agency";
type Counted = Exclude<(typeof STOCK_MEASURES)[number] | (typeof FLOW_MEASURES)[number], Derived>;

/** Totals of one measure by (date or year, pool), row-major. */
export type Tally = Readonly<Record<Counted, Float64Array>>;

/** Every measure of a pool and year that the engine's totals give. */
export function tally(resolved: Resolved, projection: Projection): Tally {
  const { years, pools, joiners: plan } = resolved;
  const { totals, market, wanted, hires, hiredAway, pipeline, returners, training, joiners } = projection;
  const { headcount, supply, personYears, leaving, retiring, dying, movesOut, movesIn, churn } = totals;
  const trainees = new Float64Array(headcount.length);
  plan.courses.forEach(({ works }, course) => {
    if (!works) return;
    for (let d = 0; d <= years.length; d++)
      trainees[d * pools.length + works.pool] +=
        d === 0 ? projection.traineesAtBase[course] : projection.courses[d - 1][course].trainees;
  });
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
