import { SCHEDULED_CAUSES } from "../model/causes.ts";
import { equalParts } from "../supply/parts.ts";
import type { YearRates } from "../supply/rates.ts";
import { headsBySexAge } from "../system/staff-by-age.ts";
import type { System } from "../system/types.ts";
import { cellsOf, sexAgesOf } from "../table/axes.ts";
import { headsByTenure } from "./opening.ts";

/** The staff of the base date, as the file has them. */
export interface BaseStaff {
  /** Heads by (sex, age) of each pool. */
  readonly byPool: readonly Float64Array[];
  /** Heads by (pool, sex, age, tenure), of the pools that give their tenure. */
  readonly opening: Float64Array;
}

/** Spreads the headcount of each pool over sexes and ages, thinned by the causes of leaving that follow age. */
export function baseStaff(system: System, { hazards }: YearRates): BaseStaff {
  const { axes } = system;
  const ids = Object.keys(system.pools);
  const pools = Object.values(system.pools);
  const cells = cellsOf(axes);
  const opening = new Float64Array(pools.length * cells);
  const byPool = equalParts(new Float64Array(pools.length * sexAgesOf(axes)), pools.length);
  pools.forEach((pool, p) => {
    const left = new Float64Array(cells);
    for (const cause of SCHEDULED_CAUSES) for (let c = 0; c < cells; c++) left[c]! += hazards[cause][p * cells + c]!;
    byPool[p]!.set(headsBySexAge(pool, axes, left));
    if (pool.tenure) opening.set(headsByTenure(system, ids[p]!, pool.tenure, byPool[p]!), p * cells);
  });
  return { byPool, opening };
}
