import type { Coefficients } from "./coefficients.ts";
import type { Removal } from "./removal.ts";
import type { Size } from "./size.ts";

/** People who go from one pool to another, or are made redundant, in heads a year. */
export interface PlannedMove {
  readonly from: number;
  /** The pool they join; −1 when they leave the system. */
  readonly to: number;
  /** By model year. */
  readonly heads: readonly number[];
}

/** Takes people out of their pools as planned, as many as are there. */
export class PlannedMoves {
  /** Heads by (sex, age, tenure) that left in the step at hand, one record a move. */
  readonly gone: { readonly from: number; readonly to: number; readonly heads: Float64Array }[];
  /** People who could not go because they were not there, by move, then model year. */
  readonly missing: readonly Float64Array[];
  /** Moved in the year at hand, by pool. */
  private readonly out: Float64Array;
  private readonly into: Float64Array;
  private readonly plans: readonly PlannedMove[];
  private readonly size: Size;

  constructor(plans: readonly PlannedMove[], size: Size, years: number) {
    this.plans = plans;
    this.size = size;
    this.out = new Float64Array(size.pools);
    this.into = new Float64Array(size.pools);
    this.missing = plans.map(() => new Float64Array(years));
    this.gone = plans.map(({ from, to }) => ({ from, to, heads: new Float64Array(size.entries * size.tenures) }));
  }

  /**
   * Takes the people of one step of a model year out of `stock` by `removal`, in proportion to those who would still be
   * there at its end. Those who go to another pool are added to `joiners` by (pool, sex, age).
   */
  step(
    year: number,
    stepsPerYear: number,
    stock: Float64Array,
    steps: Coefficients,
    removal: Removal,
    joiners: Float64Array,
  ): void {
    const { entries, tenures } = this.size;
    this.plans.forEach(({ from, to, heads }, n) => {
      const taken = new Float64Array(entries * tenures);
      this.gone[n] = { from, to, heads: taken };
      const wanted = heads[year]! / stepsPerYear;
      const got = removal.take(from, wanted, stock, steps, undefined, taken);
      // By chance people are whole: a few more or less than planned go.
      if (!removal.whole) this.missing[n]![year]! += wanted - got;
      if (to < 0) return;
      for (let i = 0, c = 0, at = to * entries; i < entries; i++, at++)
        for (let k = 0; k < tenures; k++, c++) joiners[at]! += taken[c]!;
    });
  }

  beginYear(): void {
    this.out.fill(0);
    this.into.fill(0);
  }

  /** Counts those who went in the step at hand; the redundant by (year, pool), their year beginning at `row`. */
  count(redundancy: Float64Array, row: number): void {
    for (const { from, to, heads } of this.gone) {
      const all = heads.reduce((sum, here) => sum + here, 0);
      if (to < 0) redundancy[row + from]! += all;
      else {
        this.out[from]! += all;
        this.into[to]! += all;
      }
    }
  }

  /** Adds those who moved in the year at hand to all who move, by (year, pool), their year beginning at `row`. */
  addMoves({ movesOut, movesIn }: { movesOut: Float64Array; movesIn: Float64Array }, row: number): void {
    if (this.plans.length === 0) return;
    for (let p = 0; p < this.out.length; p++) {
      movesOut[row + p]! += this.out[p]!;
      movesIn[row + p]! += this.into[p]!;
    }
  }
}
