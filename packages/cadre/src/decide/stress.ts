import { SCENARIO, SEED } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { byName, checkArguments, list, NUMBER, numberFrom, oneOf, only, optional } from "../error/shape.ts";
import type { PoolMeasure } from "../model/measures.ts";
import type { Result } from "../projection/result.ts";
import { run } from "../projection/run.ts";
import { checkAsFile } from "../scenario/check-as-file.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { letOthersRun } from "../uncertainty/breathe.ts";
import { MAKING_DRAWS, type MakingDraws } from "../uncertainty/make-draws.ts";
import { DRAW_COUNT } from "../uncertainty/most-draws.ts";
import { checkPlans } from "./check-plans.ts";
import { type GridLine, gridFutures, underFuture } from "./futures.ts";
import { MOVED } from "./lever-range.ts";
import { drawPlans } from "./plan-draws.ts";
import { type FutureInput, judgePlans, type StressAnswer } from "./regret.ts";
import {
  CLOSE_ENOUGH,
  measureOfTarget,
  missedBy,
  type ReadyTarget,
  readyTarget,
  TARGET,
  type Target,
} from "./target.ts";

const STRESS_QUESTION = only<StressQuestion>({
  ...MAKING_DRAWS,
  draws: optional(DRAW_COUNT),
  seed: optional(SEED),
  futures: optional(list(SCENARIO)),
  grid: optional(list(only<GridLine>({ ...MOVED, how: oneOf(["set", "multiply", "add"]), values: list(NUMBER) }))),
  target: optional(TARGET),
  weights: optional(byName(numberFrom(0))),
});

/** Which futures plans are held against, and what counts. */
export interface StressQuestion extends MakingDraws {
  /** Draws of everything uncertain in place and plans: 200 when neither `futures` nor `grid` is given. */
  readonly draws?: number;
  readonly seed?: number | string;
  /** Futures by name: scenarios whose assumptions and interventions come on top of each plan. */
  readonly futures?: readonly Scenario[];
  /** Futures of a grid: every combination of these values of these changes. */
  readonly grid?: readonly GridLine[];
  /** What a plan has to meet to be satisfactory; without one, futures are judged by shortage alone. */
  readonly target?: Target;
  /** How much a full-time equivalent short counts, by pool; 1 for pools left out. */
  readonly weights?: Readonly<Record<string, number>>;
}

/**
 * Holds plans against many futures: draws of everything uncertain, named scenarios, or a grid of values. For each plan you
 * get its mean shortage in full-time-equivalent years, the mean of its worst tenth, its regret (how much shorter staff is
 * than under the plan that is best in the same future) and the share of futures in which it meets a target. It names the
 * plan with the least worst regret, and says when the choice hangs on one number, and in which box of input values a plan
 * misses its target.
 *
 * Throws a `CadreError` for fewer than two plans. Method: docs/method/stress.md.
 *
 * @example
 * ```ts
 * import { stress } from "cadre/decide";
 * import { readScenario, readSystem } from "cadre/node";
 * const england = await readSystem("scenarios/england/system.yaml");
 * const names = ["do-nothing", "keep-care-staff"];
 * const plans = await Promise.all(names.map((name) => readScenario(`scenarios/england/${name}.yaml`)));
 * const { leastRegret } = await stress(england, plans, { draws: 40 });
 * leastRegret.title;
 * ```
 */
export async function stress(
  system: System,
  plans: readonly Scenario[],
  question: StressQuestion = {},
): Promise<StressAnswer> {
  checkArguments({ plans, question }, { plans: list(SCENARIO), question: STRESS_QUESTION });
  const ids = checkPlans(plans);
  const central = plans.map((plan) => run(system, plan));
  const target = question.target && readyTarget(question.target, central[0]!);
  for (const id of Object.keys(question.weights ?? {}))
    central[0]!.at({ pool: id, measure: "gap", year: central[0]!.last });
  const named = question.futures ?? (question.grid && gridFutures(question.grid));
  if (named?.length === 0)
    throw new CadreError({
      code: "no-futures",
      message: "There are no futures to test plans in.",
      value: "(nothing)",
      rule: "At least one named future, or a grid with values.",
      fix: "Name a scenario under futures, or leave it out for draws.",
    });
  for (const future of named ?? []) checkAsFile(future);
  const titles = central.map(({ title }, i) => ({ id: ids[i]!, title }));
  return named
    ? ofNamed(system, plans, named, titles, question, target)
    : ofDraws(system, plans, central, titles, question, target);
}

type Titles = readonly { readonly id: string; readonly title: string }[];

async function ofNamed(
  system: System,
  plans: readonly Scenario[],
  futures: readonly Scenario[],
  titles: Titles,
  { weights = {}, progress, signal }: StressQuestion,
  target: ReadyTarget | undefined,
): Promise<StressAnswer> {
  const losses = plans.map(() => new Float64Array(futures.length));
  const met = plans.map(() => new Uint8Array(futures.length));
  for (const [f, future] of futures.entries()) {
    for (const [s, plan] of plans.entries()) {
      const result = run(system, underFuture(plan, future));
      losses[s]![f] = shortageOf(result, weights);
      met[s]![f] = target && missedBy(target, measureOfTarget(result, target)) <= CLOSE_ENOUGH ? 1 : 0;
    }
    progress?.(f + 1, futures.length);
    await letOthersRun();
    signal?.throwIfAborted();
  }
  const names = futures.map(({ id, title }, f) => title ?? id ?? `Future ${f + 1}`);
  return judgePlans(titles, losses, target && met, { names, inputs: [] });
}

function shortageOf(result: Result, weights: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const { id } of result.pools)
    for (const { value } of result.series({ pool: id, measure: "gap" }).slice(1))
      sum += (weights[id] ?? 1) * Math.max(0, value);
  return sum;
}

async function ofDraws(
  system: System,
  plans: readonly Scenario[],
  central: readonly Result[],
  titles: Titles,
  question: StressQuestion,
  target: ReadyTarget | undefined,
): Promise<StressAnswer> {
  const { draws = 200, seed = 1, weights = {} } = question;
  const measures = [...new Set<PoolMeasure>(["gap", ...(target ? [target.measure] : [])])];
  const { pools, years } = central[0]!;
  const losses = plans.map(() => new Float64Array(draws));
  const met = plans.map(() => new Uint8Array(draws));
  const { workers, progress, signal } = question;
  const making = { ...(workers && { workers }), ...(progress && { progress }), ...(signal && { signal }) };
  const asked = { plans, central: central[0]!, measures, draws, seed, ...making };
  const { known, drawn } = await drawPlans(system, asked, (s, d, number) => {
    let loss = 0;
    for (const { id } of pools)
      for (const year of years) loss += (weights[id] ?? 1) * Math.max(0, number(id, "gap", year));
    losses[s]![d] = loss;
    if (target) met[s]![d] = missedBy(target, number(target.pool, target.measure, target.year)) <= CLOSE_ENOUGH ? 1 : 0;
  });
  const inputs = known.flatMap((one, i): FutureInput[] => {
    const values = Array.from({ length: draws }, (_, d) => one.shown(drawn[d * known.length + i]!));
    // A variant of the population is no number that could be above or below a bound.
    if (values.some((value) => typeof value === "string")) return [];
    return [{ id: one.id, title: one.title, values: Float64Array.from(values as number[]) }];
  });
  const names = Array.from({ length: draws }, (_, d) => `Draw ${d + 1}`);
  return judgePlans(titles, losses, target && met, { names, inputs });
}
