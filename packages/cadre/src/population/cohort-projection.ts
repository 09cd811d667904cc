import type { Survival } from "./survival.ts";

/** One value for every interval, or a list with one for each; the last of a list carries on. */
export type PerInterval<Value> = Value | readonly Value[];

/** People of a place and what will happen to them; arrays by (sex, age) are flat, women first, the last age open. */
export interface CohortProjection {
  /** Year that the people are counted in. */
  readonly from: number;
  /** Years to project, a whole number of intervals. */
  readonly years: number;
  /** Years of an interval, and years of age in a group. */
  readonly interval: 1 | 5;
  /** People at the start by (sex, age): women and men, or women alone. */
  readonly people: Float64Array;
  readonly survival: PerInterval<Survival>;
  /** How much death rates fall in a year, by (sex, age): 0.015 is 1.5%. Left out, they stay as they are. */
  readonly mortalityImprovement?: PerInterval<Float64Array> | undefined;
  /** Year that `survival` is of, `from` when left out. Up to `from` death rates fall as in the first interval. */
  readonly survivalOf?: number;
  /** Births a woman a year, by age; as many as there are age groups. */
  readonly fertility: PerInterval<Float64Array>;
  /** Net migrants a year by (sex, age); left out, nobody moves. */
  readonly migration?: PerInterval<Float64Array> | undefined;
  /** Net migrants a year beyond `migration`, as a share of the people of each (sex, age) at the start of an interval. */
  readonly moreMigrants?: PerInterval<Float64Array> | undefined;
  /** Whether migrants are counted by their age when they move (the default) or at the end of the interval. */
  readonly migrantsAge?: "moving" | "end";
  /** Boys born for each girl, such as 1.05. */
  readonly sexRatioAtBirth: number;
}

/** The value of one interval. */
export function inInterval<Value>(given: PerInterval<Value>, step: number): Value {
  if (!Array.isArray(given)) return given as Value;
  return given[Math.min(step, given.length - 1)];
}

/** All values given, one or more. */
export function valuesOf<Value>(given: PerInterval<Value>): readonly Value[] {
  return Array.isArray(given) ? given : [given as Value];
}
