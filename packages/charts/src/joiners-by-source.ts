import type { Result } from "cadre";
import type { Chart } from "./chart.ts";
import { COLOURS } from "./colours.ts";
import { countText, peopleText, postsText, roundWhole } from "./number.ts";
import { type StackedOptions, type StackedPart, stackedByYear } from "./stacked-by-year.ts";

/** Where people come from, from the bottom of a bar to its top; who moves between posts has the colour it leaves with. */
export const JOINER_SOURCES: readonly StackedPart[] = [
  { measure: "joiners.market", title: "Recruited", label: ["Recruited"], colour: COLOURS.supply },
  {
    measure: "joiners.unexplained",
    title: "Nobody counted",
    label: ["Nobody", "counted"],
    colour: COLOURS.unexplained,
  },
  { measure: "joiners.abroad", title: "From abroad", label: ["From", "abroad"], colour: COLOURS.abroad },
  { measure: "joiners.churn", title: "Changing employer", label: ["Changing", "employer"], colour: COLOURS.churn },
  { measure: "joiners.returners", title: "Coming back", label: ["Coming", "back"], colour: COLOURS.returning },
  { measure: "joiners.moves", title: "From another pool", label: ["From", "another pool"], colour: COLOURS.moves },
  { measure: "joiners.hires", title: "Hired away", label: ["Hired from", "another pool"], colour: COLOURS.hires },
  { measure: "joiners.pipeline", title: "From courses", label: ["From", "courses"], colour: COLOURS.training },
];

/**
 * People who take up a post each year, stacked by where they come from; sources that never occur are left out. *Recruited*
 * are those found on the labour market. An unknown pool is a `CadreError`.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { joinersBySource } from "@cadre/charts";
 * joinersBySource(run(await readSystem("scenarios/cumbria/system.yaml")), { pool: "independent-care" }).usermeta.cadre.title;
 * ```
 */
export function joinersBySource(result: Result, options: StackedOptions = {}): Chart {
  return stackedByYear(result, JOINER_SOURCES, {
    ...options,
    all: { measure: "joiners", title: "All joiners" },
    about: "joiners by source",
    caption: (counted) => (counted === "people" ? "people who take up a post, by source" : "posts taken up, by source"),
    finding(at, year, counted) {
      const ofPeople = counted === "people";
      const joining = ofPeople
        ? `${peopleText(at("joiners"))} would take up a post in ${year}`
        : `${postsText(at("joiners"))} would be taken up in ${year}`;
      if (roundWhole(at("joiners")) === 0) return joining;
      return `${joining}, ${countText(at("joiners.market"))} of them ${ofPeople ? "recruited" : "by recruits"}`;
    },
  });
}
