import type { Coefficients } from "./coefficients.ts";
import type { MoveRate } from "./rates.ts";
import type { Size } from "./step.ts";

/** Of those who would still be there at the end of a step, the largest share that may be taken out of a pool. */
const LARGEST_SHARE = 0.95;

/**
 * People taken out of pools during one step (hired by other pools, or leaving to train), spread evenly over it, by
 * (pool, sex, age, tenure). They are taken in proportion to those who would still be there at its end, so that nobody
 * is taken twice and no cell falls below nought.
 */
export class Removal {
  readonly heads: Float64Array;
  private readonly size: Size;

  constructor(size: Size) {
    this.size = size;
    this.heads = new Float64Array(size.pools * size.entries * size.tenures);
  }

  clear(): void {
    this.heads.fill(0);
  }

  /** How many can still be taken out of a pool; `ages` limits it to entries (sex, age) with a 1. */
  available(pool: number, stock: Float64Array, steps: Coefficients, ages?: Uint8Array): number {
    let sum = 0;
    this.each(pool, stock, steps, ages, (free) => {
      sum += free;
    });
    return sum;
  }

  /**
   * Takes `wanted` heads out of a pool, as many as are there, and adds them to `taken` by (sex, age, tenure) when given.
   * Returns how many were taken.
   */
  take(
    pool: number,
    wanted: number,
    stock: Float64Array,
    steps: Coefficients,
    ages?: Uint8Array,
    taken?: Float64Array,
  ): number {
    const free = this.available(pool, stock, steps, ages);
    if (wanted <= 0 || free <= 0) return 0;
    const share = Math.min(1, wanted / free);
    const start = pool * this.size.entries * this.size.tenures;
    this.each(pool, stock, steps, ages, (here, c) => {
      this.heads[c] += here * share;
      if (taken) taken[c - start] += here * share;
    });
    return free * share;
  }

  private each(
    pool: number,
    stock: Float64Array,
    { stay, removedStay }: Coefficients,
    ages: Uint8Array | undefined,
    visit: (free: number, c: number) => void,
  ): void {
    const { entries, tenures } = this.size;
    for (let i = 0, c = pool * entries * tenures; i < entries; i++)
      for (let k = 0; k < tenures; k++, c++) {
        if (ages && !ages[i]) continue;
        const free = (LARGEST_SHARE * stock[c] * stay[c]) / removedStay[c] - this.heads[c];
        if (free > 0) visit(free, c);
      }
  }
}

/** Takes the moves off that people taken out no longer make, from the joiners of the pools they would have gone to. */
export function lessMoves(
  moves: readonly MoveRate[],
  { removedLived }: Coefficients,
  size: Size,
  removed: Float64Array,
  joiners: Float64Array,
): void {
  const { entries, tenures: K } = size;
  for (const { from, to, hazard } of moves) {
    const start = from * entries * K;
    for (let i = 0, c = 0; i < entries; i++) {
      let fewer = 0;
      for (let k = 0; k < K; k++, c++) fewer += hazard[c] * removed[start + c] * removedLived[start + c];
      joiners[to * entries + i] -= fewer;
    }
  }
}

/** Takes people out of the closing heads and the years they no longer live in their pool. */
export function lessHeads(
  { removedStay, removedLived }: Coefficients,
  removed: Float64Array,
  heads: Float64Array,
  personYears: Float64Array,
): void {
  for (let c = 0; c < removed.length; c++) {
    if (removed[c] === 0) continue;
    heads[c] -= removed[c] * removedStay[c];
    personYears[c] -= removed[c] * removedLived[c];
  }
}
