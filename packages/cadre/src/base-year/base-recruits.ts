import type { Pool } from "../system/schema/pool.ts";
import { classShares, spreadShares } from "../system/staff-by-age.ts";
import type { System } from "../system/types.ts";
import { type Axes, sexAgesOf } from "../table/axes.ts";
import type { BaseStaff } from "./base-staff.ts";
import { structureHoldingRecruits } from "./recruits.ts";
import { sum } from "./sum.ts";

/** The recruits of the base year that hold each pool's headcount, and its age structure where the file says no ages. */
export class BaseRecruits {
  private readonly axes: Axes;
  private readonly staff: BaseStaff;
  /** Recruits' shares by (sex, age) of the pools whose file gives their ages. */
  private readonly profiles: readonly (Float64Array | undefined)[];
  private readonly closing: Float64Array;

  constructor({ axes, pools }: System, staff: BaseStaff) {
    this.axes = axes;
    this.staff = staff;
    this.profiles = Object.values(pools).map((pool, p) => recruitProfile(pool, axes, staff.byPool[p]!));
    this.closing = new Float64Array(sexAgesOf(axes));
  }

  /**
   * Improves the market recruits of a pool by (sex, age): `now` recruits made the closing `heads` by (sex, age, tenure),
   * `stay` is the share of them still there. Writes better ones to `next`.
   */
  improve(p: number, heads: Float64Array, stay: Float64Array, now: Float64Array, next: Float64Array): void {
    const { axes, closing } = this;
    const staff = this.staff.byPool[p]!;
    const start = sum(staff);
    if (start <= 0) return;
    const K = axes.tenure;
    closing.fill(0);
    for (let i = 0; i < closing.length; i++) for (let k = 0; k < K; k++) closing[i]! += heads[i * K + k]!;
    const profile = this.profiles[p];
    if (profile) {
      let kept = 0;
      for (let i = 0; i < stay.length; i++) kept += profile[i]! * stay[i]!;
      const total = Math.max(0, sum(now) + (start - sum(closing)) / kept);
      for (let i = 0; i < stay.length; i++) next[i] = total * profile[i]!;
    } else {
      for (let i = 0; i < stay.length; i++) closing[i]! -= now[i]! * stay[i]!;
      next.set(structureHoldingRecruits(axes, staff, closing, stay));
    }
  }
}

/** Recruits' shares by (sex, age) when the file gives their ages; undefined when they are to be worked out. */
function recruitProfile(pool: Pool, axes: Axes, bySexAge: Float64Array): Float64Array | undefined {
  const { ages, sex } = pool.recruitment;
  const n = sexAgesOf(axes) / axes.sex.length;
  if (n > 1 && !ages && !sex) return undefined;
  const sexes = classShares(sex ?? pool.sex, axes.sex);
  const byAge = ages ? spreadShares(ages, axes) : undefined;
  return bySexAge.map((heads, i) => {
    const s = Math.floor(i / n);
    const ofSex = sum(bySexAge.subarray(s * n, (s + 1) * n));
    return sexes[s]! * (byAge ? byAge[i % n]! : ofSex > 0 ? heads / ofSex : 1 / n);
  });
}
