import { SCENARIO, SEED, SYSTEM } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, list, NUMBER, oneOf, only, optional, TEXT, whole } from "../error/shape.ts";
import type { CountedPoolMeasure } from "../model/measures.ts";
import { run } from "../projection/run.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { type GainCost, gainCost, type ScenarioTotals, totalsUntil } from "../uncertainty/gain-cost.ts";
import { MAKING_DRAWS, type MakingDraws } from "../uncertainty/make-draws.ts";
import { MOST_DRAWS } from "../uncertainty/most-draws.ts";
import { priceSpread } from "../uncertainty/price-spread.ts";
import { checkPlans } from "./check-plans.ts";
import { drawPlans } from "./plan-draws.ts";
import { PLAN_COSTS, type PlanCost } from "./plan-question.ts";

const OPTIONS = only<GainOptions>({
  ...MAKING_DRAWS,
  pool: optional(TEXT),
  by: optional(NUMBER),
  draws: optional(whole(0, MOST_DRAWS)),
  seed: optional(SEED),
  counting: optional(list(oneOf(PLAN_COSTS))),
});

/** Whose gain is counted until when, what counts as spent, and how many draws say how sure it is. */
export interface GainOptions extends MakingDraws {
  /** A pool or group whose staff are counted; `all` when left out. Money is the whole system's. */
  readonly pool?: string;
  /** The year until which is counted; the last one when left out. */
  readonly by?: number;
  /** None when left out: then only the central run is told. */
  readonly draws?: number;
  readonly seed?: number | string;
  /** Costs of the results that count as spent; all but pay when left out. */
  readonly counting?: readonly PlanCost[];
}

const BUT_PAY = PLAN_COSTS.filter((cost) => cost !== "cost.pay");

/**
 * What each full-time equivalent and each person-year costs that plans gain. The first plan is what the others are held
 * against, such as doing nothing. Each draw of a plan stands beside the same draw of the first one, so that what is uncertain
 * in both does not count twice. Where an intervention's cost has a range, draws take sums between its ends, all as likely.
 *
 * Where nothing is gained there is no price, and the answer says so: `central` is undefined, and so are ends of the interval.
 * Throws a `CadreError` for fewer than two plans, a pool or a year that is not there. Method: docs/method/costs.md.
 *
 * @example
 * ```ts
 * import { costOfGain } from "cadre/decide";
 * import { readScenario, readSystem } from "cadre/node";
 * const somerset = await readSystem("scenarios/somerset/system.yaml");
 * const plans = [
 *   await readScenario("scenarios/somerset/do-nothing.yaml"),
 *   await readScenario("scenarios/somerset/plan.yaml"),
 * ];
 * const [plan] = await costOfGain(somerset, plans, { counting: ["cost.interventions"] });
 * plan?.perFte.central; // pounds for each full-time equivalent more in 2035
 * ```
 */
export async function costOfGain(
  system: System,
  plans: readonly Scenario[],
  options: GainOptions = {},
): Promise<GainCost[]> {
  checkArguments({ system, plans, options }, { system: SYSTEM, plans: list(SCENARIO), options: OPTIONS });
  const { pool = "all", draws = 0, seed = 1, counting = BUT_PAY, by: _, ...making } = options;
  const ids = checkPlans(plans);
  const central = plans.map((plan) => run(system, plan));
  const years = yearsUntil(central[0]!.years, options.by);
  const came = (number: (of: string, measure: CountedPoolMeasure, year: number) => number): ScenarioTotals =>
    totalsUntil(
      (measure, year) => number(pool, measure, year),
      years,
      (year) => counting.reduce((sum, cost) => sum + number("all", cost, year), 0),
    );
  const drawn = plans.map((): ScenarioTotals[] => []);
  if (draws > 0) {
    const measures = ["supply", "personYears", ...counting] as const;
    const spread = plans.map((plan) =>
      counting.includes("cost.interventions") ? priceSpread(plan, years, { draws, seed }) : new Float64Array(draws),
    );
    await drawPlans(system, { plans, central: central[0]!, measures, draws, seed, ...making }, (s, d, number) => {
      const one = came(number);
      drawn[s]![d] = { ...one, pounds: one.pounds + spread[s]![d]! };
    });
  }
  const often = central.map((result, s) => ({
    central: came((group, measure, year) => result.at({ pool: group, measure, year })),
    drawn: drawn[s]!,
  }));
  return often.slice(1).map((one, i) => gainCost({ id: ids[i + 1]!, title: central[i + 1]!.title }, one, often[0]!));
}

function yearsUntil(years: readonly number[], by = years[years.length - 1]!): number[] {
  if (years.includes(by)) return years.filter((year) => year <= by);
  throw new CadreError({
    code: "unknown-year",
    message: `There is no model year ${by}.`,
    path: "options.by",
    value: String(by),
    rule: `Model years are ${years[0]} to ${years[years.length - 1]}.`,
    fix: "Correct the year.",
  });
}
