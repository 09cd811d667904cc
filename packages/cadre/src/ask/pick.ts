import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import { CAUSE_NAMES, LEAVERS } from "../model/causes.ts";
import { peopleAt } from "../population/people.ts";
import type { HazardKind } from "../projection/measures.ts";
import type { Result } from "../projection/result.ts";
import { coverBand } from "../table/band.ts";
import { referenceDates } from "../table/dates.ts";
import { cellMask, selects, type Where } from "../table/where.ts";
import { stillInPost } from "./still-in-post.ts";

const BY_CELL: ReadonlyMap<string, HazardKind> = new Map(
  [...CAUSE_NAMES, "moves" as const, "churn" as const].map((kind) => [LEAVERS[kind].measure, kind]),
);

/** Measures that can be asked for by sex, age and tenure. */
export const CELL_MEASURES = ["headcount", ...BY_CELL.keys()];

/** The share of recruits still in post after so many years: `stillInPost.3`. */
const STILL_IN_POST = /^stillInPost\.(\d{1,2})$/;

/** Measures beside those of a result: people of an age band in the place's population. */
export const PEOPLE = "people";

/**
 * One measure of any selection of a result's staff: pools by id, sector, employer or role, and, for heads and leavers,
 * sexes, ages and tenures. `people` counts the population of an age band instead. Throws a `CadreError` for a measure,
 * pool, class or year that is not there.
 *
 * @example
 * ```ts
 * import { pick, run } from "cadre";
 * import { readSystem } from "cadre/node";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * pick(today, { measure: "headcount", where: { sector: "social-care", age: "55+" }, year: 2019 }); // heads
 * ```
 */
export function pick(
  result: Result,
  { measure, where = {}, year }: { measure: string; where?: Where; year: number },
): number {
  if (measure === PEOPLE) return people(result, where, year);
  // A group has numbers of its own, such as those of its pipelines.
  const named = where.pool ?? "all";
  const onlyPool = Object.entries(where).every(([key, value]) => key === "pool" || value === undefined);
  if (onlyPool && !STILL_IN_POST.test(measure) && result.groups.some(({ id }) => id === named))
    return result.at({ pool: named, measure, year });
  const pools = result.pools.filter((pool) => selects(where, pool)).map(({ id }) => id);
  if (pools.length === 0)
    throw asked(
      "unknown-pool",
      "No pool is selected.",
      where.pool ?? JSON.stringify(where),
      result.groups.map(({ id }) => id),
    );
  const years = STILL_IN_POST.exec(measure);
  if (years) {
    if (pools.length !== 1)
      throw asked(
        "one-pool",
        "Who is still in post is asked of one pool.",
        where.pool ?? "all",
        result.pools.map(({ id }) => id),
      );
    return stillInPost(result, { pool: pools[0]!, years: Number(years[1]), year: Math.max(year, result.years[0]!) });
  }
  const byCell = where.sex !== undefined || where.age !== undefined || where.tenure !== undefined;
  if (!byCell && measure === "vacancyRate") {
    const total = (name: string) => pools.reduce((sum, pool) => sum + result.at({ pool, measure: name, year }), 0);
    const demand = total("demand");
    return demand === 0 ? 0 : total("gap") / demand;
  }
  if (!byCell) return pools.reduce((sum, pool) => sum + result.at({ pool, measure, year }), 0);
  if (!CELL_MEASURES.includes(measure))
    throw asked("measure-without-ages", `"${measure}" is not counted by sex, age and tenure.`, measure, CELL_MEASURES);
  const mask = cellMask(result.axes, where);
  if (!mask)
    throw asked("unknown-class", "There is no such sex, age or tenure.", JSON.stringify(where), [...result.axes.sex]);
  let sum = 0;
  const cause = BY_CELL.get(measure);
  for (const pool of pools) {
    const heads = cause ? result.leaversBy({ pool, cause, year }) : result.stock({ pool, year });
    for (let c = 0; c < heads.length; c++) if (mask[c]) sum += heads[c]!;
  }
  return sum;
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
    rule: known.length > 0 ? `Known: ${known.slice(0, 24).join(", ")}.` : "Nothing of the kind is there.",
    fix: "Ask for one that is there.",
    didYouMean: suggest(value, known),
  });
}
