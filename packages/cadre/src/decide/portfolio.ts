import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import type { PlanQuestion } from "./plan-question.ts";
import { type PlanGoal, PlanRules } from "./plan-rules.ts";
import { type PlanRun, PlanRuns } from "./plan-runs.ts";
import { type PlanFound, PlanSearch, type SearchOptions } from "./plan-search.ts";
import type { MissedTarget } from "./regret.ts";
import { stress } from "./stress.ts";
import { CLOSE_ENOUGH } from "./target.ts";

/** One part of a plan. */
export interface PlannedPart {
  readonly id: string;
  readonly title: string;
  readonly from: number;
  readonly reach: number;
  /** Pounds at the plan's prices: for each year it runs, and in its first year. The upper end where a range is given. */
  readonly perYear: number;
  readonly once: number;
}

/** A plan and what a run made of it. */
export interface PlanOutcome {
  readonly parts: readonly PlannedPart[];
  /**
   * What was to be as little as possible: FTE-years short (weighted), pounds, what the target is missed by, or the share of
   * draws that miss it.
   */
  readonly goal: PlanGoal;
  readonly value: number;
  /** The same if nothing is done. */
  readonly unchanged: number;
  /** No plan is expected below this: by the effects measured, less the largest error seen in them. */
  readonly bound: number;
  /** With the least risk: what the plan, beside doing nothing, comes to over the draws. */
  readonly sure?: { readonly draws: number; readonly meets: number; readonly breaks: MissedTarget | undefined };
  /** Whether all plans were run or ruled out by the bound. */
  readonly complete: boolean;
  /** FTE-years short with the plan, weighted, whatever the goal. */
  readonly shortage: number;
  /** Pounds by model year, beyond what is spent if nothing is done, and in all. */
  readonly money: readonly { readonly year: number; readonly pounds: number }[];
  readonly total: number;
  /** The same in all at the lower ends of price ranges. */
  readonly totalLow: number;
  /** Interventions that were not planned, because nobody has given them a price. They are not free. */
  readonly withoutPrice: readonly string[];
  /** Of the plan's interventions, those whose price is an assumption of the catalogue. */
  readonly assumedPrices: readonly string[];
  /** The plan as a scenario: run it, or write it to a file. */
  readonly scenario: Scenario;
  readonly runs: number;
  /** It was stopped before its end; this is the best plan so far. */
  readonly stopped: boolean;
}

/**
 * What was found: a `plan`; `not-needed` (nothing is short, or the target is met, if nothing is done); `nothing-helps` (no
 * plan within the limits is better than doing nothing, and `because` says why); or `cannot-be-met` (the plan comes nearest
 * to a target that no plan within the limits meets).
 */
export type PlanAnswer =
  | ({ readonly kind: "plan" } & PlanOutcome)
  | ({ readonly kind: "not-needed" } & PlanOutcome)
  | ({ readonly kind: "nothing-helps"; readonly because: string } & PlanOutcome)
  | ({ readonly kind: "cannot-be-met"; readonly because: string } & PlanOutcome);

/**
 * Which interventions to choose, from which year and at which reach, under money and limits: for as little shortage as the
 * money can do, or for a target at as little money as possible. Effects that work together are taken as they are: a
 * mixed-integer programme on measured effects proposes plans, runs of the model confirm them, and what differs goes into
 * the next proposal. Budgets and limits hold in the run of the plan, at the upper ends of price ranges.
 *
 * For the least risk, the plans that come nearest to the target are run over all draws of what is uncertain, and the one
 * that meets it most often is chosen.
 *
 * The same question gives the same plan. Throws a `CadreError` for options, prices and limits that contradict each other.
 * Method: docs/method/plan.md.
 *
 * @example
 * ```ts
 * import { portfolio } from "cadre/decide";
 * import { readCatalogue, readSystem } from "cadre/node";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * const catalogue = await readCatalogue(".");
 * const named = (id: string) => catalogue.find((one) => one.id === id)!;
 * const answer = await portfolio(cumbria, {
 *   options: [
 *     { intervention: named("realistic-job-preview"), starts: [2021], price: { perYear: 60_000 } },
 *     { intervention: named("faster-start"), starts: [2021, 2023], price: { perYear: { low: 50_000, high: 90_000 } } },
 *   ],
 *   objective: { least: "shortage" },
 *   budget: { perYear: 100_000 },
 * });
 * answer.parts.map(({ title, from }) => `${title} from ${from}`);
 * ```
 */
export async function portfolio(
  system: System,
  question: PlanQuestion,
  options: SearchOptions = {},
): Promise<PlanAnswer> {
  const rules = new PlanRules(new PlanRuns(system, question));
  const search = new PlanSearch(rules, options);
  const { objective } = question;
  return objective.least === "risk"
    ? leastRisk(system, objective, { rules, search, options })
    : answerOf(rules, search);
}

/** The answer to a question under `rules`, by a search that may know plans from before. */
export async function answerOf(rules: PlanRules, search: PlanSearch): Promise<PlanAnswer> {
  const nothing = rules.runs.at([]);
  const goal: PlanGoal = rules.runs.target ? "cost" : "shortage";
  const needless = goal === "cost" ? nothing.missing <= CLOSE_ENOUGH : rules.value(nothing, goal) <= 0;
  if (needless) return { kind: "not-needed", ...planned(rules, goal, nothing, done(rules.value(nothing, goal))) };
  const found = await search.best(goal, rules);
  const { best } = found;
  if (goal === "cost" && !best) {
    const nearest = await search.best("missing", rules);
    const made = nearest.best ?? nothing;
    return {
      kind: "cannot-be-met",
      because: `No plan within the limits meets the target; this one comes nearest. ${whyNothing(rules)}`.trim(),
      ...planned(rules, "missing", made, nearest),
    };
  }
  if (!best || best.plan.length === 0)
    return { kind: "nothing-helps", because: whyNothing(rules) || NO_HELP, ...planned(rules, goal, nothing, found) };
  return { kind: "plan", ...planned(rules, goal, best, found) };
}

/** So many plans are run over all draws. */
const FINALISTS = 24;

type RiskObjective = Extract<PlanQuestion["objective"], { least: "risk" }>;
interface Asked {
  readonly rules: PlanRules;
  readonly search: PlanSearch;
  readonly options: SearchOptions;
}

/** The plan that misses its target in the fewest draws. */
async function leastRisk(
  system: System,
  { target, draws = 200, seed = 1 }: RiskObjective,
  { rules, search, options: { signal, workers, drawn } }: Asked,
): Promise<PlanAnswer> {
  const { runs } = rules;
  const found = await search.best("risk", rules);
  const nothing = runs.at([]);
  const ranked = rules.ranked(runs.all(), "risk").filter((one) => one !== nothing);
  const judge = async (made: readonly PlanRun[], stoppable: boolean) => {
    const scenarios = [nothing, ...made].map(
      ({ plan }): Scenario => ({ ...runs.scenarioOf(plan), id: `plan ${plan}` }),
    );
    const options = { draws, seed, target, ...(workers && { workers }), ...(drawn && { progress: drawn }) };
    const { plans } = await stress(system, scenarios, { ...options, ...(stoppable && signal && { signal }) });
    return plans.map((one, i) => ({ ...one, meets: one.meets ?? 0, made: i === 0 ? nothing : made[i - 1]! }));
  };
  if (ranked.length === 0)
    return { kind: "nothing-helps", because: whyNothing(rules) || NO_HELP, ...planned(rules, "risk", nothing, found) };
  // Whoever stops the draws gets the plan that comes nearest, and how sure that one is.
  const stopped = found.stopped || signal?.aborted === true;
  const judged = await judge(ranked.slice(0, stopped ? 1 : FINALISTS), !stopped).catch((error: unknown) => {
    if (signal?.aborted) return undefined;
    throw error;
  });
  const [idle, ...tried] = judged ?? (await judge(ranked.slice(0, 1), false));
  const best = tried.reduce((so, one) => {
    if (one.meets !== so.meets) return one.meets > so.meets ? one : so;
    return rules.value(one.made, "cost") < rules.value(so.made, "cost") ? one : so;
  });
  const ended = { ...found, stopped: stopped || judged === undefined, complete: false };
  const answer = (made: PlanRun, meets: number, breaks: MissedTarget | undefined) => ({
    ...planned(rules, "risk", made, ended),
    ...{ value: 1 - meets, unchanged: 1 - idle!.meets, bound: 0, sure: { draws, meets, breaks } },
  });
  if (idle!.meets === 1) return { kind: "not-needed", ...answer(nothing, 1, undefined) };
  if (best.meets > idle!.meets) return { kind: "plan", ...answer(best.made, best.meets, best.breaks) };
  return { kind: "nothing-helps", because: NEVER_SURER, ...answer(nothing, idle!.meets, idle!.breaks) };
}

const NEVER_SURER = "No plan within the limits meets the target in more draws than doing nothing.";
const NO_HELP = "No intervention within the limits reduces the shortage.";

const done = (bound: number): PlanFound => ({ best: undefined, bound, complete: true, stopped: false });

/** Why nothing can be done, where money or missing prices are the reason. */
function whyNothing(rules: PlanRules): string {
  const { choices, withoutPrice } = rules.runs.choices;
  if (choices.length === 0)
    return `Nobody has given a price for ${withoutPrice.map(({ title }) => `“${title}”`).join(", ")}; interventions without a price are not planned.`;
  const least = Math.min(...choices.map((_, place) => rules.value(rules.runs.at([place]), "cost")));
  const total = Math.min(
    rules.total,
    rules.perYear.reduce((sum, pounds) => sum + pounds, 0),
  );
  return least > total
    ? `The least costly choice takes £${Math.ceil(least).toLocaleString("en-GB")} over all years; the budget is £${Math.floor(total).toLocaleString("en-GB")}.`
    : "";
}

function planned(
  rules: PlanRules,
  goal: PlanGoal,
  made: PlanRun,
  { bound, complete, stopped }: PlanFound,
): PlanOutcome {
  const { runs } = rules;
  const { choices, withoutPrice, assumed } = runs.choices;
  const parts = made.plan.map((place) => choices[place]!);
  const total = rules.value(made, "cost");
  const { years } = runs.unchanged;
  const last = years[years.length - 1]!;
  const spare = parts.map(({ intervention: { cost = {}, until = last }, start, low }) => {
    const running = Math.max(0, Math.min(until, last) - start + 1);
    return ((cost.perYear ?? 0) - low.perYear) * running + (cost.once ?? 0) - low.once;
  });
  return {
    parts: parts.map(({ intervention: { id, title, cost }, start, reach }) => ({
      ...{ id, title, from: start, reach, perYear: cost?.perYear ?? 0, once: cost?.once ?? 0 },
    })),
    ...{ goal, bound, complete, stopped, total },
    value: rules.value(made, goal),
    unchanged: rules.value(runs.at([]), goal),
    shortage: rules.value(made, "shortage"),
    money: years.map((year, y) => ({ year, pounds: made.money[y]! })),
    totalLow: total - spare.reduce((sum, pounds) => sum + pounds, 0),
    withoutPrice: withoutPrice.map(({ title }) => title),
    assumedPrices: parts.flatMap(({ intervention: { id, title } }) =>
      assumed.some((one) => one.id === id) ? [title] : [],
    ),
    scenario: { ...runs.scenarioOf(made.plan), id: "chosen-plan", title: "The chosen plan" },
    runs: runs.runs,
  };
}
