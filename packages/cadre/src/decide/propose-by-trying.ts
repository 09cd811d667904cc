import type { ForecastSlack, PlanForecast, PlanProposal } from "./foretold.ts";
import type { PlanModel } from "./plan-model.ts";
import type { PlanGoal, PlanRules } from "./plan-rules.ts";
import { CLOSE_ENOUGH } from "./target.ts";

/** So many plans, finished or not, are weighed for one proposal. */
const MOST = 20_000;

/**
 * The best plan that was not run yet, by what is measured, found by going through plans: without a solver, for a page that
 * may load no WebAssembly. Parts of plans that cannot become better than the best one found are left out, so up to `MOST`
 * of them the proposal is the solver's; beyond it is the best one seen, and nothing is said about those that were not.
 */
export function proposeByTrying(
  model: PlanModel,
  goal: PlanGoal,
  slack: ForecastSlack,
  rules: PlanRules,
): PlanProposal | undefined {
  return new Trying(model, goal, slack, rules).best();
}

class Trying {
  private readonly model: PlanModel;
  private readonly goal: PlanGoal;
  private readonly slack: ForecastSlack;
  private readonly rules: PlanRules;
  /** Choices of one intervention each, the most useful first. */
  private readonly options: readonly (readonly number[])[];
  /** The most that options from a place on can take off the goal, off what the target is missed by, and off the money. */
  private readonly left: { readonly goal: number; readonly missing: number; readonly money: number }[];
  /** What each choice by itself comes to beyond doing nothing. */
  private readonly alone: readonly PlanForecast[];
  private weighed = 0;
  private found: { plan: readonly number[]; value: number } | undefined;

  constructor(model: PlanModel, goal: PlanGoal, slack: ForecastSlack, rules: PlanRules) {
    this.model = model;
    this.goal = goal;
    this.slack = slack;
    this.rules = rules;
    this.alone = model.alone.map((one) => less(one, model.nothing));
    this.options = this.ordered();
    this.left = [...this.options, []].map((_, place) => ({
      goal: this.most(place, (more) => this.gain(more)),
      missing: this.most(place, ({ missing }) => -missing),
      money: this.most(place, ({ money }) => -sum(money)),
    }));
  }

  best(): PlanProposal | undefined {
    this.visit(0, [], this.model.foretell([]));
    const { found } = this;
    if (this.weighed > MOST) return { plan: found?.plan, value: Number.NEGATIVE_INFINITY };
    return found;
  }

  private visit(place: number, plan: readonly number[], at: PlanForecast): void {
    this.weighed += 1;
    const left = this.left[place]!;
    const { found, goal, slack, rules } = this;
    if (this.weighed > MOST) return;
    if (found && this.value(at) - left.goal >= found.value) return;
    if (sum(at.money) - left.money > rules.total + slack.money + PENCE) return;
    if (goal === "cost" && at.missing - left.missing > slack.missing + CLOSE_ENOUGH) return;
    const option = this.options[place];
    if (!option) {
      if (this.allows(plan, at)) this.found = { plan: rising(plan), value: this.value(at) };
      return;
    }
    for (const choice of option) this.visit(place + 1, [...plan, choice], this.with(at, plan, choice));
    this.visit(place + 1, plan, at);
  }

  private value({ gaps, money, missing }: PlanForecast): number {
    return this.rules.value({ plan: [], gaps, money, missing }, this.goal);
  }

  /** Whether a plan keeps to all limits, as far as the model is right, and was not run yet. */
  private allows(plan: readonly number[], { gaps, money, missing }: PlanForecast): boolean {
    const { rules, slack, goal, model } = this;
    const years = money.length;
    if (rules.runs.has(rising(plan)) || !rules.allowsPlan(plan)) return false;
    if (sum(money) > rules.total + slack.money + PENCE) return false;
    if (money.some((pounds, y) => pounds > rules.perYear[y]! + slack.money + PENCE)) return false;
    if (goal === "cost" && missing > slack.missing + CLOSE_ENOUGH) return false;
    return rules.spared.every((p) =>
      gaps
        .subarray(p * years, (p + 1) * years)
        .every((gap, y) => gap <= Math.max(0, model.nothing.gaps[p * years + y]!) + slack.gaps + CLOSE_ENOUGH),
    );
  }

  /** What the model expects with one choice more. */
  private with(at: PlanForecast, plan: readonly number[], choice: number): PlanForecast {
    const [gaps, money] = [at.gaps.slice(), at.money.slice()];
    let { missing } = at;
    const add = (more: PlanForecast) => {
      for (let i = 0; i < gaps.length; i++) gaps[i]! += more.gaps[i]!;
      for (let y = 0; y < money.length; y++) money[y]! += more.money[y]!;
      missing += more.missing;
    };
    add(this.alone[choice]!);
    for (const other of plan) {
      const together = this.model.pairOf(other, choice);
      if (together) add(together);
    }
    return { gaps, money, missing };
  }

  /** Choices by intervention; what does most by itself is tried first, so that little else has to be. */
  private ordered(): number[][] {
    const { choices } = this.rules.runs.choices;
    const groups = new Map<number, number[]>();
    for (const [place, { option }] of choices.entries()) groups.set(option, [...(groups.get(option) ?? []), place]);
    const gain = (place: number) => this.gain(this.alone[place]!);
    const sorted = [...groups.values()].map((places) => places.sort((one, other) => gain(other) - gain(one)));
    return sorted.sort((one, other) => gain(other[0]!) - gain(one[0]!));
  }

  /** The most that a difference can take off the goal, whatever else is done. */
  private gain({ gaps, money, missing }: PlanForecast): number {
    if (this.goal === "cost") return Math.max(0, -sum(money));
    if (this.goal !== "shortage") return Math.max(0, -missing);
    return gaps.reduce((so, gap, i) => so + this.rules.weights[i]! * Math.max(0, -gap), 0);
  }

  /** The most that options from a place on can take off something, by themselves and together with others. */
  private most(place: number, taken: (more: PlanForecast) => number): number {
    const later = this.options.slice(place);
    const open = new Set(later.flat());
    const alone = later.map((choices) => Math.max(0, ...choices.map((choice) => taken(this.alone[choice]!))));
    const pairs = this.model.knownPairs().filter(({ pair }) => pair.some((choice) => open.has(choice)));
    return [...alone, ...pairs.map(({ more }) => Math.max(0, taken(more)))].reduce((so, one) => so + one, 0);
  }
}

/** Less money than this breaks no budget. */
const PENCE = 0.005;
const less = (one: PlanForecast, other: PlanForecast): PlanForecast => ({
  gaps: one.gaps.map((gap, i) => gap - other.gaps[i]!),
  money: one.money.map((pounds, y) => pounds - other.money[y]!),
  missing: one.missing - other.missing,
});
const sum = (numbers: Float64Array): number => numbers.reduce((so, one) => so + one, 0);
const rising = (plan: readonly number[]): number[] => [...plan].sort((one, other) => one - other);
