import { type ByCause, byCause } from "../model/causes.ts";
import type { Coefficients, Exit } from "./coefficients.ts";
import type { HireSource } from "./hire-source.ts";
import type { Removal } from "./removal.ts";
import type { Size } from "./size.ts";

/** Where the chance of individual careers comes from; the same draws give the same careers. */
export interface Chance {
  /** How many of `n` people something of probability `p` happens to. */
  binomial(n: number, p: number): number;
  /** Shares `n` people out by weights: into as many places of `into`, of which the first `count` are used. */
  multinomial(n: number, weights: Float64Array, into: Float64Array, count: number): void;
  /** How many of something that happens `mean` times on average. */
  poisson(mean: number): number;
  /** A number of people made whole, up or down by chance, so that its mean stays. */
  whole(heads: number): number;
}

/** What recruitment comes to on average in a step. */
export interface ExpectedRecruits {
  readonly steps: Coefficients;
  /** Market recruits by pool, and their shares by (sex, age) for each pool. */
  readonly market: Float64Array;
  readonly profiles: readonly Float64Array[];
  /** Finishers, returners, people from abroad and people moved as planned by (pool, sex, age), each empty when there never are any. */
  readonly pipeline: Float64Array;
  readonly returners: Float64Array;
  readonly abroad: Float64Array;
  readonly moved: Float64Array;
  readonly takenFirst: Removal;
  readonly sources: ReadonlyMap<number, HireSource>;
  /** Heads hired on average, by pool and its list of hires. */
  readonly hires: readonly { readonly from: number; readonly to: number; readonly heads: number }[];
}

/** Who left and joined in a year, by pool. */
export interface ChanceTally {
  readonly leavers: ByCause<Float64Array>;
  readonly movesOut: Float64Array;
  readonly movesIn: Float64Array;
  readonly churn: Float64Array;
  readonly market: Float64Array;
  readonly pipeline: Float64Array;
  readonly returners: Float64Array;
  readonly abroad: Float64Array;
  readonly hires: Float64Array;
  readonly hiredAway: Float64Array;
  readonly joiners: Float64Array;
}

/**
 * Steps in which everybody stays, leaves by one cause, moves or is hired by chance: binomial stayers, multinomial causes,
 * Poisson recruits, each with the mean of the exact step given the people there. People are whole; who enters or comes
 * back from training and who returns is taken on average and made whole. Method: docs/method/noise.md.
 */
export class ByChance {
  private readonly chance: Chance;
  private readonly size: Size;
  /** Joiners still to be followed, and those that their moves make, by (pool, sex, age). */
  private joining: Float64Array;
  private next: Float64Array;
  /** Ways out of each pool, for the coefficients of the step at hand. */
  private exits: readonly (readonly Exit[])[] = [];
  private exitsOf: Coefficients | undefined;
  /** Hazards of a cell by way out, and who leaves by each. */
  private weights = new Float64Array(0);
  private gone = new Float64Array(0);

  constructor(chance: Chance, size: Size) {
    this.chance = chance;
    this.size = size;
    this.joining = new Float64Array(size.pools * size.entries);
    this.next = new Float64Array(size.pools * size.entries);
  }

  /** One step: opening heads become closing heads, person-years are added, flows are counted. */
  step(expected: ExpectedRecruits, heads: Float64Array, years: Float64Array, tally: ChanceTally): void {
    const { pools, entries } = this.size;
    this.findExits(expected.steps);
    this.joining.fill(0);
    for (let p = 0; p < pools; p++) {
      const { profiles, market, pipeline, returners, abroad, moved } = expected;
      for (let i = 0, at = p * entries; i < entries; i++, at++) {
        const recruits = this.chance.poisson(market[p]! * profiles[p]![i]!);
        const graduates = pipeline.length > 0 ? this.chance.whole(pipeline[at]!) : 0;
        const back = returners.length > 0 ? this.chance.whole(returners[at]!) : 0;
        const foreign = abroad.length > 0 ? this.chance.whole(abroad[at]!) : 0;
        tally.market[p]! += recruits;
        tally.pipeline[p]! += graduates;
        tally.returners[p]! += back;
        tally.abroad[p]! += foreign;
        // Those moved as planned were made whole when they were taken out of their pool.
        this.joining[at]! += recruits + graduates + back + foreign + (moved.length > 0 ? moved[at]! : 0);
      }
    }
    for (let p = 0; p < pools; p++) this.followStock(p, expected, heads, years, tally);
    while (this.joining.some((people) => people > 0)) this.followJoiners(expected, heads, years, tally);
  }

  /** Who of a pool's opening heads stays, is hired away, leaves and moves. */
  private followStock(
    p: number,
    { steps, takenFirst, sources, hires }: ExpectedRecruits,
    heads: Float64Array,
    years: Float64Array,
    tally: ChanceTally,
  ): void {
    const { entries, tenures: K } = this.size;
    const { chance } = this;
    const source = sources.get(p);
    const { stay, lived, joinedLived } = steps.byPool[p]!;
    const away = hires.filter(({ from, heads: number }) => from === p && number > 0);
    for (let c = 0, N = p * entries * K; c < entries * K; c++, N++) {
      const people = heads[N]!;
      if (people === 0) continue;
      const gone = Math.min(people, takenFirst.heads[p]![c]!);
      const others = people - gone;
      const wanted = source ? source.free[c]! * source.share : 0;
      const hired = others > 0 && wanted > 0 ? chance.binomial(others, Math.min(1, wanted / others)) : 0;
      const left = others - hired;
      const present = lived[c]! / steps.delta;
      // Given those taken out, the others stay so often that all together stay as in the exact step.
      const staying = left > 0 ? (people * stay[c]! - (gone + hired) * present) / left : 0;
      const stayed = left > 0 ? chance.binomial(left, Math.min(1, Math.max(0, staying))) : 0;
      heads[N] = stayed;
      years[N]! += people * lived[c]! - (gone + hired) * joinedLived[c]!;
      this.leave(p, c, left - stayed, tally);
      this.hire(hired, Math.floor(c / K), away, tally);
    }
  }

  /** Those hired go to the pools that hire, in proportion to what each of them hires. */
  private hire(hired: number, entry: number, away: ExpectedRecruits["hires"], tally: ChanceTally): void {
    let left = hired;
    let all = 0;
    for (const { heads } of away) all += heads;
    for (const { from, to, heads } of away) {
      if (left === 0) return;
      const here = heads >= all ? left : this.chance.binomial(left, heads / all);
      this.joining[to * this.size.entries + entry]! += here;
      tally.hires[to]! += here;
      tally.hiredAway[from]! += here;
      left -= here;
      all -= heads;
    }
  }

  /** Joiners stay or leave within the step; those who move on join elsewhere. */
  private followJoiners(
    { steps }: ExpectedRecruits,
    heads: Float64Array,
    years: Float64Array,
    tally: ChanceTally,
  ): void {
    const { pools, entries, tenures: K } = this.size;
    [this.joining, this.next] = [this.next.fill(0), this.joining];
    for (let p = 0, at = 0; p < pools; p++)
      for (let i = 0; i < entries; i++, at++) {
        const people = this.next[at]!;
        if (people === 0) continue;
        const stayed = this.chance.binomial(people, steps.joinerStay[at]!);
        heads[at * K]! += stayed;
        years[at * K]! += people * steps.joinerLived[at]!;
        tally.joiners[p]! += people;
        this.leave(p, i * K, people - stayed, tally);
      }
  }

  private findExits(steps: Coefficients): void {
    if (this.exitsOf === steps) return;
    const { pools } = this.size;
    this.exitsOf = steps;
    this.exits = Array.from({ length: pools }, (_, p) => steps.exits(p));
    const most = Math.max(...this.exits.map(({ length }) => length));
    if (this.weights.length >= most) return;
    this.weights = new Float64Array(most);
    this.gone = new Float64Array(most);
  }

  /** Leavers of one cell, by their way out. */
  private leave(p: number, c: number, leavers: number, tally: ChanceTally): void {
    if (leavers === 0) return;
    const { entries, tenures: K } = this.size;
    const { weights, gone } = this;
    const exits = this.exits[p]!;
    for (let e = 0; e < exits.length; e++) weights[e] = exits[e]!.hazard[c]!;
    this.chance.multinomial(leavers, weights, gone, exits.length);
    for (let e = 0; e < exits.length; e++) {
      const [{ cause, to }, left] = [exits[e]!, gone[e]!];
      if (left === 0) continue;
      if (cause !== undefined) {
        tally.leavers[cause][p]! += left;
        continue;
      }
      this.joining[to * entries + Math.floor(c / K)]! += left;
      if (to === p) tally.churn[p]! += left;
      else {
        tally.movesOut[p]! += left;
        tally.movesIn[to]! += left;
      }
    }
  }
}

/** Nobody has left yet. */
export function noChanceTally(pools: number): ChanceTally {
  const none = () => new Float64Array(pools);
  return {
    leavers: byCause(none),
    movesOut: none(),
    movesIn: none(),
    churn: none(),
    market: none(),
    pipeline: none(),
    returners: none(),
    abroad: none(),
    hires: none(),
    hiredAway: none(),
    joiners: none(),
  };
}
