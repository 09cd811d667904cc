import { RESULT } from "../error/argument.ts";
import { checkArguments, NUMBER, only, optional, TEXT, whole } from "../error/shape.ts";
import type { Result } from "../projection/result.ts";
import { stillInPostAfter } from "../rates/still-in-post.ts";
import { totalHazard } from "../supply/rates.ts";
import { laterAge } from "../supply/returners.ts";

/**
 * Share of a pool's recruits who are still in their post so many whole years after joining, by every cause of going: the
 * mean over their ages, at the rates of the model year given (the first one when left out). Hiring by other pools and
 * leaving to train are not counted. Throws a `CadreError` when the pool or year is not there.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { stillInPost } from "cadre/results";
 * import { readSystem } from "cadre/node";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * stillInPost(today, { pool: "independent-care", years: 3 }); // between a quarter and a third
 * ```
 */
export function stillInPost(result: Result, question: { pool: string; years: number; year?: number }): number {
  const asked = only({ pool: TEXT, years: whole(1, 99), year: optional(NUMBER) });
  checkArguments({ result, question }, { result: RESULT, question: asked });
  const { pool, years, year } = question;
  const { size, ages, joiners, base } = result.data.resolved;
  const { rates } = result.data.projection;
  const at = year ?? result.years[0]!;
  // Asks for a number of that pool and year, so that a wrong name gets the result's own error.
  result.at({ pool, measure: "joiners", year: at });
  const p = result.pools.findIndex(({ id }) => id === pool);
  const total = totalHazard(rates[at - base - 1]!, size.entries * size.tenures);
  const hazard = (entry: number, tenure: number) =>
    total[(p * size.entries + entry) * size.tenures + Math.min(tenure, size.tenures - 1)]!;
  return joiners.recruits[p]!.profile.reduce(
    (sum, share, entry) => sum + share * stillInPostAfter((k) => hazard(laterAge(entry, k, ages), k), years),
    0,
  );
}
