import { countText } from "@cadre/charts";
import type { Result } from "cadre";

/**
 * Why more people leaving can go with a smaller gap: two texts of one place, the second with more leavers in the first year,
 * fewer short in the last, and more recruits. Nothing where that is not so.
 */
export function baseYearWords(before: Result | undefined, after: Result): string | undefined {
  if (before === undefined || before.base !== after.base || before.last !== after.last) return undefined;
  const first = after.base + 1;
  const gap = (result: Result) => result.at({ measure: "gap", year: result.last });
  if (Math.round(gap(after)) >= Math.round(gap(before))) return undefined;
  const flow = (result: Result, pool: string, measure: "leavers" | "joiners.wanted") =>
    result.at({ pool, measure, year: first });
  const staff = (result: Result, pool: string) => result.at({ pool, measure: "headcount", year: result.base });
  const moved = after.pools.flatMap(({ id, title }) => {
    const replaces = [before, after].every(({ data }) => data.resolved.given.pools[id]?.recruitment.mode === "replace");
    if (!replaces || staff(before, id) !== staff(after, id)) return [];
    const [fewer, more] = [flow(before, id, "leavers"), flow(after, id, "leavers")];
    const recruits = [flow(before, id, "joiners.wanted"), flow(after, id, "joiners.wanted")] as const;
    return more - fewer >= 0.5 && recruits[1] - recruits[0] >= 0.5 ? [{ title, recruits }] : [];
  });
  if (moved.length === 0) return undefined;
  const numbers = moved.map(
    ({ title, recruits: [was, is] }) =>
      `“${title}” now looks for ${countText(is)} recruits in ${first} instead of ${countText(was)}`,
  );
  return (
    "More people leave, and yet the gap is smaller. This is the base-year rule. With `mode: replace` Cadre assumes that a " +
    `place recruited enough people in its base year (${after.base}) to keep its staff, and that it goes on looking for as ` +
    `many. So a higher leaving rate in the file also means more recruits: ${numbers.join("; ")}. To ask what happens if more leave from now on, ` +
    "move the slider below or write a scenario: that leaves the recruits as they are."
  );
}
