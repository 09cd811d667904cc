import type { Coefficients } from "./coefficients.ts";
import type { Kernel } from "./kernel.ts";
import type { MoveRate } from "./rates.ts";
import { LARGEST_SHARE } from "./removal.ts";
import type { Size } from "./size.ts";

/** A share of the people of a source that is there by rounding only. */
const SPARED = 1e-12;

/** A pool that others hire from: who can be hired away in a step, and what their going takes along. */
export class HireSource {
  readonly pool: number;
  /** People who can be hired, by (sex, age, tenure). */
  readonly free: Float64Array;
  /** Share of them that is hired in the step. */
  share = 0;
  private total = 0;
  private readonly kernel: Kernel;
  /** The same by (sex, age). */
  private readonly byEntry: Float64Array;
  /** Joiners by (sex, age) that other pools lack when all who can be hired are: they no longer move there. */
  private readonly fewer: readonly { readonly flow: number; readonly to: number; readonly heads: Float64Array }[];

  constructor(pool: number, size: Size, moves: readonly MoveRate[], kernel: Kernel) {
    this.pool = pool;
    this.kernel = kernel;
    this.free = kernel.array(size.entries * size.tenures);
    this.byEntry = kernel.array(size.entries);
    this.fewer = moves.flatMap(({ from, to }, flow) =>
      from === pool ? [{ flow, to, heads: kernel.array(size.entries) }] : [],
    );
  }

  /** Begins a step with the heads of the pool, and those of them who were taken out already: nobody is hired yet. */
  prepare(steps: Coefficients, heads: Float64Array, gone: Float64Array): void {
    const { pool, free, byEntry, kernel } = this;
    const { stay, lived, joinedLived } = steps.byPool[pool]!;
    this.share = 0;
    this.total = kernel.spare(heads, stay, lived, gone, LARGEST_SHARE * steps.delta, free, byEntry);
    for (const { flow, heads: into } of this.fewer)
      kernel.lost(steps.network.flows[flow]!.hazard, free, joinedLived, into);
  }

  /** Hires as many as are wanted or still there, and adds them to the joiners of a pool; returns how many. */
  hire(wanted: number, joiners: Float64Array): number {
    const got = Math.min(wanted, this.total * (1 - this.share));
    if (!(got > 0)) return 0;
    const share = got / this.total;
    this.share += share;
    this.kernel.addTimes(this.byEntry, share, joiners);
    return got;
  }

  /** Whether somebody is left to hire when so many more are. */
  hasMoreThan(wanted: number): boolean {
    return this.total * (1 - this.share) - wanted > SPARED * this.total;
  }

  /** FTE that one person hired brings, when one joiner of each (sex, age) brings `worth`. */
  worthOf(worth: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < this.byEntry.length; i++) sum += this.byEntry[i]! * worth[i]!;
    return this.total > 0 ? sum / this.total : 0;
  }

  /** Takes the moves that those hired no longer make off the joiners of other pools. */
  takeMovers(joiners: readonly Float64Array[]): void {
    if (this.share === 0) return;
    for (const { to, heads } of this.fewer) this.kernel.addTimes(heads, -this.share, joiners[to]!);
  }

  /** FTE that the pool lacks at the end of the step for those hired; `fte` a head of its (sex, age). */
  missing({ delta, byPool }: Coefficients, fte: Float64Array): number {
    if (this.share === 0) return 0;
    const { lived } = byPool[this.pool]!;
    const K = this.free.length / fte.length;
    let sum = 0;
    for (let i = 0, c = 0; i < fte.length; i++)
      for (let k = 0; k < K; k++, c++) sum += this.free[c]! * lived[c]! * fte[i]!;
    return (sum / delta) * this.share;
  }
}
