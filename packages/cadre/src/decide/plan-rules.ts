import type { PlanQuestion } from "./plan-question.ts";
import type { PlanRun, PlanRuns } from "./plan-runs.ts";
import { CLOSE_ENOUGH } from "./target.ts";

/** Fewer full-time equivalents than this are no harm to a pool, and less money than this breaks no budget. */
const [NO_HARM, NO_MONEY] = [1e-6, 0.005];

/** What is to be as little as possible; for `risk` a search looks at how far the target is missed, or met with room to spare. */
export type PlanGoal = "shortage" | "cost" | "missing" | "risk";

/** What a question allows and wants, for plans that were run. */
export class PlanRules {
  readonly runs: PlanRuns;
  /** How much one FTE short counts, by (pool, model year). */
  readonly weights: Float64Array;
  /** Pounds in each model year. */
  readonly perYear: Float64Array;
  readonly total: number;
  /** Pools that may not be worse off. */
  readonly spared: readonly number[];
  private readonly nothing: PlanRun;

  /** `budget` may be another than the question's. */
  constructor(runs: PlanRuns, budget: PlanQuestion["budget"] = runs.question.budget) {
    const { objective, limits = {} } = runs.question;
    const { pools, years } = runs.unchanged;
    this.runs = runs;
    this.nothing = runs.at([]);
    const {
      weights = {},
      from = years[0]!,
      until = years[years.length - 1]!,
    } = objective.least === "shortage" ? objective : {};
    for (const id of Object.keys(weights)) runs.unchanged.at({ pool: id, measure: "gap", year: years[0]! });
    this.weights = new Float64Array(pools.length * years.length);
    for (const [p, { id }] of pools.entries())
      for (const [y, year] of years.entries())
        this.weights[p * years.length + y] = year >= from && year <= until ? (weights[id] ?? 1) : 0;
    const { perYear = Number.POSITIVE_INFINITY, total = Number.POSITIVE_INFINITY } = budget ?? {};
    this.perYear = Float64Array.from(years, (year) =>
      typeof perYear === "number" ? perYear : (perYear[year] ?? Number.POSITIVE_INFINITY),
    );
    this.total = total;
    const { noWorse = false } = limits;
    for (const id of Array.isArray(noWorse) ? noWorse : [])
      runs.unchanged.at({ pool: id, measure: "gap", year: years[0]! });
    this.spared = pools.flatMap(({ id }, p) =>
      noWorse === true || (Array.isArray(noWorse) && noWorse.includes(id)) ? [p] : [],
    );
  }

  /** What a plan has of what is to be as little as possible. */
  value({ gaps, money, missing }: PlanRun, goal: PlanGoal): number {
    if (goal === "missing") return Math.max(0, missing);
    if (goal === "risk") return missing;
    if (goal === "cost") return money.reduce((sum, pounds) => sum + pounds, 0);
    return gaps.reduce((sum, gap, i) => sum + this.weights[i]! * Math.max(0, gap), 0);
  }

  /** Whether a plan that was run keeps to every limit; when its cost is to be little, to the target too. */
  allows(made: PlanRun, goal: PlanGoal): boolean {
    const { money, gaps, plan } = made;
    const years = money.length;
    const spent = money.reduce((sum, pounds) => sum + pounds, 0);
    if (money.some((pounds, y) => pounds > this.perYear[y]! + NO_MONEY) || spent > this.total + NO_MONEY) return false;
    if (goal === "cost" && made.missing > CLOSE_ENOUGH) return false;
    const worse = this.spared.some((p) => {
      for (let i = p * years; i < (p + 1) * years; i++)
        if (Math.max(0, gaps[i]!) > Math.max(0, this.nothing.gaps[i]!) + NO_HARM) return true;
      return false;
    });
    return !worse && this.allowsPlan(plan);
  }

  /** Whether the interventions of a plan may go together. */
  allowsPlan(plan: readonly number[]): boolean {
    const { ids, choices } = this.runs.choices;
    const starts = new Map(plan.map((place) => [ids[choices[place]!.option]!, choices[place]!.start]));
    const { notBoth = [], first = [], atMost = [] } = this.runs.question.limits ?? {};
    if (this.runs.scarce.some(({ used, limit }) => sumOf(plan, used) > limit + NO_HARM)) return false;
    const among = (list: readonly string[]) => list.filter((id) => starts.has(id)).length;
    return (
      starts.size === plan.length &&
      notBoth.every((list) => among(list) <= 1) &&
      atMost.every(({ count, of = ids }) => among(of) <= count) &&
      first.every(
        ([one, then]) => !starts.has(then) || (starts.get(one) ?? Number.POSITIVE_INFINITY) < starts.get(then)!,
      )
    );
  }

  /** Of plans that are allowed the one with the least; of plans alike the cheapest, then the one with fewest parts. */
  best(made: readonly PlanRun[], goal: PlanGoal): PlanRun | undefined {
    const allowed = made.filter((one) => this.allows(one, goal));
    let best = allowed[0];
    for (const one of allowed) if (best && this.isBetter(one, best, goal)) best = one;
    return best;
  }

  /** Plans that are allowed, those with the least first. */
  ranked(made: readonly PlanRun[], goal: PlanGoal): PlanRun[] {
    const allowed = made.filter((one) => this.allows(one, goal));
    return allowed.sort((one, other) => this.value(one, goal) - this.value(other, goal));
  }

  private isBetter(one: PlanRun, other: PlanRun, goal: PlanGoal): boolean {
    const close = 1e-9 * Math.max(1, Math.abs(this.value(this.nothing, goal)));
    const less = this.value(other, goal) - this.value(one, goal);
    if (Math.abs(less) > close) return less > 0;
    const cheaper = this.value(other, "cost") - this.value(one, "cost");
    if (Math.abs(cheaper) > NO_MONEY) return cheaper > 0;
    return one.plan.length < other.plan.length;
  }
}

const sumOf = (plan: readonly number[], of: Float64Array): number => plan.reduce((sum, place) => sum + of[place]!, 0);
