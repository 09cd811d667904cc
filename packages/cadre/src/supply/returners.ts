import type { ByCause, ReturningCause } from "../model/causes.ts";
import type { Size } from "./size.ts";

/** People who come back to a pool, ready to be run. */
export interface ReturnerPlan {
  /** The pool that they come back to, and the one that they left. */
  readonly pool: number;
  readonly from: number;
  /** A share of leavers by a cause comes back after whole years… */
  readonly cause?: ReturningCause;
  /** By the model year in which they come back. */
  readonly share: readonly number[];
  readonly delay: number;
  /** …or heads come back each model year, with shares by (sex, age). */
  readonly heads: readonly number[];
  readonly profile: Float64Array;
}

/** Remembers leavers until they come back. */
export class Returners {
  private readonly plans: readonly ReturnerPlan[];
  private readonly size: Size;
  private readonly ages: number;
  /** Leavers by (sex, age) for each plan, the latest year last. */
  private readonly left: Float64Array[][];

  /** `before` gives a base year's leavers by (sex, age) for each plan: the years before the base are taken as like it. */
  constructor(plans: readonly ReturnerPlan[], before: readonly Float64Array[], size: Size, ages: number) {
    this.plans = plans;
    this.size = size;
    this.ages = ages;
    this.left = plans.map((plan, r) => Array.from({ length: plan.delay }, () => before[r]!));
  }

  /** Adds those who come back in one step of a model year to `joiners` by (pool, sex, age). */
  add(year: number, stepsPerYear: number, joiners: Float64Array): void {
    this.plans.forEach((plan, r) => {
      const at = plan.pool * this.size.entries;
      if (!plan.cause) {
        const heads = plan.heads[year]! / stepsPerYear;
        for (let i = 0; i < plan.profile.length; i++) joiners[at + i]! += plan.profile[i]! * heads;
        return;
      }
      const left = this.left[r]![this.left[r]!.length - plan.delay]!;
      const share = plan.share[year]! / stepsPerYear;
      for (let i = 0; i < left.length; i++) joiners[at + laterAge(i, plan.delay, this.ages)]! += left[i]! * share;
    });
  }

  /** Remembers a model year's leavers by (sex, age), one array a plan. */
  remember(leavers: readonly Float64Array[]): void {
    leavers.forEach((heads, r) => {
      if (this.plans[r]!.cause) this.left[r] = [...this.left[r]!.slice(1), heads];
    });
  }
}

/** The (sex, age) entry that someone belongs to some years later; the last age is open. */
export function laterAge(entry: number, years: number, ages: number): number {
  const age = entry % ages;
  return entry - age + Math.min(age + years, ages - 1);
}

/** A year's leavers by (sex, age) whom each plan takes a share of; nobody for heads that come back whoever left. */
export const leaversOf = (
  plans: readonly ReturnerPlan[],
  hazards: ByCause<Float64Array>,
  personYears: Float64Array,
  size: Size,
): Float64Array[] =>
  plans.map(({ from, cause }) => (cause ? leaversByAge(from, hazards[cause], personYears, size) : NOBODY));

const NOBODY = new Float64Array(0);

/** Leavers of a pool by (sex, age): hazards by (pool, sex, age, tenure) times the person-years lived. */
export function leaversByAge(pool: number, hazards: Float64Array, personYears: Float64Array, size: Size): Float64Array {
  const { entries, tenures } = size;
  const out = new Float64Array(entries);
  for (let i = 0, c = pool * entries * tenures; i < entries; i++)
    for (let k = 0; k < tenures; k++, c++) out[i]! += hazards[c]! * personYears[c]!;
  return out;
}
