import { RESULT } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, NUMBER, only, TEXT } from "../error/shape.ts";
import { suggest } from "../error/suggest.ts";
import { PEOPLE_MEASURE, type PickedMeasure, yearsSinceJoining } from "../model/asked-measures.ts";
import { AGE_MEASURES, type CountedMeasure, isRatio, MEASURES, type Measure, type ValueOf } from "../model/measures.ts";
import { peopleAt } from "../population/people.ts";
import type { Result } from "../projection/result.ts";
import { measureNamed } from "../system/measure-named.ts";
import { coverBand } from "../table/band.ts";
import { referenceDates } from "../table/dates.ts";
import { ratio } from "../table/ratio.ts";
import { cellMask, selects, WHERE, type Where } from "../table/where.ts";
import { stillInPost } from "./still-in-post.ts";

/**
 * One measure of any selection of a result's staff: pools by id, sector, employer or role, and, for heads and leavers,
 * sexes, ages and tenures. `people` counts the population of an age band instead. Throws a `CadreError` for a measure,
 * pool, class or year that is not there.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { pick } from "cadre/results";
 * import { readSystem } from "cadre/node";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * pick(today, { measure: "headcount", where: { sector: "social-care", age: "55+" }, year: 2019 }); // heads
 * ```
 */
export function pick<M extends PickedMeasure>(
  result: Result,
  query: { measure: M; where?: Where; year: number },
): M extends Measure ? ValueOf<M> : number;
export function pick(
  result: Result,
  query: { measure: PickedMeasure; where?: Where; year: number },
): number | undefined {
  checkArguments({ result, query }, { result: RESULT, query: only({ measure: TEXT, where: WHERE, year: NUMBER }) });
  const { measure, where = {}, year } = query;
  if (measure === PEOPLE_MEASURE) return people(result, where, year);
  const years = yearsSinceJoining(measure);
  if (years !== undefined) return stillThere(result, where, years, year);
  const known = measureNamed(measure);
  // A group has numbers of its own, such as those of its pipelines.
  const { pool = "all", ...others } = where;
  const onlyPool = Object.values(others).every((value) => value === undefined);
  if (onlyPool && result.groups.some(({ id }) => id === pool)) return result.at({ pool, measure: known, year });
  const count = (counted: CountedMeasure) => countedIn(result, counted, where, year);
  if (!isRatio(known)) return count(known);
  const { upper, lower } = MEASURES[known];
  return ratio(count(upper), count(lower));
}

/** The ids of the pools that are selected, at least one. */
function selected(result: Result, where: Where): [string, ...string[]] {
  const [first, ...others] = result.pools.filter((pool) => selects(where, pool)).map(({ id }) => id);
  if (first === undefined)
    throw asked(
      "unknown-pool",
      "No pool is selected.",
      where.pool ?? JSON.stringify(where),
      result.groups.map(({ id }) => id),
    );
  return [first, ...others];
}

/** A counted measure of the pools, and of the sexes, ages and tenures, that are selected. */
function countedIn(result: Result, measure: CountedMeasure, where: Where, year: number): number {
  const pools = selected(result, where);
  if (where.sex === undefined && where.age === undefined && where.tenure === undefined)
    return pools.reduce((sum, pool) => sum + result.at({ pool, measure, year }), 0);
  const byAge = AGE_MEASURES.find((one) => one === measure);
  if (!byAge)
    throw asked("measure-without-ages", `"${measure}" is not counted by sex, age and tenure.`, measure, AGE_MEASURES);
  const mask = cellMask(result.axes, where);
  if (!mask)
    throw asked("unknown-class", "There is no such sex, age or tenure.", JSON.stringify(where), [...result.axes.sex]);
  let sum = 0;
  for (const pool of pools) {
    const heads = result.cells({ pool, measure: byAge, year });
    for (let c = 0; c < heads.length; c++) if (mask[c]) sum += heads[c]!;
  }
  return sum;
}

function stillThere(result: Result, where: Where, years: number, year: number): number {
  const [pool, ...others] = selected(result, where);
  if (others.length > 0)
    throw asked(
      "one-pool",
      "The share still in post is worked out for one pool.",
      where.pool ?? "all",
      result.pools.map(({ id }) => id),
    );
  return stillInPost(result, { pool, years, year: Math.max(year, result.base + 1) });
}

function people(result: Result, where: Where, year: number): number {
  const { system } = result.data.resolved;
  const band = where.age ?? "all";
  const { population } = system;
  if (!population || !coverBand(population.bands, band))
    throw asked(
      "unknown-band",
      `The population cannot tell how many people are aged ${band}.`,
      band,
      population?.bands ?? [],
    );
  const date = referenceDates(system.calendar.base, system.calendar.until)[year - result.base];
  if (date === undefined)
    throw asked("unknown-year", `The run has no year ${year}.`, String(year), result.years.map(String));
  return peopleAt(population, band, [date])[0]!;
}

function asked(code: string, message: string, value: string, known: readonly string[]): CadreError {
  return new CadreError({
    code,
    message,
    value,
    rule: known.length > 0 ? `Known: ${known.slice(0, 24).join(", ")}.` : "There is nothing of this kind.",
    fix: "Ask for one that is there.",
    didYouMean: suggest(value, known),
  });
}
