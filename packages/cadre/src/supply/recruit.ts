import type { Coefficients } from "./coefficients.ts";
import { shareCapacity } from "./market.ts";
import { solveJoiners } from "./moves.ts";
import type { JoinerPlan, RecruitPlan } from "./plan.ts";
import type { YearRates } from "./rates.ts";
import { Removal } from "./removal.ts";
import { type Size, step } from "./step.ts";

const MOST_ROUNDS = 200;
/** Recruits are settled when they change by less than this share of them or of the posts. */
const SETTLED = 1e-13;
/** A share of hires that is missing by rounding only. */
const SPARED = 1e-12;

/** What one step's recruitment came to, by pool, in heads. */
export interface Recruited {
  /** Recruits wanted from the market. */
  readonly wanted: Float64Array;
  readonly market: Float64Array;
  /** Recruits that came from other pools. */
  readonly hires: Float64Array;
  /** People hired away by other pools. */
  readonly hiredAway: Float64Array;
}

/** What a step of recruitment works on; heads, joiners and person-years are as for `step`. */
export interface Step {
  readonly steps: Coefficients;
  readonly rates: YearRates;
  readonly heads: Float64Array;
  /** Joiners already known (finishers, returners), by (pool, sex, age). */
  readonly known: Float64Array;
  /** People already taken out to train. */
  readonly training: Removal;
  /** Model year, and FTE that each pool's stock has to come to at the end of the step for `fill`. */
  readonly year: number;
  readonly stepsPerYear: number;
  readonly target: Float64Array;
  /** FTE a head at the end of the step, by (pool, sex, age). */
  readonly fte: Float64Array;
}

/** However hiring shares are raised, some recruits are from the market. */
const LEAST_FROM_MARKET = 0.05;

/** Share of a pool's recruits that does not come from other pools. */
const marketShare = ({ hires }: RecruitPlan, year: number): number =>
  Math.max(LEAST_FROM_MARKET, 1 - hires.reduce((sum, { byYear }) => sum + byYear[year], 0));

/**
 * Recruits for one step and takes it. Pools that fill their posts want what is missing at the end of the step, counting
 * everybody who joins, moves or is hired away meanwhile, so wants are improved in turn until they hold; each market
 * shares what it has. Buffers are kept between steps. Method: docs/method/labour-market.md.
 */
export class Recruiter {
  private readonly plan: JoinerPlan;
  private readonly size: Size;
  private readonly takes: boolean;
  private readonly startHeads: Float64Array;
  private readonly lived: Float64Array;
  private readonly removal: Removal;
  /** FTE that one more joiner brings by (pool, sex, age), and that one more market recruit brings with those hired. */
  private readonly worth: Float64Array;
  private readonly response: Float64Array;
  /** All joiners of the step just taken, by (pool, sex, age). */
  readonly joiners: Float64Array;
  /** Who was hired in the step just taken, by (sex, age, tenure) of the pool left. */
  readonly hired: { from: number; to: number; heads: Float64Array }[] = [];

  constructor(plan: JoinerPlan, size: Size, takes: boolean) {
    const cells = size.pools * size.entries * size.tenures;
    this.plan = plan;
    this.size = size;
    this.takes = takes;
    this.startHeads = new Float64Array(cells);
    this.lived = new Float64Array(cells);
    this.removal = new Removal(size);
    this.worth = new Float64Array(size.pools * size.entries);
    this.response = new Float64Array(size.pools);
    this.joiners = new Float64Array(size.pools * size.entries);
  }

  /** Takes the step: `heads` become closing heads, person-years are added. */
  take(at: Step, personYears: Float64Array): Recruited {
    const { plan, size } = this;
    // From the market; recruits from other pools come with them.
    const want = Float64Array.from(plan.recruits, (recruit) =>
      recruit.fill ? 0 : (recruit.planned[at.year] / at.stepsPerYear) * marketShare(recruit, at.year),
    );
    this.startHeads.set(at.heads);
    const filling = plan.recruits.some(({ fill }) => fill);
    if (filling) this.setWorth(at);
    let came = this.attempt(at, want);
    for (let round = 0; filling && round < MOST_ROUNDS; round++) {
      let worst = 0;
      for (let p = 0; p < size.pools; p++) {
        if (!plan.recruits[p].fill) continue;
        const missing = at.target[p] - this.fullTime(p, at.heads, at.fte);
        // Recruits who work no hours fill no post.
        const next = this.response[p] > 0 ? Math.max(0, came.market[p] + missing / this.response[p]) : 0;
        worst = Math.max(worst, Math.abs(next - want[p]) / Math.max(1, next, at.target[p]));
        want[p] = next;
      }
      if (worst < SETTLED) break;
      came = this.attempt(at, want);
    }
    for (let c = 0; c < personYears.length; c++) personYears[c] += this.lived[c];
    return came;
  }

  /** Takes the step with given wants, from the step's start. */
  private attempt(at: Step, want: Float64Array): Recruited {
    const { plan, size, joiners, removal } = this;
    const { pools, entries } = size;
    const wanted = want.slice();
    const market = want.slice();
    const [hires, hiredAway] = [new Float64Array(pools), new Float64Array(pools)];
    plan.markets.forEach(({ capacity }, m) => {
      const members = plan.recruits.flatMap((recruit, p) => (recruit.market === m ? [p] : []));
      const got = shareCapacity(
        members.map((p) => wanted[p]),
        members.map((p) => plan.recruits[p].weight[at.year]),
        capacity[at.year] / at.stepsPerYear,
      );
      members.forEach((p, i) => {
        market[p] = got[i];
      });
    });
    joiners.set(at.known);
    removal.heads.set(at.training.heads);
    this.hired.length = 0;
    at.heads.set(this.startHeads);
    for (let p = 0; p < pools; p++) {
      const { profile, hires: from } = plan.recruits[p];
      const worth = this.worth.subarray(p * entries, (p + 1) * entries);
      let ofRecruit = 0;
      for (let i = 0; i < entries; i++) {
        joiners[p * entries + i] += market[p] * profile[i];
        ofRecruit += profile[i] * worth[i];
      }
      this.response[p] = ofRecruit;
      const own = marketShare(plan.recruits[p], at.year);
      for (const { from: source, byYear } of from) {
        const share = byYear[at.year];
        // Recruits from other pools come in proportion to those the market gives.
        const wish = (market[p] * share) / own;
        const heads = new Float64Array(entries * size.tenures);
        const got = removal.take(source, wish, this.startHeads, at.steps, undefined, heads);
        hires[p] += got;
        hiredAway[source] += got;
        let brought = 0;
        for (let i = 0, c = 0; i < entries; i++)
          for (let k = 0; k < size.tenures; k++, c++) {
            joiners[p * entries + i] += heads[c];
            brought += heads[c] * worth[i];
          }
        // A pool that has nobody more to spare gives no more with more from the market.
        if (got >= wish * (1 - SPARED)) this.response[p] += (share / own) * (got > 0 ? brought / got : ofRecruit);
        this.hired.push({ from: source, to: p, heads });
      }
    }
    this.lived.fill(0);
    const taken = this.takes ? { heads: removal.heads, moves: at.rates.moves } : undefined;
    step(at.steps, size, at.heads, joiners, this.lived, taken);
    return { wanted, market, hires, hiredAway };
  }

  /** FTE of a pool's heads. */
  private fullTime(pool: number, heads: Float64Array, fte: Float64Array): number {
    const { entries, tenures } = this.size;
    let sum = 0;
    for (let i = pool * entries, c = i * tenures; i < (pool + 1) * entries; i++)
      for (let k = 0; k < tenures; k++, c++) sum += heads[c] * fte[i];
    return sum;
  }

  /** FTE at the end of the step that one more joiner brings, those who change posts and come back included. */
  private setWorth({ steps, fte }: Step): void {
    const { pools, entries } = this.size;
    for (let p = 0; p < pools; p++) {
      this.joiners.fill(0).fill(1, p * entries, (p + 1) * entries);
      solveJoiners(steps.network, this.joiners, entries);
      for (let i = p * entries; i < (p + 1) * entries; i++)
        this.worth[i] = this.joiners[i] * steps.joinerStay[i] * fte[i];
    }
  }
}
