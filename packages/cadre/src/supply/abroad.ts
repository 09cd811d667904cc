import type { Size } from "./size.ts";

/** People whom a pool recruits abroad. */
export interface AbroadPlan {
  readonly pool: number;
  /** Heads by model year. */
  readonly heads: readonly number[];
  /** Shares by (sex, age). */
  readonly profile: Float64Array;
}

/** Adds those who come from abroad in one step of a model year to `joiners` by (pool, sex, age). */
export function addFromAbroad(
  plans: readonly AbroadPlan[],
  { entries }: Size,
  year: number,
  stepsPerYear: number,
  joiners: Float64Array,
): void {
  for (const { pool, heads, profile } of plans) {
    const coming = heads[year]! / stepsPerYear;
    for (let i = 0, at = pool * entries; i < profile.length; i++, at++) joiners[at]! += profile[i]! * coming;
  }
}
