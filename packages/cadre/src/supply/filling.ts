import type { HireSource } from "./hire-source.ts";
import { equalParts } from "./parts.ts";
import type { RecruitPlan } from "./plan.ts";
import type { RecruitMemory, RecruitStep } from "./recruit-step.ts";
import type { Size } from "./size.ts";

/** How many FTE recruits of a step bring to pools that fill their posts, so that as many are wanted as are missing. */
export class PostFilling {
  private readonly size: Size;
  private readonly memory: RecruitMemory;
  /** FTE at the end of the step before anybody joins, by pool. */
  private readonly staying: Float64Array;
  /** FTE that one more joiner brings by (pool, sex, age), and for each pool. */
  private readonly worth: Float64Array;
  private readonly worthOf: readonly Float64Array[];
  /** FTE that one more market recruit brings, with those hired, by pool. */
  private readonly response: Float64Array;
  /** All joiners of the attempt at hand, for each pool by (sex, age). */
  private readonly joiners: readonly Float64Array[];

  constructor(size: Size, memory: RecruitMemory) {
    const { pools, entries } = size;
    this.size = size;
    this.memory = memory;
    this.staying = new Float64Array(pools);
    this.worth = new Float64Array(pools * entries);
    this.worthOf = equalParts(this.worth, pools);
    this.response = new Float64Array(pools);
    this.joiners = equalParts(memory.joiners, pools);
  }

  /**
   * Works out the FTE at the end of the step that one more joiner brings, those who change posts and come back included;
   * and what is there then without joiners.
   */
  prepare({ steps, fte }: RecruitStep): void {
    const { pools, entries, tenures: K } = this.size;
    const { headsByPool, takenFirst, joiners } = this.memory;
    for (let p = 0; p < pools; p++) {
      joiners.fill(0);
      this.joiners[p]!.fill(1);
      steps.network.solve(this.joiners);
      const { stay, lived } = steps.byPool[p]!;
      const [heads, gone] = [headsByPool[p]!, takenFirst.heads[p]!];
      let staying = 0;
      for (let i = 0, c = 0, at = p * entries; i < entries; i++, at++) {
        this.worth[at] = this.joiners[p]![i]! * steps.joinerStay[at]! * fte[at]!;
        for (let k = 0; k < K; k++, c++)
          staying += (heads[c]! * stay[c]! - (gone[c]! * lived[c]!) / steps.delta) * fte[at]!;
      }
      this.staying[p] = staying;
    }
  }

  /** Begins an attempt: a market recruit of a pool brings what its (sex, age) brings. */
  begin(pool: number, { profile }: RecruitPlan): void {
    const worth = this.worthOf[pool]!;
    let sum = 0;
    for (let i = 0; i < profile.length; i++) sum += profile[i]! * worth[i]!;
    this.response[pool] = sum;
  }

  /**
   * A market recruit of a pool brings `perRecruit` people hired from a source with it, where another one can still be hired
   * there. That holds too where the market gives nobody, so that a pool wants what it would want of the first few.
   */
  addHires(pool: number, source: HireSource, perRecruit: number): void {
    this.response[pool]! += perRecruit * source.worthOf(this.worthOf[pool]!);
  }

  /** Market recruits that would bring a pool to its posts, when `got` are there with the joiners at hand. */
  wanted(pool: number, got: number, at: RecruitStep): number {
    const missing = at.target[pool]! - this.fullTime(pool, at);
    // Recruits who work no hours fill no post.
    return this.response[pool]! > 0 ? Math.max(0, got + missing / this.response[pool]!) : 0;
  }

  /** FTE of a pool at the end of the step, with the joiners at hand. */
  private fullTime(pool: number, { steps, fte }: RecruitStep): number {
    const { entries } = this.size;
    const start = pool * entries;
    const joiners = this.joiners[pool]!;
    let sum = this.staying[pool]!;
    for (let i = 0; i < entries; i++) sum += joiners[i]! * steps.joinerStay[start + i]! * fte[start + i]!;
    const source = this.memory.sources.get(pool);
    return source ? sum - source.missing(steps, fte.subarray(start, start + entries)) : sum;
  }
}
