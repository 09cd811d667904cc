import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import { run } from "../projection/run.ts";
import type { Scenario } from "../scenario/change.ts";
import type { System } from "../system/types.ts";
import { tenureLabels } from "../table/axes.ts";
import { cellMask, type Where } from "../table/where.ts";
import { explainInput, inputNames } from "./explain-input.ts";
import { EXPLAINED_MEASURES, explainMeasure } from "./explain-measure.ts";
import { explainLeaving, explainRecruits } from "./explain-rates.ts";

/** What to explain: a parameter or a measure, for which staff, in which year. */
export interface Question {
  readonly parameter?: string;
  readonly measure?: string;
  readonly where?: Where;
  /** A model year by the calendar year in which it ends; the first one for rates, the last one for measures. */
  readonly year?: number;
}

/** One step on the way to a number. */
export interface ExplanationStep {
  readonly what: string;
  readonly value?: number;
  readonly unit?: string;
  readonly source?: string;
  readonly at?: string;
  readonly note?: string;
  /** `file:line:column` of the number. */
  readonly place?: string;
}

/** Why a number is what it is: the steps from what was written to what the engine used or computed. */
export interface Explanation {
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  readonly steps: readonly ExplanationStep[];
}

/** Rates that calibration works out, beside the inputs as written. */
const RATES = ["leaving.rate", "retirement.rate", "mortality.rate", "moves.rate", "recruitment.recruits"];

/**
 * Explains one number: where it was written, by which source, what calibration made of it, and, when sex, age or
 * tenure are asked for, what it is for those cells. Measures (`gap`, `supply`, `demand`, `headcount`…) are taken apart
 * into what they are made of. Rates are per person-year.
 *
 * Throws a `CadreError` with the names that can be asked for when the parameter, measure or pool is not known.
 *
 * @example
 * ```ts
 * import { explain } from "cadre";
 * import { readSystem } from "cadre/node";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * explain(cumbria, { parameter: "leaving.rate", where: { pool: "independent-care", tenure: "0" } }).steps[0].what;
 * // "Published: 34%, leavers ÷ average headcount, leaving the employer"
 * ```
 */
export function explain(system: System, question: Question): Explanation;
export function explain(system: System, scenario: Scenario, question: Question): Explanation;
export function explain(system: System, first: Scenario | Question, second?: Question): Explanation {
  const question = second ?? (first as Question);
  const scenario = second ? (first as Scenario) : {};
  const result = run(system, scenario);
  const { parameter, measure, where = {} } = question;
  refuseCells(system, parameter ?? measure ?? "", where);
  if (measure !== undefined) {
    if (!EXPLAINED_MEASURES.includes(measure)) throw unknown(measure, EXPLAINED_MEASURES, "measure");
    return explainMeasure(result, measure, where.pool ?? "all", question.year ?? result.years[result.years.length - 1]);
  }
  const known = [...new Set([...RATES, ...inputNames(system)])];
  if (parameter === undefined || !known.includes(parameter)) throw unknown(parameter ?? "", known, "parameter");
  const pool = where.pool ?? Object.keys(system.pools)[0];
  if (!Object.hasOwn(system.pools, pool)) throw unknown(pool, Object.keys(system.pools), "pool");
  const year = question.year ?? result.years[0];
  if (!result.years.includes(year)) throw unknown(String(year), result.years.map(String), "year");
  if (parameter === "recruitment.recruits") return explainRecruits(result, pool, year);
  if (RATES.includes(parameter)) return explainLeaving(result, parameter, { ...where, pool }, year);
  return explainInput(system, pool, parameter);
}

/**
 * The parameters and measures of a system that `explain` can be asked for, by name.
 *
 * @example
 * ```ts
 * import { explainable } from "cadre";
 * import { readSystem } from "cadre/node";
 * explainable(await readSystem("scenarios/cumbria/system.yaml")).measures; // ["gap", "supply", …]
 * ```
 */
export function explainable(system: System): { parameters: string[]; measures: string[] } {
  return { parameters: [...new Set([...RATES, ...inputNames(system)])], measures: [...EXPLAINED_MEASURES] };
}

function unknown(name: string, known: readonly string[], what: string): CadreError {
  return new CadreError({
    code: `unknown-${what}`,
    message: name ? `There is no ${what} "${name}" to explain.` : `Say which ${what} to explain.`,
    value: name || "(nothing)",
    rule: `Known: ${known.join(", ")}.`,
    fix: `Ask for one of these ${what}s.`,
    didYouMean: suggest(name, known),
  });
}

/** Sex, age and tenure are about rates only, and have to be on the system's axes. */
function refuseCells(system: System, name: string, where: Where): void {
  const { sex, age, tenure } = where;
  const value = [sex, age, tenure].filter((part) => part !== undefined).join(", ");
  if (value === "") return;
  const { ageMin, ageMax } = system.axes;
  const ofRates = RATES.includes(name) && name !== "recruitment.recruits";
  if (ofRates && cellMask(system.axes, where)?.includes(1)) return;
  throw new CadreError({
    code: ofRates ? "unknown-class" : "not-by-class",
    message: ofRates ? "There is no such sex, age or tenure." : `"${name}" is not told apart by sex, age and tenure.`,
    value,
    rule: ofRates
      ? `Sex: ${system.axes.sex.join(", ")}. Ages: ${ageMin} to ${ageMax}. Tenure: ${tenureLabels(system.axes).join(", ")}.`
      : `Told apart are ${RATES.filter((rate) => rate !== "recruitment.recruits").join(", ")}.`,
    fix: ofRates ? "Ask for one that is there." : "Leave sex, age and tenure out, or ask for a rate.",
  });
}
