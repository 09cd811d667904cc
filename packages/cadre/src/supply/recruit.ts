import type { ByChance, ChanceTally } from "./by-chance.ts";
import { PostFilling } from "./filling.ts";
import type { HireSource } from "./hire-source.ts";
import { shareCapacity } from "./market.ts";
import { equalParts } from "./parts.ts";
import type { JoinerPlan, RecruitPlan } from "./plan.ts";
import type { RecruitMemory, RecruitStep } from "./recruit-step.ts";
import type { Size } from "./size.ts";
import { close } from "./step.ts";

const MOST_ROUNDS = 200;
/** Recruits are settled when they change by less than this share of them or of the posts. */
const SETTLED = 1e-13;

/** Share of a pool's recruits that does not come from other pools. */
const marketShare = ({ hires }: RecruitPlan, year: number): number => {
  let own = 1;
  for (const { byYear } of hires) own -= byYear[year]!;
  return own;
};

/**
 * Recruits for one step and takes it. Pools that fill their posts want what is missing at the end of the step, counting
 * everybody who joins, moves or is hired away meanwhile, so wants are improved in turn until they hold; each market
 * shares what it has. Buffers are kept between steps. Method: docs/method/labour-market.md.
 */
export class Recruiter {
  private readonly plan: JoinerPlan;
  private readonly size: Size;
  /** None when no pool fills its posts. */
  private readonly filling: PostFilling | undefined;
  /** Pools of each labour market, and what they want and weigh in the step at hand. */
  private readonly members: readonly {
    readonly pools: readonly number[];
    readonly wants: number[];
    readonly weights: number[];
  }[];
  private readonly memory: RecruitMemory;
  private readonly profiles: readonly Float64Array[];
  /** Heads hired in the step, by pool and its list of hires. */
  private readonly got: readonly Float64Array[];
  /** Joiners before anybody is recruited, by (pool, sex, age). */
  private readonly before: readonly Float64Array[];
  private readonly want: Float64Array;
  /** All joiners of the step just taken, for each pool by (sex, age). */
  private readonly joiners: readonly Float64Array[];
  /** In heads by pool, of the step just taken: wanted from the market, got from it, hired from other pools and by them. */
  readonly wanted: Float64Array;
  readonly market: Float64Array;
  readonly hires: Float64Array;
  readonly hiredAway: Float64Array;
  /** How far apart the last two rounds were, where recruits did not settle. */
  readonly unsettled: Float64Array;

  constructor(plan: JoinerPlan, size: Size, memory: RecruitMemory) {
    const { pools } = size;
    this.plan = plan;
    this.size = size;
    this.filling = plan.recruits.some(({ fill }) => fill) ? new PostFilling(size, memory) : undefined;
    this.members = plan.markets.map((_, m) => {
      const members = plan.recruits.flatMap((recruit, p) => (recruit.market === m ? [p] : []));
      return { pools: members, wants: members.map(() => 0), weights: members.map(() => 0) };
    });
    this.memory = memory;
    this.profiles = memory.profilesOf(plan.recruits);
    this.got = plan.recruits.map(({ hires }) => new Float64Array(hires.length));
    this.before = equalParts(memory.before, pools);
    this.want = new Float64Array(pools);
    this.joiners = equalParts(memory.joiners, pools);
    this.wanted = new Float64Array(pools);
    this.market = new Float64Array(pools);
    this.hires = new Float64Array(pools);
    this.hiredAway = new Float64Array(pools);
    this.unsettled = new Float64Array(pools);
  }

  /** Finds out who joins in the step, on average. */
  private settle(at: RecruitStep): void {
    const { plan, want } = this;
    const { headsByPool, before, takenFirst, sources } = this.memory;
    const { steps } = at;
    // From the market; recruits from other pools come with them.
    for (let p = 0; p < want.length; p++) {
      const recruit = plan.recruits[p]!;
      want[p] = recruit.fill ? 0 : (recruit.planned[at.year]! / at.stepsPerYear) * marketShare(recruit, at.year);
      if (at.response) want[p]! *= at.response[p]!;
    }
    before.fill(0);
    for (const known of [at.pipeline, at.returners, at.abroad, at.moved])
      for (let i = 0; i < known.length; i++) before[i]! += known[i]!;
    steps.network.addMovers(headsByPool, this.before);
    for (const pool of takenFirst.pools)
      steps.network.takeMovers(pool, takenFirst.heads[pool]!, steps.byPool[pool]!.joinedLived, this.before);
    for (const source of sources.values())
      source.prepare(steps, headsByPool[source.pool]!, takenFirst.heads[source.pool]!);
    this.filling?.prepare(at);
    this.attempt(at);
    if (this.filling) this.fill(this.filling, at);
  }

  /** Improves what pools that fill their posts want, until it holds. */
  private fill(filling: PostFilling, at: RecruitStep): void {
    const { plan, want, market, unsettled } = this;
    unsettled.fill(0);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      let worst = 0;
      for (let p = 0; p < want.length; p++) {
        if (!plan.recruits[p]!.fill) continue;
        const next = filling.wanted(p, market[p]!, at);
        const off = Math.abs(next - want[p]!);
        worst = Math.max(worst, off / Math.max(1, next, at.target[p]!));
        unsettled[p] = off;
        want[p] = next;
      }
      if (worst < SETTLED) {
        unsettled.fill(0);
        return;
      }
      this.attempt(at);
    }
  }

  /** Takes the step: opening heads become closing heads, person-years are added. */
  take(at: RecruitStep): void {
    this.settle(at);
    const { heads, headsByPool, lived, livedByPool, joiners, takenFirst, sources, kernel } = this.memory;
    const { steps } = at;
    close(steps, this.size, heads, joiners, lived, at.first);
    const takeOut = (pool: number, taken: Float64Array, share: number) => {
      const coefficients = steps.byPool[pool]!;
      kernel.takeOut(
        taken,
        coefficients.lived,
        coefficients.joinedLived,
        share,
        steps.delta,
        headsByPool[pool]!,
        livedByPool[pool]!,
      );
    };
    for (const pool of takenFirst.pools) takeOut(pool, takenFirst.heads[pool]!, 1);
    for (const { pool, free, share } of sources.values()) if (share > 0) takeOut(pool, free, share);
  }

  /** Takes the step by chance; flows are counted in `tally`. */
  takeByChance(at: RecruitStep, byChance: ByChance, tally: ChanceTally): void {
    this.settle(at);
    const { heads, lived, takenFirst, sources } = this.memory;
    const hires = this.plan.recruits.flatMap((recruit, to) =>
      recruit.hires.map(({ from }, h) => ({ from, to, heads: this.got[to]![h]! })),
    );
    const { market, profiles } = this;
    if (at.first) lived.fill(0);
    byChance.step({ ...at, market, profiles, takenFirst, sources, hires }, heads, lived, tally);
  }

  /** Who was hired in the step just taken, by (sex, age, tenure) of the pool left. */
  hired(): { from: number; to: number; heads: Float64Array }[] {
    return this.plan.recruits.flatMap(({ hires }, to) =>
      hires.map(({ from }, h) => {
        const source = this.memory.sources.get(from) as HireSource;
        const share = source.share > 0 ? this.got[to]![h]! / this.takenFrom(from) : 0;
        return { from, to, heads: source.free.map((free) => free * source.share * share) };
      }),
    );
  }

  private takenFrom(pool: number): number {
    return this.plan.recruits.reduce(
      (sum, { hires }, p) => hires.reduce((all, { from }, h) => (from === pool ? all + this.got[p]![h]! : all), sum),
      0,
    );
  }

  /** All joiners of the step with the wants at hand. */
  private attempt(at: RecruitStep): void {
    const { plan, joiners, profiles, want, wanted, market, hires, hiredAway } = this;
    const { kernel, sources } = this.memory;
    wanted.set(want);
    market.set(want);
    hires.fill(0);
    hiredAway.fill(0);
    for (let m = 0; m < plan.markets.length; m++) this.share(m, at);
    this.memory.joiners.set(this.memory.before);
    for (const source of sources.values()) source.share = 0;
    for (let p = 0; p < joiners.length; p++) {
      kernel.addTimes(profiles[p]!, market[p]!, joiners[p]!);
      this.filling?.begin(p, plan.recruits[p]!);
      this.hire(p, plan.recruits[p]!, at.year);
    }
    for (const source of sources.values()) source.takeMovers(joiners);
    at.steps.network.solve(joiners);
  }

  /** Hires those who come from other pools with a pool's market recruits, in proportion to them. */
  private hire(p: number, recruit: RecruitPlan, year: number): void {
    const { market, joiners, hires, hiredAway, filling } = this;
    const { hires: from } = recruit;
    if (from.length === 0) return;
    const own = marketShare(recruit, year);
    for (let h = 0; h < from.length; h++) {
      const { from: pool, byYear } = from[h]!;
      const share = byYear[year]!;
      const wish = (market[p]! * share) / own;
      const source = this.memory.sources.get(pool) as HireSource;
      const open = source.hasMoreThan(wish);
      const got = source.hire(wish, joiners[p]!);
      this.got[p]![h] = got;
      hires[p]! += got;
      hiredAway[pool]! += got;
      if (open) filling?.addHires(p, source, share / own);
    }
  }

  /** Shares what a labour market has. */
  private share(m: number, { year, stepsPerYear }: RecruitStep): void {
    const { members, wanted, market, plan } = this;
    const { pools, wants, weights } = members[m]!;
    for (let i = 0; i < pools.length; i++) {
      wants[i] = wanted[pools[i]!]!;
      weights[i] = plan.recruits[pools[i]!]!.weight[year]!;
    }
    const got = shareCapacity(wants, weights, plan.markets[m]!.capacity[year]! / stepsPerYear);
    for (let i = 0; i < pools.length; i++) market[pools[i]!] = got[i]!;
  }
}
