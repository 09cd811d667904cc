import type { Resolved } from "../resolve/resolved.ts";
import type { Cause, Measure } from "./measures.ts";
import type { Projection } from "./project.ts";

/** Totals of one measure by (date or year, pool), row-major. */
export type Tally = Readonly<Record<Exclude<Measure, "gap" | "vacancyRate">, Float64Array>>;

/** Adds the engine's cells up to one number a pool and year. */
export function tally(resolved: Resolved, projection: Projection): Tally {
  const { size, years, rates, fte, demand, funded } = resolved;
  const { pools, entries, tenures: K } = size;
  const cells = entries * K;
  const dates = years.length + 1;
  const stock = () => new Float64Array(dates * pools);
  const flow = () => new Float64Array(years.length * pools);
  const [headcount, supply] = [stock(), stock()];
  const [leaving, retiring, dying, movesOut, movesIn, churn, personYears, leavers] = Array.from({ length: 8 }, flow);

  for (let d = 0; d < dates; d++)
    for (let p = 0; p < pools; p++) {
      let [heads, full] = [0, 0];
      const from = (d * pools + p) * cells;
      for (let i = 0; i < entries; i++) {
        let here = 0;
        for (let k = 0; k < K; k++) here += projection.stock[from + i * K + k];
        heads += here;
        full += here * fte[p * entries + i];
      }
      headcount[d * pools + p] = heads;
      supply[d * pools + p] = full;
    }

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
  for (let r = 0; r < leavers.length; r++) leavers[r] = leaving[r] + retiring[r] + dying[r] + movesOut[r] + churn[r];
  return {
    headcount,
    supply,
    demand: byDate(demand, dates),
    funded: byDate(funded, dates),
    joiners: projection.joiners,
    "joiners.market": projection.market,
    "joiners.moves": movesIn,
    "joiners.churn": churn,
    leavers,
    "leavers.leaving": leaving,
    "leavers.retiring": retiring,
    "leavers.dying": dying,
    "leavers.moves": movesOut,
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
  const lived = projection.personYears.subarray(
    (year * size.pools + pool) * cells,
    (year * size.pools + pool + 1) * cells,
  );
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

function byDate(byPool: readonly Float64Array[], dates: number): Float64Array {
  const out = new Float64Array(dates * byPool.length);
  byPool.forEach((path, p) => {
    for (let d = 0; d < dates; d++) out[d * byPool.length + p] = path[d];
  });
  return out;
}
