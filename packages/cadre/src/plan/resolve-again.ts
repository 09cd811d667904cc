import type { BaseYear } from "../base-year/base-year.ts";
import { checkProbabilities } from "../base-year/contradictions.ts";
import type { ModelPart } from "../model/parameter-facts.ts";
import { leaversBefore, type ModelParts } from "./model-parts.ts";
import type { Mutable } from "./mutable.ts";
import type { Resolved, UnsettledRates } from "./resolved.ts";

/** Which parts of a model depend on numbers that are tried again and again, and whether its base year does. */
export type TouchedParts = Readonly<Record<ModelPart | "base", boolean>>;

/** The parts that are worked out from the base year: its staff, rates and recruits. */
const OF_BASE_YEAR: ReadonlySet<ModelPart> = new Set([
  "rates",
  "recruits",
  "markets",
  "demand",
  "courses",
  "returners",
  "abroad",
] as const);

/** What some numbers touch: the parts that depend on them, and all that rests on the base year when they shape it. */
export function touchedBy(
  parts: ReadonlySet<ModelPart>,
  shapesBase: boolean,
  { published }: Pick<ModelParts, "published">,
): TouchedParts {
  const touched = (part: ModelPart) => parts.has(part) || (shapesBase && OF_BASE_YEAR.has(part));
  return {
    base: shapesBase,
    // The level of a published rate that is set hangs on everything.
    rates: touched("rates") || published.all.length > 0,
    recruits: touched("recruits"),
    responses: touched("responses"),
    demand: touched("demand"),
    money: touched("money"),
    // A market's capacity may be what its pools recruited in the base year.
    markets: touched("markets") || touched("recruits"),
    courses: touched("courses"),
    returners: touched("returners"),
    abroad: touched("abroad"),
    planned: touched("planned"),
    fte: touched("fte"),
  };
}

/**
 * Works out again, in `now`, what is touched of a model; the rest stays what it is in `middle`. Returns the published rates
 * whose levels are still to be found, if there are any. Throws a `CadreError` when the numbers contradict each other.
 */
export function resolveAgain(
  now: Mutable<Resolved>,
  middle: Resolved,
  parts: ModelParts,
  baseYear: BaseYear,
  touched: TouchedParts,
): UnsettledRates | undefined {
  const { system } = parts;
  const { joiners } = middle;
  const recruits = touched.recruits ? parts.recruits(baseYear) : joiners.recruits;
  const returners = touched.returners ? parts.returners(baseYear) : joiners.returners;
  now.system = system;
  now.opening = baseYear.opening;
  if (touched.rates) now.rates = parts.rates(baseYear);
  const unsettled = touched.rates ? parts.unsettled(baseYear) : undefined;
  if (touched.rates && !unsettled && system.calendar.convention === "opening-stock")
    for (const one of new Set(now.rates)) checkProbabilities(system, one);
  if (touched.fte) now.fte = parts.fte();
  now.joiners = {
    recruits,
    returners,
    markets: touched.markets ? parts.markets(baseYear, recruits) : joiners.markets,
    abroad: touched.abroad ? parts.abroad(baseYear) : joiners.abroad,
    planned: touched.planned ? parts.planned() : joiners.planned,
    courses: touched.courses ? parts.courses(baseYear) : joiners.courses,
  };
  if (touched.responses) now.responses = parts.responses();
  if (touched.base) now.leaversBefore = leaversBefore(system, baseYear, returners);
  if (touched.demand) Object.assign(now, parts.demand(baseYear.opening, now.fte[0]!));
  if (touched.money) now.moneyByYear = parts.money();
  return unsettled;
}
