import type { Result } from "../projection/result.ts";
import { cellsOf } from "../table/axes.ts";
import { cellMask, type Where } from "../table/where.ts";

/** The cells of one pool that are asked about, and how a number by cell is averaged over them in a model year. */
export class MeanHazard {
  readonly pool: number;
  /** The sexes, ages and tenures asked about, in words; empty for all. */
  readonly about: string;
  private readonly mask: Uint8Array;
  private readonly lived: Float64Array;

  constructor({ data, base }: Result, where: Where, year: number) {
    const { system, pools } = data.resolved;
    const cells = cellsOf(system.axes);
    this.pool = pools.findIndex(({ id }) => id === where.pool);
    const from = ((year - base - 1) * pools.length + this.pool) * cells;
    this.mask = cellMask(system.axes, where) ?? new Uint8Array(cells).fill(1);
    this.lived = data.projection.personYears.subarray(from, from + cells);
    this.about = [where.sex, where.age && `age ${where.age}`, where.tenure && `tenure ${where.tenure}`]
      .filter(Boolean)
      .join(", ");
  }

  /** The pool's part of an array by (pool, sex, age, tenure). */
  part(all: Float64Array): Float64Array {
    const cells = this.mask.length;
    return all.subarray(this.pool * cells, (this.pool + 1) * cells);
  }

  /** Mean over the person-years lived; over cells where nobody lived any. */
  of(hazard: (c: number) => number): number {
    const { mask, lived } = this;
    let [flow, years, plain, count] = [0, 0, 0, 0];
    for (let c = 0; c < mask.length; c++) {
      if (!mask[c]) continue;
      flow += hazard(c) * lived[c]!;
      years += lived[c]!;
      plain += hazard(c);
      count++;
    }
    return years > 0 ? flow / years : count > 0 ? plain / count : 0;
  }
}
