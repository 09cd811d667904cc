import type { Coefficients } from "./coefficients.ts";
import type { Kernel } from "./kernel.ts";
import { equalParts } from "./parts.ts";
import { plainKernel } from "./plain-kernel.ts";
import type { Size } from "./size.ts";

/** Of those who would still be there at the end of a step, the largest share that may be taken out of a pool. */
export const LARGEST_SHARE = 0.95;

/**
 * People taken out of pools during one step (hired by other pools, or leaving to train), spread evenly over it. They
 * are taken in proportion to those who would still be there at its end, so that nobody is taken twice and no cell falls
 * below zero.
 */
export class Removal {
  /** By pool, then (sex, age, tenure). */
  readonly heads: readonly Float64Array[];
  /** Pools that people were taken out of since the last clearing. */
  readonly pools = new Set<number>();
  private readonly size: Size;
  private readonly free: Float64Array;
  private readonly byEntry: Float64Array;

  /** Makes heads whole, when careers are left to chance. */
  whole: ((heads: number) => number) | undefined;

  /** The kernel's memory holds it when hires of the same step are reckoned on it. */
  constructor(size: Size, kernel: Kernel = plainKernel) {
    const cells = size.entries * size.tenures;
    this.size = size;
    this.heads = equalParts(kernel.array(size.pools * cells), size.pools);
    this.free = new Float64Array(cells);
    this.byEntry = new Float64Array(size.entries);
  }

  clear(): void {
    for (const pool of this.pools) this.heads[pool]!.fill(0);
    this.pools.clear();
  }

  /**
   * Takes `wanted` heads out of a pool, as many as are there, and adds them to `taken` by (sex, age, tenure) when given;
   * `ages` limits it to entries (sex, age) with a 1. Returns how many were taken.
   */
  take(
    pool: number,
    wanted: number,
    stock: Float64Array,
    steps: Coefficients,
    ages?: Uint8Array,
    taken?: Float64Array,
  ): number {
    const { free, byEntry, size } = this;
    const gone = this.heads[pool]!;
    if (wanted <= 0) return 0;
    const { stay, lived } = steps.byPool[pool]!;
    const here = stock.subarray(pool * free.length, (pool + 1) * free.length);
    let there = plainKernel.spare(here, stay, lived, gone, LARGEST_SHARE * steps.delta, free, byEntry);
    if (ages) {
      there = 0;
      for (let c = 0; c < free.length; c++) {
        if (!ages[Math.floor(c / size.tenures)]) free[c] = 0;
        there += free[c]!;
      }
    }
    if (there <= 0) return 0;
    const share = Math.min(1, wanted / there);
    this.pools.add(pool);
    let got = 0;
    for (let c = 0; c < free.length; c++) {
      const heads = this.whole ? Math.min(here[c]! - gone[c]!, this.whole(free[c]! * share)) : free[c]! * share;
      gone[c]! += heads;
      got += heads;
      if (taken) taken[c]! += heads;
    }
    return this.whole ? got : there * share;
  }
}
