import { CadreError } from "../error/cadre-error.ts";
import { ARRAY, checkArguments, numberFrom, oneOf, only } from "../error/shape.ts";
import { projectInterval } from "./interval.ts";
import type { Survival } from "./survival.ts";

const RATES = only({
  survival: only({ atBirth: ARRAY, byAge: ARRAY }),
  fertility: ARRAY,
  sexRatioAtBirth: numberFrom(0),
  interval: oneOf([1, 5]),
});

/**
 * What a population tends to when its survival and fertility never change and nobody moves: `growth`, the factor by
 * which it grows in each interval; `growthPerYear`, the same as a yearly rate (ln growth ÷ interval); and `structure`,
 * the share of everybody in each (sex, age) group, women first. Worked out by projecting until the shares stay as they are.
 *
 * A population that dies out altogether has growth 0. Throws a `CadreError` when the shares never settle.
 *
 * Method: docs/method/population.md (Preston, Heuveline and Guillot 2001, chapter 7).
 *
 * @example
 * ```ts
 * import { longRunGrowth } from "cadre/population";
 * // All live to the second group, where a woman bears 0.41 children a year; they just replace themselves.
 * longRunGrowth({
 *   survival: { atBirth: Float64Array.of(1), byAge: Float64Array.of(1, 0) },
 *   fertility: Float64Array.of(0, 0.41), sexRatioAtBirth: 1.05, interval: 5,
 * }).growth; // 1
 * ```
 */
export function longRunGrowth(rates: {
  survival: Survival;
  /** Births a woman a year, by age. */
  fertility: Float64Array;
  sexRatioAtBirth: number;
  interval: 1 | 5;
}): { growth: number; growthPerYear: number; structure: Float64Array } {
  checkArguments({ rates }, { rates: RATES });
  const groups = rates.survival.byAge.length;
  const closed = { ...rates, migration: new Float64Array(groups), migrantsAge: "moving" as const };
  let structure = new Float64Array(groups).fill(1 / groups);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { people } = projectInterval(structure, closed);
    const growth = people.reduce((sum, count) => sum + count, 0);
    if (growth === 0) return { growth, growthPerYear: Number.NEGATIVE_INFINITY, structure: people };
    const next = people.map((count) => count / growth);
    const moved = next.reduce((most, share, i) => Math.max(most, Math.abs(share - structure[i]!)), 0);
    structure = next;
    if (moved < SETTLED) return { growth, growthPerYear: Math.log(growth) / rates.interval, structure };
  }
  throw new CadreError({
    code: "never-settles",
    message: "The shares of the age groups never settle, so there is no long-run growth to state.",
    path: "fertility",
    rule: "Fertility and survival lead to one lasting age structure.",
    fix: "Check that women of some age bear children.",
  });
}

/** Shares that move less than this move by little more than rounding. */
const SETTLED = 1e-14;
/** Real populations settle in hundreds of rounds of five years or of single years. */
const MOST_ROUNDS = 20_000;
