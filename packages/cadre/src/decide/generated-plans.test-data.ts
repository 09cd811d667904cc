import { run } from "../projection/run.ts";
import type { Intervention } from "../scenario/schema/intervention.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { pool, town } from "../system/town.test-data.ts";
import type { System } from "../system/types.ts";
import { stream } from "../uncertainty/streams.ts";
import type { PlanQuestion } from "./plan-question.ts";
import { type PlanRun, PlanRuns } from "./plan-runs.ts";
import type { PlanAnswer } from "./portfolio.ts";

const PARAMETERS = ["leaving.rate", "recruitment.effort", "demand.growthPerHead", "moves.rate"];

/** How large a generated question is. */
export interface PlanSize {
  readonly interventions: number;
  readonly starts: readonly number[];
}

/** A small system and a question about it, from the numbers of a stream. */
export function generatedPlan(n: number, { interventions, starts }: PlanSize) {
  const next = stream("plans", String(n));
  const between = (low: number, high: number) => low + (high - low) * next();
  const ids = ["a", "b", "c"].slice(0, 2 + (n % 2));
  const system = town(
    Object.fromEntries(
      ids.map((id) => [
        id,
        pool({
          headcount: between(50, 400),
          vacancyRate: between(0, 0.15),
          leaving: { rate: between(0.1, 0.4), kind: "hazard", scope: "employer" },
          recruitment: { mode: "replace", ...(n % 3 === 0 && { market: "local" }) },
        }),
      ]),
    ),
    {
      calendar: { base: "2019-03-31", until: "2024-03-31" },
      moves: [{ from: "a", to: "b", rate: between(0, 0.05), kind: "hazard" }],
      demand: Object.fromEntries(ids.map((id) => [id, { growthPerHead: `${between(0, 4)}% per year` }])),
      ...(n % 3 === 0 && { labourMarkets: { local: { capacity: "base-year" } } }),
    },
  );
  const options = Array.from({ length: interventions }, (_, i) => {
    const parameter = PARAMETERS[Math.floor(next() * PARAMETERS.length)]!;
    const where = parameter === "moves.rate" ? { pool: "a" } : { pool: ids[Math.floor(next() * ids.length)]! };
    const effect = parameter === "recruitment.effort" ? between(1, 1.6) : between(0.4, 1.05);
    const change = parameter === "demand.growthPerHead" ? { add: -between(0, 0.02) } : { multiply: effect };
    const intervention: Intervention = {
      id: `i${i}`,
      title: `Intervention ${i}`,
      changes: [{ parameter, where, ...change }],
    };
    return { intervention, starts, price: { perYear: between(5, 60), once: between(0, 40) } };
  });
  const question: PlanQuestion = {
    options,
    objective: { least: "shortage", weights: { a: between(0.5, 2) } },
    budget: { total: between(100, 500), ...(n % 4 === 0 && { perYear: between(60, 120) }) },
    limits: {
      ...(n % 5 === 1 && { notBoth: [["i0", "i1"]] }),
      ...(n % 5 === 2 && { first: [["i0", "i1"]] as const }),
      ...(n % 5 === 3 && { atMost: [{ count: 2 }] }),
      ...(n % 5 === 4 && { noWorse: true }),
    },
  };
  return { system, question };
}

type Parts = readonly { readonly id: string; readonly from: number }[];

/** Less money and fewer full-time equivalents than this are rounding. */
const [PENCE, NO_HARM] = [0.006, 1e-6];

/** Whether parts keep to money and limits, worked out from the question alone. */
export function keepsToLimits(
  { options, budget = {}, limits = {} }: PlanQuestion,
  parts: Parts,
  last: number,
): boolean {
  const has = (id: string) => parts.find((part) => part.id === id)?.from;
  const spent = (year: number) =>
    parts.reduce((sum, { id, from }) => {
      const price = options.find(({ intervention }) => intervention.id === id)!.price!;
      return sum + (year >= from ? Number(price.perYear) : 0) + (year === from ? Number(price.once) : 0);
    }, 0);
  const years = Array.from({ length: last - 2019 }, (_, y) => spent(2020 + y));
  const { perYear = Number.POSITIVE_INFINITY, total = Number.POSITIVE_INFINITY } = budget;
  const { notBoth = [], first = [], atMost = [] } = limits;
  return (
    years.every((pounds) => pounds <= Number(perYear) + PENCE) &&
    years.reduce((sum, pounds) => sum + pounds, 0) <= total + PENCE &&
    notBoth.every((list) => list.filter((id) => has(id) !== undefined).length <= 1) &&
    first.every(([one, then]) => has(then) === undefined || (has(one) ?? Number.POSITIVE_INFINITY) < has(then)!) &&
    atMost.every(({ count }) => parts.length <= count)
  );
}

/** Shortage, weighted, and by how much a pool is worse off than if nothing is done, in a run of its own. */
export function judgedByRun(system: System, { objective, limits }: PlanQuestion, scenario: Scenario) {
  const [made, nothing] = [run(system, scenario), run(system)];
  const weights = objective.least === "shortage" ? (objective.weights ?? {}) : {};
  let [shortage, harm] = [0, 0];
  for (const { id } of made.pools)
    for (const year of made.years) {
      const short = (of: typeof made) => Math.max(0, of.at({ pool: id, measure: "gap", year }));
      shortage += (weights[id] ?? 1) * short(made);
      if (limits?.noWorse) harm = Math.max(harm, short(made) - short(nothing));
    }
  return { shortage, harm };
}

/** The least shortage of all plans that are allowed, each of them run; and how many they are. */
export function exhaustive(system: System, question: PlanQuestion): { least: number; plans: number } {
  const runs = new PlanRuns(system, question);
  const { choices, ids } = runs.choices;
  const { years, last, pools } = runs.unchanged;
  const weights = question.objective.least === "shortage" ? (question.objective.weights ?? {}) : {};
  const value = ({ gaps }: PlanRun) =>
    gaps.reduce((sum, gap, i) => sum + (weights[pools[Math.floor(i / years.length)]!.id] ?? 1) * Math.max(0, gap), 0);
  const nothing = runs.at([]);
  const spares = ({ gaps }: PlanRun) =>
    !question.limits?.noWorse || gaps.every((gap, i) => gap <= Math.max(0, nothing.gaps[i]!) + NO_HARM);
  let [least, plans] = [Number.POSITIVE_INFINITY, 0];
  const partsOf = (plan: readonly number[]) =>
    plan.map((place) => ({ id: ids[choices[place]!.option]!, from: choices[place]!.start }));
  const cheap = (plan: readonly number[]) => keepsToLimits({ ...question, limits: {} }, partsOf(plan), last);
  // More choices only cost more, so that beyond what the money allows there is nothing to find.
  const visit = (option: number, plan: readonly number[]): void => {
    if (!cheap(plan)) return;
    if (option === ids.length) {
      if (!keepsToLimits(question, partsOf(plan), last)) return;
      const made = runs.at(plan);
      plans += 1;
      if (spares(made)) least = Math.min(least, value(made));
      return;
    }
    visit(option + 1, plan);
    for (const [place, choice] of choices.entries()) if (choice.option === option) visit(option + 1, [...plan, place]);
  };
  visit(0, []);
  return { least, plans };
}

/** What is wrong with an answer, beside the best of all plans: nothing when it is right. */
export function faultsOf(
  { system, question }: { readonly system: System; readonly question: PlanQuestion },
  answer: PlanAnswer,
  least: number,
): string[] {
  const close = 1e-9 * Math.max(1, least);
  const last = Number(system.calendar.until.slice(0, 4));
  const { shortage, harm } = judgedByRun(system, question, answer.scenario);
  return [
    ...(keepsToLimits(question, answer.parts, last) ? [] : ["a budget or limit is broken"]),
    ...(harm > NO_HARM ? ["a pool is worse off"] : []),
    ...(Math.abs(shortage - answer.value) > close ? [`a run of the plan has ${shortage}, not ${answer.value}`] : []),
    ...(answer.value > least * 1.01 + close ? [`${answer.value} is more than 1% above ${least}`] : []),
    ...(answer.value < least - close ? [`${answer.value} is below all plans, ${least}`] : []),
    ...(answer.bound > answer.value + close ? ["the bound is above the plan"] : []),
  ];
}

/** Whether an answer is as good as the best of all plans. */
export const isBest = ({ value }: PlanAnswer, least: number): boolean => value <= least + 1e-9 * Math.max(1, least);
