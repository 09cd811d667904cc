import type { ForecastSlack, PlanForecast, PlanProposal } from "./foretold.ts";
import type { PlanGoal, PlanRules } from "./plan-rules.ts";
import type { PlanRun } from "./plan-runs.ts";
import { Programme, type Term } from "./programme.ts";
import { CLOSE_ENOUGH } from "./target.ts";

/** What is measured of plans: each choice by itself, and pairs by what they are together beyond their sum. */
export class PlanModel {
  private readonly rules: PlanRules;
  readonly nothing: PlanRun;
  readonly alone: readonly PlanRun[];
  private readonly wrong = { gaps: 0, money: 0, missing: 0, values: { shortage: 0, cost: 0, missing: 0, risk: 0 } };
  private readonly pairs = new Map<string, { readonly pair: readonly [number, number]; readonly more: PlanForecast }>();

  constructor(rules: PlanRules, alone: readonly PlanRun[]) {
    this.rules = rules;
    this.nothing = rules.runs.at([]);
    this.alone = alone;
  }

  /** Pairs of a plan that are not measured yet. */
  unknownPairs(plan: readonly number[]): (readonly [number, number])[] {
    return plan.flatMap((one, i) =>
      plan.slice(i + 1).flatMap((other) => (this.pairs.has(`${one},${other}`) ? [] : [[one, other] as const])),
    );
  }

  /** Every pair that was measured, and what its two choices come to together beyond their sum. */
  knownPairs() {
    return [...this.pairs.values()];
  }

  /** The same of two choices, if that was measured. */
  pairOf(one: number, other: number): PlanForecast | undefined {
    return this.pairs.get(one < other ? `${one},${other}` : `${other},${one}`)?.more;
  }

  /** Takes in what two choices come to together. */
  learn(pair: readonly [number, number], made: PlanRun): void {
    const foretold = this.foretell(pair);
    this.notice(foretold, made);
    const { gaps, money, missing } = foretold;
    const more = {
      gaps: made.gaps.map((gap, i) => gap - gaps[i]!),
      money: made.money.map((pounds, y) => pounds - money[y]!),
      missing: made.missing - missing,
    };
    this.pairs.set(pair.join(), { pair, more });
  }

  /** What the model expects of a plan. */
  foretell(plan: readonly number[]): PlanForecast {
    const { nothing } = this;
    const gaps = nothing.gaps.slice();
    const money = nothing.money.slice();
    let { missing } = nothing;
    const add = (more: PlanForecast, less?: PlanForecast) => {
      for (let i = 0; i < gaps.length; i++) gaps[i]! += more.gaps[i]! - (less?.gaps[i] ?? 0);
      for (let y = 0; y < money.length; y++) money[y]! += more.money[y]! - (less?.money[y] ?? 0);
      missing += more.missing - (less?.missing ?? 0);
    };
    for (const place of plan) add(this.alone[place]!, nothing);
    for (const { pair, more } of this.pairs.values()) if (pair.every((place) => plan.includes(place))) add(more);
    return { gaps, money, missing };
  }

  /** Takes in how far a plan came out better than it was foretold, before anything was learnt from it. */
  notice({ gaps, money, missing }: PlanForecast, made: PlanRun): void {
    const { wrong } = this;
    for (let i = 0; i < made.gaps.length; i++) wrong.gaps = Math.max(wrong.gaps, gaps[i]! - made.gaps[i]!);
    for (let y = 0; y < made.money.length; y++) wrong.money = Math.max(wrong.money, money[y]! - made.money[y]!);
    wrong.missing = Math.max(wrong.missing, missing - made.missing);
    for (const goal of GOALS) {
      const expected = this.rules.value({ plan: made.plan, gaps, money, missing }, goal);
      wrong.values[goal] = Math.max(wrong.values[goal], expected - this.rules.value(made, goal));
    }
  }

  /** The largest errors it has made about plans before they were run. */
  slack(goal: PlanGoal): ForecastSlack {
    const { gaps, money, missing, values } = this.wrong;
    return { gaps, money: money < PENCE ? 0 : money, missing, value: values[goal] };
  }

  /**
   * The best plan that was not run yet, by what is measured, and what the model expects of it. `slack` is how far the
   * model has been wrong about each limit, so that it forbids nothing that may be allowed.
   */
  async propose(goal: PlanGoal, slack: ForecastSlack, rules: PlanRules): Promise<PlanProposal | undefined> {
    const programme = new Programme();
    const { nothing } = this;
    const { choices } = rules.runs.choices;
    const cost = (one: PlanForecast) => (goal === "cost" ? sum(one.money) - sum(nothing.money) : 0);
    const chosen = this.alone.map((one) => programme.choice(cost(one)));
    const both = [...this.pairs.values()].map(({ pair: [one, other], more }) => {
      const variable = programme.variable(goal === "cost" ? sum(more.money) : 0, 1);
      const [a, b] = [chosen[one]!, chosen[other]!];
      programme.row(
        [
          [variable, 1],
          [a, -1],
        ],
        "<=",
        0,
      );
      programme.row(
        [
          [variable, 1],
          [b, -1],
        ],
        "<=",
        0,
      );
      programme.row(
        [
          [a, 1],
          [b, 1],
          [variable, -1],
        ],
        "<=",
        1,
      );
      return { variable, more };
    });
    /** What a number of the results is with the choices made, less what it is without any. */
    const made = (of: (one: PlanForecast) => number): Term[] => [
      ...this.alone.map((one, place): Term => [chosen[place]!, of(one) - of(nothing)]),
      ...both.map(({ variable, more }): Term => [variable, of(more)]),
    ];
    this.limits(programme, chosen, made, slack, goal, rules);
    if (goal === "missing") {
      const missed = programme.variable(1);
      programme.row([[missed, 1], ...negative(made((one) => one.missing))], ">=", nothing.missing);
    }
    if (goal === "shortage") this.shortages(programme, made);
    const offset = goal === "risk" ? this.margin(programme, made) : 0;
    const found = await programme.least();
    if (!found) return undefined;
    const plan = choices.flatMap((_, place) => (found.values[chosen[place]!]! > 0.5 ? [place] : []));
    return { plan, value: found.cost - offset };
  }

  /** How far the target is missed; moved up, because a target met with room to spare is below zero. */
  private margin(programme: Programme, made: (of: (one: PlanForecast) => number) => Term[]): number {
    const terms = made(({ missing }) => missing);
    const offset = Math.abs(this.nothing.missing) + terms.reduce((sum, [, times]) => sum + Math.abs(times), 0);
    programme.row([[programme.variable(1), 1], ...negative(terms)], "=", this.nothing.missing + offset);
    return offset;
  }

  private shortages(programme: Programme, made: (of: (one: PlanForecast) => number) => Term[]): void {
    const { weights } = this.rules;
    for (let i = 0; i < weights.length; i++) {
      if (weights[i]! <= 0) continue;
      const terms = made(({ gaps }) => gaps[i]!);
      // A pool that nothing moves and that is not short has nothing to count.
      if (this.nothing.gaps[i]! <= 0 && terms.every(([, times]) => times <= 0)) continue;
      const short = programme.variable(weights[i]!);
      programme.row([[short, 1], ...negative(terms)], ">=", this.nothing.gaps[i]!);
    }
  }

  private limits(
    programme: Programme,
    chosen: readonly number[],
    made: (of: (one: PlanForecast) => number) => Term[],
    slack: ForecastSlack,
    goal: PlanGoal,
    rules: PlanRules,
  ): void {
    const { nothing } = this;
    const { runs, perYear, total, spared } = rules;
    const { ids, choices } = runs.choices;
    const of = (id: string, when: (start: number) => boolean = () => true): Term[] =>
      choices.flatMap(({ option, start }, place) => (ids[option] === id && when(start) ? [[chosen[place]!, 1]] : []));
    const { notBoth = [], first = [], atMost = [] } = runs.question.limits ?? {};
    for (const id of ids) programme.row(of(id), "<=", 1);
    for (const list of notBoth)
      programme.row(
        list.flatMap((id) => of(id)),
        "<=",
        1,
      );
    for (const { count, of: list = ids } of atMost)
      programme.row(
        list.flatMap((id) => of(id)),
        "<=",
        count,
      );
    for (const [one, then] of first)
      for (const start of new Set(choices.map((choice) => choice.start)))
        programme.row([...of(then, (at) => at === start), ...negative(of(one, (at) => at < start))], "<=", 0);
    for (const { used, limit } of runs.scarce)
      programme.row(
        chosen.map((variable, place): Term => [variable, used[place]!]),
        "<=",
        limit,
      );
    for (const [y, limit] of perYear.entries())
      if (Number.isFinite(limit))
        programme.row(
          made(({ money }) => money[y]!),
          "<=",
          limit + slack.money,
        );
    if (Number.isFinite(total))
      programme.row(
        made(({ money }) => sum(money)),
        "<=",
        total + slack.money,
      );
    const years = perYear.length;
    for (const p of spared)
      for (let i = p * years; i < (p + 1) * years; i++) {
        const most = Math.max(0, nothing.gaps[i]!) - nothing.gaps[i]!;
        programme.row(
          made(({ gaps }) => gaps[i]!),
          "<=",
          most + slack.gaps + CLOSE_ENOUGH,
        );
      }
    if (goal === "cost")
      programme.row(
        made(({ missing }) => missing),
        "<=",
        slack.missing + CLOSE_ENOUGH - nothing.missing,
      );
    for (const { plan } of runs.all()) {
      const terms = chosen.map((variable, place): Term => [variable, plan.includes(place) ? 1 : -1]);
      programme.row(terms, "<=", plan.length - 1);
    }
  }
}

const GOALS: readonly PlanGoal[] = ["shortage", "cost", "missing", "risk"];
/** Less money than this is rounding. */
const PENCE = 0.005;

const sum = (numbers: Float64Array): number => numbers.reduce((so, one) => so + one, 0);
const negative = (terms: readonly Term[]): Term[] => terms.map(([variable, times]) => [variable, -times]);
