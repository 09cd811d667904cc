import { postsGiven } from "../demand/workload.ts";
import { CAUSES, SCHEDULED_CAUSES } from "../model/causes.ts";
import { ROUNDING_OF_SHARES } from "../model/rules.ts";
import { numbersOf } from "../system/numbers.ts";
import type { System } from "../system/types.ts";
import type { QuantityMap } from "../table/quantity.ts";
import { doubtInWords, fitInWords } from "./fit-in-words.ts";
import { defaultInput, type Input } from "./log.ts";

/** What the library fills in where a system says nothing, one line each, so that no default is silent. */
export function defaultsOf(system: System): Input[] {
  const log: Input[] = [];
  const note = (parameter: string, written: string, why: string) => log.push(defaultInput(parameter, written, why));
  const ageless = system.axes.ageMin === system.axes.ageMax;
  for (const [id, pool] of Object.entries(system.pools)) {
    const at = `pools.${id}`;
    if (pool.ages)
      note(
        `${at}.ages`,
        "spread smoothly",
        "Age bands are spread over single ages by a smooth curve that keeps each band's total and is thinned by the pool's own retirement.",
      );
    if (pool.sex && pool.ages)
      note(`${at}.sex`, "independent of age", "The same sexes at every age, since nothing says otherwise.");
    if (!pool.tenure && system.axes.tenure > 1)
      note(
        `${at}.tenure`,
        "steady recruitment",
        "Length of service as the pool's own leaving and steady recruitment would make it.",
      );
    if (!pool.recruitment.ages && !ageless)
      note(
        `${at}.recruitment.ages`,
        "hold the age structure",
        "Recruits have the ages that come closest to holding the base-year age structure.",
      );
    if (pool.recruitment.ages && !pool.recruitment.sex && system.axes.sex.length > 1)
      note(`${at}.recruitment.sex`, "as the pool's staff", "Recruits have the pool's shares by sex.");
    if (pool.leaving.kind === "leavers-per-closing-headcount" && !pool.leaving.growth)
      note(
        `${at}.leaving.growth`,
        "0% per year",
        "The rate's headcount is taken as steady in the year it was counted.",
      );
    for (const cause of ageless ? [] : SCHEDULED_CAUSES)
      if (!pool[cause]) note(`${at}.${cause}`, "none", CAUSES[cause].unlessGiven);
    if (!pool.vacancyRate && postsGiven(system.demand[id]) === undefined)
      note(`${at}.vacancyRate`, "0%", "Posts at the base date are taken to equal the staff in post.");
    if (!system.demand[id]) note(`demand.${id}`, "constant", "Posts needed stay as they are at the base date.");
    if (!system.demand[id]?.funded)
      note(`demand.${id}.funded`, "follows demand", "The budget is taken to pay for the posts needed.");
    for (const [name, map] of [
      ["ages", pool.ages],
      ["sex", pool.sex],
      ["tenure", pool.tenure],
      ["recruitment.ages", pool.recruitment.ages],
    ] as const)
      if (map && rounded(map))
        note(
          `${at}.${name}`,
          "scaled to 100%",
          `The shares as given add up to 100% only after rounding of up to ${ROUNDING_OF_SHARES * 100}%.`,
        );
  }
  for (const { path, given } of numbersOf(system)) if ("history" in given) note(path, ...fitInWords(given));
  for (const { path, given } of numbersOf(system)) if ("sd" in given && given.sd) note(path, ...doubtInWords(given));
  if (system.population)
    note(
      "population",
      "geometric between given years",
      `Between the given years each band grows by an equal percentage a year; figures hold for ${system.population.date} (month-day).`,
    );
  return log;
}

const rounded = (map: QuantityMap): boolean =>
  Math.abs(Object.values(map.values).reduce((sum, share) => sum + share, 0) - 1) > 1e-9;
