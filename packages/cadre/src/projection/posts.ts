import type { Resolved } from "../plan/resolved.ts";
import type { Training } from "../supply/training.ts";

/** What people in training work and need: FTE by pool, beside the posts that demand and the budget give. */
export class Posts {
  private readonly resolved: Resolved;
  private readonly training: Training;
  private readonly works: Float64Array;
  private readonly backfill: Float64Array;
  /** FTE that the stock of each pool has to come to. */
  readonly target: Float64Array;

  constructor(resolved: Resolved, training: Training) {
    const { pools } = resolved.size;
    this.resolved = resolved;
    this.training = training;
    this.works = new Float64Array(pools);
    this.backfill = new Float64Array(pools);
    this.target = new Float64Array(pools);
  }

  /** Works out `target` for when a share of a model year has gone, so many months after the base date. */
  setTarget(year: number, share: number, month: number): void {
    const { works, backfill, target } = this;
    this.training.posts(month, works, backfill);
    for (let p = 0; p < target.length; p++) {
      const path = this.resolved.funded[p]!;
      const posts = path[year]! + (path[year + 1]! - path[year]!) * share;
      target[p] = Math.max(0, posts + backfill[p]! - works[p]!);
    }
  }
}

/** FTE a head by (pool, sex, age) for people who are about to be a year older. */
export function afterBirthdays(fte: Float64Array, ages: number): Float64Array {
  return fte.map((_, i) => fte[i % ages === ages - 1 ? i : i + 1]!);
}
