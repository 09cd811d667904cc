import { SCENARIO, SEED, SYSTEM } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, list, numberFrom, only, optional } from "../error/shape.ts";
import type { CountedPoolMeasure, PoolMeasure } from "../model/measures.ts";
import { Layout } from "../projection/layout.ts";
import type { Result } from "../projection/result.ts";
import { run } from "../projection/run.ts";
import { isFuture, kindOf } from "../scenario/kind.ts";
import { unpricedActions } from "../scenario/priced.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { type GainCost, gainCost, type ScenarioTotals, totalsUntil } from "./gain-cost.ts";
import { MAKING_DRAWS, type MakingDraws, makeDraws, newKey } from "./make-draws.ts";
import { DRAW_COUNT } from "./most-draws.ts";
import { priceSpread } from "./price-spread.ts";
import { sampledShares } from "./sampling.ts";
import { informationWorth, perfectInformation } from "./sensitivity/information-worth.ts";
import { type UncertainNumber, uncertainties } from "./uncertain.ts";

const OPTIONS = only<WorthOptions>({
  ...MAKING_DRAWS,
  shortage: numberFrom(0),
  draws: optional(DRAW_COUNT),
  seed: optional(SEED),
});

/** The choice that is to be made better, and how many draws it is judged by. */
export interface WorthOptions extends MakingDraws {
  /** What a full-time equivalent short for a year costs the place, in pounds: care not given, harm, overtime. */
  readonly shortage: number;
  /** 1,000 when left out. */
  readonly draws?: number;
  readonly seed?: number | string;
}

/** What to measure next. */
export interface WorthMeasuring {
  /** The scenario that loses least on average as things are known now. */
  readonly best: { readonly id: string; readonly title: string };
  /** What each scenario loses on average, in pounds over all years. */
  readonly losses: readonly OptionLoss[];
  /** What it would be worth to know everything before choosing, in pounds. */
  readonly perfect: number;
  /** What each further scenario gains beside the first one by the last year, and what each of the gained costs, without pay. */
  readonly gains: readonly GainCost[];
  /** What it would be worth to know each number, in pounds, the most first. */
  readonly rows: readonly (UncertainNumber & { readonly worth: number })[];
  /**
   * Actions whose price nobody has stated, by scenario: what they do is counted, what they cost is not, so that their
   * scenario looks better than it is.
   */
  readonly unpriced: readonly UnpricedActions[];
}

/** Actions of a scenario that have no price: no cost of their own, nor of the courses whose learners they change. */
export interface UnpricedActions {
  readonly id: string;
  readonly title: string;
  /** Titles of the actions. */
  readonly actions: readonly string[];
}

/** What a scenario loses on average, in pounds over all years. */
export interface OptionLoss {
  readonly id: string;
  readonly title: string;
  /** What its shortages cost and what it spends, without pay. */
  readonly mean: number;
  /** Of that, what is spent: on interventions, courses, recruits, leavers and agency staff. */
  readonly spending: number;
  /** What it pays its staff. Pay for work that is done is no loss, so that it is not counted; a shortage is no saving. */
  readonly pay: number;
}

const DRAWN = ["gap", "cost.total", "cost.pay", "supply", "personYears"] as const satisfies readonly PoolMeasure[];

/**
 * Which number to measure next: what it would be worth, in pounds, to know each uncertain number exactly before choosing
 * between scenarios (expected value of partial perfect information). A scenario loses, over all years, what its shortages
 * cost (`shortage` a full-time equivalent and year) and what it spends without pay: pay buys the work that a shortage
 * leaves undone, so that counting it would make a shortage look like a saving. A number is worth nothing when knowing it would
 * never change the choice, however uncertain it is.
 *
 * The first scenario is what goes on if nothing is chosen. Throws a `CadreError` for fewer than two scenarios, and for one that
 * is a future and no choice: a risk, or one after the first that only assumes. Method: docs/method/sensitivity.md.
 *
 * @example
 * ```ts
 * import { worthMeasuring } from "cadre/uncertainty";
 * import { readScenario, readSystem } from "cadre/node";
 * const england = await readSystem("scenarios/england/system.yaml");
 * const names = ["do-nothing", "keep-care-staff"];
 * const choices = await Promise.all(names.map((name) => readScenario(`scenarios/england/${name}.yaml`)));
 * const { best, rows } = await worthMeasuring(england, choices, { shortage: 20_000, draws: 100 });
 * `${best.title}: ${rows.length} numbers`;
 * ```
 */
export async function worthMeasuring(
  system: System,
  scenarios: readonly Scenario[],
  options: WorthOptions,
): Promise<WorthMeasuring> {
  const shapes = { system: SYSTEM, scenarios: list(SCENARIO), options: OPTIONS };
  checkArguments({ system, scenarios, options }, shapes);
  const { shortage, draws = 1000, seed = 1 } = options;
  checkChoices(scenarios);
  const central = scenarios.map((scenario) => run(system, scenario));
  const all = new Map(scenarios.flatMap((scenario) => uncertainties(system, scenario)).map((one) => [one.id, one]));
  const known = [...all.values()];
  const ids = known.map(({ id }) => id);
  const groups = known.map(({ membership }) => membership);
  const drawn = sampledShares({ ids, groups, draws, seed });
  const k = ids.length;
  const losses = scenarios.map(() => new Float64Array(draws));
  const spent = scenarios.map(() => ({ spending: 0, pay: 0 }));
  const came = scenarios.map((): ScenarioTotals[] => []);
  const { years } = central[0]!;
  const spread = scenarios.map((scenario) => priceSpread(scenario, years, { draws, seed }));
  const layouts = central.map((result) => new Layout(result.groups, DRAWN, result));
  const work = { ...{ key: newKey(), system, scenarios, ids, measures: DRAWN, noise: false, seed } };
  await makeDraws(
    work,
    draws,
    (from, to) => drawn.slice(from * k, to * k),
    options,
    ({ values }, from, count) => {
      values.forEach((of, s) => {
        const layout = layouts[s]!;
        for (let d = 0; d < count; d++) {
          const number = (measure: CountedPoolMeasure, year: number) =>
            of[d * layout.width + layout.placeOf("all", measure, year)]!;
          const spending = (year: number) => number("cost.total", year) - number("cost.pay", year);
          let loss = 0;
          for (const year of years) {
            loss += Math.max(0, number("gap", year)) * shortage + spending(year);
            spent[s]!.spending += spending(year) / draws;
            spent[s]!.pay += number("cost.pay", year) / draws;
          }
          losses[s]![from + d] = loss;
          const one = totalsUntil(number, years, spending);
          came[s]![from + d] = { ...one, pounds: one.pounds + spread[s]![from + d]! };
        }
      });
    },
  );
  const { best, worth } = perfectInformation(losses);
  const named = central.map(({ id, title }) => ({ id, title }));
  const often = central.map((result, s) => ({ central: centrally(result), drawn: came[s]! }));
  return {
    best: named[best]!,
    losses: named.map((one, s) => ({
      ...one,
      ...spent[s]!,
      mean: losses[s]!.reduce((sum, loss) => sum + loss, 0) / draws,
    })),
    perfect: worth,
    gains: named.slice(1).map((one, i) => gainCost(one, often[i + 1]!, often[0]!)),
    unpriced: scenarios.flatMap((scenario, s) => {
      const actions = unpricedActions(scenario, system).map(({ title }) => title);
      return actions.length > 0 ? [{ ...named[s]!, actions }] : [];
    }),
    rows: known
      .flatMap(({ id, title, from }, i) => {
        // What chance brings in a year to come cannot be measured beforehand.
        if (from === "year") return [];
        const column = Float64Array.from({ length: draws }, (_, d) => drawn[d * k + i]!);
        return [{ id, title, from, worth: Math.min(worth, informationWorth(losses, column)) }];
      })
      .sort((a, b) => b.worth - a.worth),
  };
}

/** What a central run spends without pay, and whom it has in post. */
function centrally(result: Result): ScenarioTotals {
  const number = (measure: CountedPoolMeasure, year: number) => result.at({ measure, year });
  return totalsUntil(number, result.years, (year) => number("cost.total", year) - number("cost.pay", year));
}

const noChoice = (scenario: Scenario): CadreError => {
  const { id = "", title = id } = scenario;
  const risk = kindOf(scenario) === "risk";
  return new CadreError({
    code: "no-choice",
    message: risk ? `"${title}" is a risk, which nobody chooses.` : `"${title}" assumes something and does nothing.`,
    value: id,
    rule: "Choices are plans, or nothing. A risk or another future may come true under each of them.",
    fix: risk
      ? "Leave it out, or write two scenarios that extend it, one of them with the plan. Comparing them shows what the plan does if the risk happens."
      : "Leave it out, or write what is decided in it as an intervention. `stress` tests plans against futures.",
  });
};

/** Refuses scenarios that leave nothing to choose: fewer than two, or one that nobody can choose. */
function checkChoices(scenarios: readonly Scenario[]): void {
  if (scenarios.length < 2)
    throw new CadreError({
      code: "no-choice",
      message: "There is nothing to choose between.",
      value: `${scenarios.length} scenarios`,
      rule: "It is worth knowing a number if it could change a choice between at least two scenarios.",
      fix: "Name two or more scenarios.",
    });
  const future = scenarios.find((one, i) => kindOf(one) === "risk" || (i > 0 && isFuture(one)));
  if (future) throw noChoice(future);
}
