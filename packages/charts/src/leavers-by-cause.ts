import type { Result } from "cadre";
import { LEAVERS, type LeaverKind, measureOf, RETIREMENT_CAUSES } from "cadre/measures";
import type { Chart } from "./chart.ts";
import { LEAVER_COLOURS } from "./colours.ts";
import { countText, peopleText, postsText, roundWhole } from "./number.ts";
import { type StackedOptions, type StackedPart, stackedByYear } from "./stacked-by-year.ts";

/** Every kind of leaver, from the bottom of a bar to its top. */
const KINDS = Object.entries(LEAVER_COLOURS).map(
  ([kind, colour]): StackedPart => ({ ...LEAVERS[kind as LeaverKind], colour }),
);

/**
 * People who leave a post each year, stacked by cause, for the years that end at the reference date. *Changing employer* is
 * a move between employers of the same pool (a post falls vacant, nobody is lost to the sector); *moving to another pool*
 * stays within the system. Causes that never occur are left out. An unknown pool is a `CadreError`.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { leaversByCause, toSvg } from "@cadre/charts";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * const svg = await toSvg(leaversByCause(today, { pool: "independent-care" }));
 * ```
 */
export function leaversByCause(result: Result, options: StackedOptions = {}): Chart {
  return stackedByYear(result, KINDS, {
    ...options,
    all: { measure: "leavers", title: "All leavers" },
    about: "leavers by cause",
    caption: (counted) => (counted === "people" ? "people who leave a post, by cause" : "posts left, by cause"),
    finding(at, year, counted) {
      const ofPeople = counted === "people";
      const leaving = ofPeople
        ? `${peopleText(at("leavers"))} would leave a post in ${year}`
        : `${postsText(at("leavers"))} would be left in ${year}`;
      const retired = RETIREMENT_CAUSES.reduce((sum, cause) => sum + at(measureOf(cause)), 0);
      if (roundWhole(at("leavers")) === 0) return leaving;
      return `${leaving}, ${roundWhole(retired) === 0 ? "none" : countText(retired)} of them ${ofPeople ? "to retire" : "by people who retire"}`;
    },
    remark: (parts) =>
      parts.some(({ measure }) => measure === "churn") ? "Changing employer: stays in the same kind of work." : "",
  });
}
