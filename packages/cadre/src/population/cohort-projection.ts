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
  /** Births a woman a year, by age; as many as there are age groups. */
  readonly fertility: PerInterval<Float64Array>;
  /** Net migrants a year by (sex, age); left out, nobody moves. */
  readonly migration?: PerInterval<Float64Array>;
  /** Whether migrants are counted by their age when they move (the default) or at the end of the interval. */
  readonly migrantsAge?: "moving" | "end";
  /** Boys born for each girl, such as 1.05. */
  readonly sexRatioAtBirth: number;
}
