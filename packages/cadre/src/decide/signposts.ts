import { SCENARIO, SEED } from "../error/argument.ts";
import { byName, checkArguments, list, numberFrom, only, optional, TEXT } from "../error/shape.ts";
import type { PoolMeasure } from "../model/measures.ts";
import { run } from "../projection/run.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import type { MakingDraws } from "../uncertainty/make-draws.ts";
import { MAKING_DRAWS } from "../uncertainty/make-draws.ts";
import { DRAW_COUNT } from "../uncertainty/most-draws.ts";
import { checkPlans } from "./check-plans.ts";
import { drawPlans } from "./plan-draws.ts";
import { bestSplit, type Split } from "./split.ts";

const OPTIONS = only<SignpostOptions>({
  ...MAKING_DRAWS,
  draws: optional(DRAW_COUNT),
  seed: optional(SEED),
  measures: optional(list(TEXT)),
  weights: optional(byName(numberFrom(0))),
});

/** An observed value beyond which another plan becomes better. */
export interface Signpost {
  readonly year: number;
  /** The reference date on which the figure is counted. */
  readonly date: string;
  readonly pool: string;
  readonly measure: PoolMeasure;
  readonly beyond: "above" | "below";
  readonly value: number;
  /** The plan that is better then. */
  readonly better: { readonly id: string; readonly title: string };
  /** Full-time-equivalent years short that it saves on average beyond the value. */
  readonly saves: number;
  /** Share of the draws beyond the value. */
  readonly share: number;
}

/** Which draws, and what is watched. */
export interface SignpostOptions extends MakingDraws {
  /** 400 when left out. */
  readonly draws?: number;
  readonly seed?: number | string;
  /** Stocks that are watched: headcount and gap when left out. */
  readonly measures?: readonly ("headcount" | "gap")[];
  /** How much a full-time equivalent short counts, by pool; 1 for pools left out. */
  readonly weights?: Readonly<Record<string, number>>;
}

/**
 * When to change course: for the first of several plans, the figure of each year to watch, and the value beyond which
 * another of the plans has less shortage over all years. All plans are run over the same draws of what is uncertain. For
 * each year you get the stock of a pool that separates the draws best. A value is given only if it also holds in the half
 * of the draws that it was not found in; a year in which nothing tells has no signpost.
 *
 * The rows have the columns of `observed.csv` (date, pool, measure, value), so that figures counted later can be held
 * against them. Throws a `CadreError` for fewer than two plans. Method: docs/method/stress.md.
 *
 * @example
 * ```ts
 * import { signposts } from "cadre/decide";
 * import { readScenario, readSystem } from "cadre/node";
 * const england = await readSystem("scenarios/england/system.yaml");
 * const names = ["do-nothing", "keep-care-staff"];
 * const plans = await Promise.all(names.map((name) => readScenario(`scenarios/england/${name}.yaml`)));
 * const rows = await signposts(england, plans, { draws: 40 });
 * rows.map(({ date, pool, measure, value }) => [date, pool, measure, value].join(",")); // lines for observed.csv
 * ```
 */
export async function signposts(
  system: System,
  plans: readonly Scenario[],
  options: SignpostOptions = {},
): Promise<Signpost[]> {
  checkArguments({ plans, options }, { plans: list(SCENARIO), options: OPTIONS });
  const { draws = 400, seed = 1, measures = ["headcount", "gap"], weights = {}, ...making } = options;
  const ids = checkPlans(plans);
  const central = plans.map((plan) => run(system, plan));
  const { pools, years } = central[0]!;
  const losses = plans.map(() => new Float64Array(draws));
  const watched = years.map(() => pools.map(() => measures.map(() => new Float64Array(draws))));
  const all = [...new Set<PoolMeasure>(["gap", ...measures])];
  await drawPlans(system, { plans, central: central[0]!, measures: all, draws, seed, ...making }, (s, d, number) => {
    for (const [p, { id }] of pools.entries())
      for (const [y, year] of years.entries()) {
        losses[s]![d]! += (weights[id] ?? 1) * Math.max(0, number(id, "gap", year));
        if (s === 0) for (const [m, measure] of measures.entries()) watched[y]![p]![m]![d] = number(id, measure, year);
      }
  });
  return years.flatMap((year, y): Signpost[] => {
    let best: (Split & Pick<Signpost, "pool" | "measure" | "better">) | undefined;
    for (const [p, { id }] of pools.entries())
      for (const [m, measure] of measures.entries())
        for (let s = 1; s < plans.length; s++) {
          const saved = losses[0]!.map((loss, d) => loss - losses[s]![d]!);
          const split = bestSplit(watched[y]![p]![m]!, saved);
          if (!split || (best && split.saves * split.share <= best.saves * best.share)) continue;
          best = { ...split, pool: id, measure, better: { id: ids[s]!, title: central[s]!.title } };
        }
    return best ? [{ year, date: `${year}${system.calendar.base.slice(4)}`, ...best }] : [];
  });
}
