import { datedParameters } from "../changes/dated-parameters.ts";
import { SYSTEM } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, NUMBER, only, optional, TEXT } from "../error/shape.ts";
import { suggest } from "../error/suggest.ts";
import { type StillInPost, yearsSinceJoining } from "../model/asked-measures.ts";
import { rateOf, SCHEDULED_CAUSES } from "../model/causes.ts";
import type { Measure } from "../model/measures.ts";
import { isParameter, parameterNamed, parametersThat } from "../model/parameter-of.ts";
import { withoutGroup } from "../projection/figures.ts";
import type { Result } from "../projection/result.ts";
import { run } from "../projection/run.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { namesInPools, numberAt } from "../system/numbers.ts";
import { newMeasure, newParameter } from "../system/old-words.ts";
import type { System } from "../system/types.ts";
import { tenureLabels } from "../table/axes.ts";
import { cellMask, WHERE, type Where } from "../table/where.ts";
import { changeSteps } from "./explain-changes.ts";
import { explainInput } from "./explain-input.ts";
import { EXPLAINED_MEASURES, explainMeasure } from "./explain-measure.ts";
import { explainPipeline, PIPELINE_ACCOUNT } from "./explain-pipeline.ts";
import { explainLeaving, explainMoves, explainScheduled } from "./explain-rates.ts";
import { explainRecruits } from "./explain-recruits.ts";
import { explainStillInPost } from "./explain-still-in-post.ts";
import { explainYearly } from "./explain-yearly.ts";
import type { Explanation, ExplanationStep } from "./explanation.ts";

const PUT = only<ExplainQuestion>({
  parameter: optional(TEXT),
  measure: optional(TEXT),
  where: WHERE,
  year: optional(NUMBER),
});

/** A measure of a result, or the share of recruits who are still in post after so many years. */
export type ExplainedMeasure = Measure | StillInPost;

/** What to explain: a parameter or a measure, for which staff, in which year. */
export interface ExplainQuestion {
  readonly parameter?: string;
  readonly measure?: ExplainedMeasure;
  readonly where?: Where;
  /** A model year by the calendar year in which it ends; the first one for rates, the last one for measures. */
  readonly year?: number;
}

/** How the rates that calibration works out, beside the inputs as written, are explained. */
const RATES: Readonly<Record<string, (result: Result, where: Where & { pool: string }, year: number) => Explanation>> =
  {
    [rateOf("leaving")]: explainLeaving,
    "leaving.hazard": explainLeaving,
    ...Object.fromEntries(
      SCHEDULED_CAUSES.map((cause) => [
        rateOf(cause),
        (result: Result, where: Where, year: number) => explainScheduled(result, cause, where, year),
      ]),
    ),
    "moves.rate": explainMoves,
    "recruitment.recruits": (result, { pool }, year) => explainRecruits(result, pool, year),
  };

/**
 * Explains one number: where it was written, by which source, what calibration made of it, and, when sex, age or
 * tenure are asked for, what it is for those cells. Measures (`gap`, `supply`, `demand`, `headcount`…) are taken apart
 * into what they are made of, and so are those of a `pipeline:…`; `stillInPost.3` says how many new staff of a pool are
 * still there after three years. Rates are per person-year. With a scenario, each change that works on the parameter
 * in that year is a step: who makes it, what was found, and what evidence, reach and phase leave of it.
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
export function explain(system: System, question: ExplainQuestion): Explanation;
export function explain(system: System, scenario: Scenario, question: ExplainQuestion): Explanation;
export function explain(system: System, first: Scenario | ExplainQuestion, second?: ExplainQuestion): Explanation {
  const question = second ?? (first as ExplainQuestion);
  checkArguments({ system, question }, { system: SYSTEM, question: PUT });
  const scenario = second ? (first as Scenario) : {};
  const result = run(system, scenario);
  const { parameter, measure } = question;
  const where = byGroup(question.where ?? {});
  refuseCells(system, parameter ?? measure ?? "", where);
  if (measure !== undefined) {
    return explainAnyMeasure(result, measure, where.pool, question.year);
  }
  const known = parametersOf(system);
  const dated = parameter !== undefined && datedParameters(system).has(parameter);
  if (parameter === undefined || (!dated && !known.includes(parameter)))
    throw unknown(parameter ?? "", known, "parameter");
  const ids = Object.keys(system.pools);
  const { pool = ids[0]! } = where;
  if (!ids.includes(pool)) throw unknown(pool, ids, "pool");
  const { year = result.base + 1 } = question;
  if (!result.years.includes(year)) throw unknown(String(year), result.years.map(String), "year");
  const ofRate = RATES[parameter];
  if (ofRate) {
    const about = { ...where, pool };
    const explained = ofRate(result, about, year);
    const changes = sameNumber(parameter).flatMap((name) => changeSteps(result, name, about, year));
    if (parameter !== "moves.rate" || changes.length === 0) return withChanges(explained, changes);
    const { value, unit, steps } = explained;
    return withChanges(
      { ...explained, steps: [...steps, { what: `All moves, used in ${year}`, value, unit }] },
      changes,
    );
  }
  if (dated && isParameter(parameter)) return explainYearly(result, parameter, pool, year);
  return explainBase(result, parameter, pool, year);
}

/** Names of what changes one number in the engine: the parameter, and the other one that stands for it there. */
function sameNumber(parameter: string): readonly string[] {
  const engineOf = parameterNamed(parameter)?.facts.engineOf;
  return engineOf ? [engineOf, parameter] : [parameter, ...parametersThat((facts) => facts.engineOf === parameter)];
}

/** Staff selected by sector, employer or level are a group of the result; other selections are none. */
function byGroup(where: Where): Where {
  const { pool, sector, employer, level, role, place } = where;
  const named = Object.entries({ sector, employer, level }).filter(([, name]) => name !== undefined);
  if (role === undefined && place === undefined && named.length === 0) return where;
  if (role === undefined && place === undefined && named.length === 1 && pool === undefined)
    return { ...where, pool: named[0]!.join(":") };
  throw new CadreError({
    code: "no-such-group",
    message: "Numbers can be explained for a pool or for one group of pools.",
    value: JSON.stringify(where),
    rule: "One of pool, sector, employer and level.",
    fix: "Name a pool, or leave all but one out.",
  });
}

/** Changes stand before the last step, which says what was used. */
function withChanges(explained: Explanation, changes: readonly ExplanationStep[]): Explanation {
  const said = changes.map((step) => (step.unit === "" ? { ...step, unit: explained.unit } : step));
  return { ...explained, steps: [...explained.steps.slice(0, -1), ...said, ...explained.steps.slice(-1)] };
}

/** A number of the base year: as written, and what the scenario makes of it. */
function explainBase(result: Result, parameter: string, pool: string, year: number): Explanation {
  const { given, system } = result.data.resolved;
  const written = explainInput(given, pool, parameter);
  const changes = changeSteps(result, parameter, { pool }, year);
  if (changes.length === 0) return written;
  const { value, unit } = explainInput(system, pool, parameter);
  return withChanges({ ...written, value, steps: [...written.steps, { what: "Used", value, unit }] }, changes);
}

/** Parameters worth asking for: those that vary by year, and every number that pools give. */
function parametersOf(system: System): string[] {
  // A course could send finishers to any pool; those it does send them to are enough to list.
  const dated = [...datedParameters(system).keys()].filter(
    (name) =>
      parameterNamed(name)?.parameter !== "pipelines.<course>.joins.<pool>" || numberAt(system, name) !== undefined,
  );
  return [...new Set([...parametersThat(({ calibrated }) => calibrated), ...dated, ...namesInPools(system)])];
}

function explainAnyMeasure(
  result: Result,
  measure: ExplainedMeasure,
  pool: string | undefined,
  asked?: number,
): Explanation {
  const year = asked ?? result.last;
  const survey = yearsSinceJoining(measure);
  if (survey !== undefined) {
    const ids = result.pools.map(({ id }) => id);
    if (pool === undefined || !ids.includes(pool)) throw unknown(pool ?? "", ids, "pool");
    return explainStillInPost(result, pool, survey, asked ?? result.base + 1);
  }
  const known = measuresOf(result.data.resolved.system);
  const ofPipelines = PIPELINE_ACCOUNT.find((one) => one === measure);
  const ofPools = EXPLAINED_MEASURES.find((one) => one === measure);
  const found = ofPools ?? ofPipelines;
  if (!found || !known.includes(measure)) throw unknown(measure, known, "measure");
  const group = pool ?? "all";
  const isPipeline = result.groups.some(({ id, pools }) => id === group && pools.length === 0);
  if (isPipeline && ofPipelines) return explainPipeline(result, ofPipelines, group, year);
  if (!isPipeline && ofPools) return explainMeasure(result, ofPools, group, year);
  // A name that is not there gets the result's own error.
  result.at({ pool: group, measure: found, year });
  throw withoutGroup(group, found, isPipeline);
}

/** Measures that can be asked for: those of pipelines where there are any. */
function measuresOf(system: System): ExplainedMeasure[] {
  const pipelines = Object.keys(system.pipelines).length > 0 ? PIPELINE_ACCOUNT : [];
  return [...EXPLAINED_MEASURES, ...pipelines, "stillInPost.1", "stillInPost.3", "stillInPost.5"];
}

/**
 * The parameters and measures of a system that `explain` can be asked for, by name.
 *
 * @example
 * ```ts
 * import { explainable } from "cadre/results";
 * import { readSystem } from "cadre/node";
 * explainable(await readSystem("scenarios/cumbria/system.yaml")).measures; // ["gap", "supply", …]
 * ```
 */
export function explainable(system: System): { parameters: string[]; measures: ExplainedMeasure[] } {
  checkArguments({ system }, { system: SYSTEM });
  return { parameters: parametersOf(system), measures: measuresOf(system) };
}

function unknown(name: string, known: readonly string[], what: string): CadreError {
  return new CadreError({
    code: `unknown-${what}`,
    message: name ? `There is no ${what} "${name}" to explain.` : `Say which ${what} to explain.`,
    value: name || "(nothing)",
    rule: `Known: ${known.join(", ")}.`,
    fix: `Ask for one of these ${what}s.`,
    didYouMean: newMeasure(name) ?? newParameter(name) ?? suggest(name, known),
  });
}

const RATES_OF_PEOPLE = parametersThat(({ of, calibrated }) => of === "cell" && calibrated);

/** Sex, age and tenure are about rates only, and have to be on the system's axes. */
function refuseCells(system: System, name: string, where: Where): void {
  const { sex, age, tenure } = where;
  const value = [sex, age, tenure].filter((part) => part !== undefined).join(", ");
  if (value === "") return;
  const { ageMin, ageMax } = system.axes;
  const ofRates = RATES_OF_PEOPLE.some((rate) => rate === name);
  if (ofRates && cellMask(system.axes, where)?.includes(1)) return;
  throw new CadreError({
    code: ofRates ? "unknown-class" : "not-by-class",
    message: ofRates
      ? "There is no such sex, age or tenure."
      : `"${name}" is not counted separately by sex, age and tenure.`,
    value,
    rule: ofRates
      ? `Sex: ${system.axes.sex.join(", ")}. Ages: ${ageMin} to ${ageMax}. Tenure: ${tenureLabels(system.axes).join(", ")}.`
      : `Told apart are ${RATES_OF_PEOPLE.join(", ")}.`,
    fix: ofRates ? "Ask for one that is there." : "Leave sex, age and tenure out, or ask for a rate.",
  });
}
