import type { Resolved } from "../plan/resolved.ts";
import { heldResponse, type ResponsePlan, type Responses } from "../plan/response-plans.ts";
import { ScaledRates, type YearRates } from "../supply/rates.ts";
import type { Flows } from "./flows.ts";

/** What recruits and leaving were multiplied by for vacancies or workload, by (year, pool). */
export interface ResponseFactors {
  readonly recruits: Float64Array;
  readonly leaving: Float64Array;
}

/** What a response goes by, at a reference date: the vacancy rate, or posts needed for each one in post. */
export function signalAt(
  { demand, size }: Pick<Resolved, "demand" | "size">,
  { totals, backfill }: Pick<Flows, "totals" | "backfill">,
  { to, of }: ResponsePlan,
  pool: number,
  date: number,
): number {
  const [from, until] = of === "all" ? [0, size.pools] : [pool, pool + 1];
  let [posts, inPost] = [0, 0];
  for (let p = from, at = date * size.pools + from; p < until; p++, at++) {
    posts += demand[p]![date]! + backfill[at]!;
    inPost += totals.supply[at]!;
  }
  return to === "vacancyRate" ? (posts - inPost) / posts : posts / inPost;
}

/** Whether there is anything to respond to, by the signal at the base date. */
export const hasSignal = (base: number): boolean => base > 0 && base < Number.POSITIVE_INFINITY;

/** The reference date whose signal shows in a model year; the base date for all years before it. */
export const dateOfSignal = ({ delay }: ResponsePlan, year: number): number => Math.max(0, year + 1 - delay);

/**
 * Works out how pools respond in each model year, from stocks of the reference dates before it, so that nothing inside
 * the year has to be settled. Method: docs/method/responses.md.
 */
export class PoolResponses {
  readonly factors: ResponseFactors;
  private readonly resolved: Resolved;
  private readonly responses: Responses;
  private readonly flows: Flows;
  private readonly changesLeaving: boolean;

  constructor(resolved: Resolved, responses: Responses, flows: Flows) {
    const numbers = () => new Float64Array(resolved.years.length * resolved.size.pools).fill(1);
    this.resolved = resolved;
    this.responses = responses;
    this.flows = flows;
    this.factors = { recruits: numbers(), leaving: numbers() };
    this.changesLeaving = [...responses.leaving, ...responses.pay].some((plan) => plan !== undefined);
  }

  /** Works out the factors of a model year; the reference dates before it have been counted. */
  begin(year: number): void {
    const { pools } = this.resolved.size;
    for (let p = 0; p < pools; p++) {
      this.factors.recruits[year * pools + p] = this.factor(this.responses.recruits[p], p, year);
      this.factors.leaving[year * pools + p] = this.factor(this.responses.leaving[p], p, year);
    }
  }

  /** What recruits of a year are multiplied by, pay included, by pool. */
  ofRecruits(year: number): Float64Array {
    const { pools } = this.resolved.size;
    return this.factors.recruits
      .slice(year * pools, (year + 1) * pools)
      .map((factor, p) => factor * (this.responses.pay[p]?.recruits[year] ?? 1));
  }

  /** The rates of a year with the response of leaving; `plain` ones are arrays, to be kept or sent. */
  ratesOf(year: number, rates: YearRates, plain: boolean): YearRates {
    if (!this.changesLeaving) return rates;
    const { pools } = this.resolved.size;
    const given = rates instanceof ScaledRates ? rates : undefined;
    const scaled = new ScaledRates(given?.of ?? rates, pools);
    for (let p = 0; p < pools; p++)
      scaled.factors[p] =
        (given?.factors[p] ?? 1) *
        this.factors.leaving[year * pools + p]! *
        (this.responses.pay[p]?.leaving[year] ?? 1);
    return plain ? { hazards: scaled.hazards, moves: scaled.moves } : scaled;
  }

  private factor(plan: ResponsePlan | undefined, pool: number, year: number): number {
    if (!plan) return 1;
    const at = (date: number) => signalAt(this.resolved, this.flows, plan, pool, date);
    const [before, base] = [at(dateOfSignal(plan, year)), at(0)];
    // No posts, nobody in post or no vacancies to begin with: there is nothing to go by, and the run says so.
    if (!hasSignal(base) || Number.isNaN(before)) return 1;
    const factor = Math.max(0, before / base) ** plan.power[year]!;
    return heldResponse(factor);
  }
}
