import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, list, numberFrom } from "../error/shape.ts";
import type { System } from "../system/types.ts";
import { PLAN_QUESTION, type PlanQuestion } from "./plan-question.ts";
import { PlanRules } from "./plan-rules.ts";
import { PlanRuns } from "./plan-runs.ts";
import { PlanSearch, type SearchOptions } from "./plan-search.ts";
import { answerOf, type PlanAnswer } from "./portfolio.ts";

/** The best plan for a sum of money. */
export interface FrontierPoint {
  /** Pounds in all. */
  readonly budget: number;
  readonly answer: PlanAnswer;
  /** FTE-years short that the step from the point before takes away, and what each of them costs. */
  readonly step?: { readonly less: number; readonly pounds: number; readonly poundsEach: number };
}

/**
 * How much less shortage more money buys: the best plan for each of several sums in all, every one of them run. What is
 * run for one sum is known to all, so a larger sum never gives a worse plan. Otherwise as `portfolio`.
 *
 * @example
 * ```ts
 * import { frontier } from "cadre/decide";
 * import { readCatalogue, readSystem } from "cadre/node";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * const preview = (await readCatalogue(".")).find(({ id }) => id === "realistic-job-preview")!;
 * const question = {
 *   options: [{ intervention: preview, starts: [2021, 2025], price: { perYear: 60_000 } }],
 *   objective: { least: "shortage" as const },
 * };
 * const points = await frontier(cumbria, question, [0, 700_000, 1_000_000]);
 * points.map(({ budget, answer }) => [budget, answer.value]); // pounds, FTE-years short
 * ```
 */
export async function frontier(
  system: System,
  question: PlanQuestion,
  budgets: readonly number[],
  options: SearchOptions = {},
): Promise<FrontierPoint[]> {
  checkArguments({ question, budgets }, { question: PLAN_QUESTION, budgets: list(numberFrom(0)) });
  if (question.objective.least !== "shortage")
    throw new CadreError({
      code: "frontier-of-cost",
      message: "A frontier shows how much less shortage money buys.",
      value: `least: ${question.objective.least}`,
      rule: "The objective of a frontier is least: shortage.",
      fix: "Change the objective; a plan for a target is a single plan.",
    });
  const runs = new PlanRuns(system, question);
  const search = new PlanSearch(new PlanRules(runs), options);
  const rising = [...new Set(budgets)].sort((one, other) => one - other);
  const rules = rising.map((total) => new PlanRules(runs, { ...question.budget, total }));
  // Every sum is searched before any is answered: each answer then knows the runs of all.
  for (const one of rules) await search.best("shortage", one);
  const points: FrontierPoint[] = [];
  for (const [i, one] of rules.entries()) {
    const answer = await answerOf(one, search);
    const before = points[i - 1]?.answer;
    const less = before ? before.shortage - answer.shortage : 0;
    const pounds = before ? answer.total - before.total : 0;
    points.push({
      budget: rising[i]!,
      answer,
      ...(less > 0 && { step: { less, pounds, poundsEach: pounds / less } }),
    });
  }
  return points;
}
