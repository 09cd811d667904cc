import { byLeavers, type Cause } from "../model/causes.ts";
import type { AgeMeasure } from "../model/measures.ts";
import type { Resolved } from "../plan/resolved.ts";
import type { Projection } from "./projection.ts";

/** A pool at a reference date, or over a model year; the first of each is 0. */
interface Spot {
  readonly resolved: Resolved;
  readonly projection: Projection;
  readonly pool: number;
  readonly row: number;
}

/** How what is known by sex, age and tenure is read: heads of one pool, row-major. */
const CELL_READERS: Readonly<Record<AgeMeasure, (spot: Spot) => Float64Array>> = {
  headcount: ({ resolved, projection, pool, row }) => part(projection.stock, resolved, row, pool),
  ...byLeavers((cause: Cause) => (spot: Spot) => {
    const { pool, row, resolved, projection } = spot;
    return leaving(spot, [part(projection.rates[row]!.hazards[cause], resolved, 0, pool)]);
  }),
  "leavers.moves": (spot) => withPlanned(spot, leaving(spot, hazardsTo(spot, "other pools"))),
  churn: (spot) => leaving(spot, hazardsTo(spot, "its own pool")),
};

/** Heads of a group's pools by (sex, age, tenure), row-major: in post at a reference date, or leaving over a model year. */
export function cellsOfGroup(
  resolved: Resolved,
  projection: Projection,
  pools: readonly number[],
  measure: AgeMeasure,
  row: number,
): Float64Array {
  const out = new Float64Array(cellsIn(resolved));
  for (const pool of pools) {
    const heads = CELL_READERS[measure]({ resolved, projection, pool, row });
    for (let c = 0; c < out.length; c++) out[c]! += heads[c]!;
  }
  return out;
}

const cellsIn = ({ size }: Resolved): number => size.entries * size.tenures;

/** What one pool has of numbers by (row, pool, sex, age, tenure). */
function part(values: Float64Array, resolved: Resolved, row: number, pool: number): Float64Array {
  const cells = cellsIn(resolved);
  const start = (row * resolved.size.pools + pool) * cells;
  return values.subarray(start, start + cells);
}

/** Leavers of a pool at these hazards. */
function leaving({ resolved, projection, pool, row }: Spot, hazards: readonly Float64Array[]): Float64Array {
  const lived = part(projection.personYears, resolved, row, pool);
  const out = new Float64Array(lived.length);
  for (const hazard of hazards) for (let c = 0; c < out.length; c++) out[c]! += lived[c]! * hazard[c]!;
  return out;
}

/** Adds those who moved as planned in the steps of the year. */
function withPlanned({ resolved, projection, pool, row }: Spot, heads: Float64Array): Float64Array {
  const { stepsPerYear } = resolved;
  for (const { taken } of projection.steps.slice(row * stepsPerYear, (row + 1) * stepsPerYear))
    for (const one of taken)
      if (one.kind === "move" && one.from === pool) for (let c = 0; c < heads.length; c++) heads[c]! += one.heads[c]!;
  return heads;
}

/** Hazards of moving from a pool to others, or, as churn, to another employer of the same pool. */
const hazardsTo = ({ projection, pool, row }: Spot, to: "other pools" | "its own pool"): Float64Array[] =>
  projection.rates[row]!.moves.filter(
    (move) => move.from === pool && (move.to === pool) === (to === "its own pool"),
  ).map(({ hazard }) => hazard);
