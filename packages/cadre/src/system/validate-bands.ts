import { peopleAt } from "../population/people.ts";
import { coverBand, orderBands, parseBand } from "../table/band.ts";
import { referenceDates } from "../table/dates.ts";
import type { QuantityMap } from "../table/quantity.ts";
import type { Problems } from "./problems.ts";
import type { System } from "./types.ts";

/** Checks that the population can say how many people an age band has, at every reference date. */
export function populationBand(system: System, path: readonly PropertyKey[], band: string, problems: Problems): void {
  const population = system.population;
  if (!population) {
    problems.add(path, {
      code: "no-population",
      message: "This follows a population, and the system gives none.",
      value: band,
      rule: "`population` holds a table or people by year and band.",
      fix: "Add a population, or remove the driver.",
    });
    return;
  }
  if (!coverBand(population.bands, band))
    problems.add(path, {
      code: "unknown-band",
      message: `The population cannot tell how many people are aged ${band}.`,
      value: band,
      rule: `Whole bands of the population: ${population.bands.join(", ")}.`,
      fix: "Use bands that these add up to, or give the population in finer bands.",
      known: population.bands,
      word: band,
    });
  else if (!(peopleAt(population, band, [referenceDates(system.calendar.base, system.calendar.until)[0]!])[0]! > 0))
    problems.add(path, {
      code: "nobody-to-follow",
      message: `Nobody is aged ${band} at the base date, so nothing can grow in step with them.`,
      value: band,
      rule: "What is followed is compared with its number at the base date, which must be above zero.",
      fix: "Correct the population, or follow another band.",
    });
}

/** Whether a label is a band that lies on the age axis. */
export function onAxis(label: string, system: System): boolean {
  const band = parseBand(label);
  if (!band || label === "all") return band !== undefined;
  const { ageMin, ageMax } = system.axes;
  return band.from >= ageMin && band.from <= ageMax && (band.to <= ageMax || band.to === Number.POSITIVE_INFINITY);
}

/** Shares of all staff leave no age out between two bands: 16-29, 32-49 is a slip of the pen. */
export function noGap(ages: QuantityMap, path: readonly PropertyKey[], problems: Problems): void {
  const { ordered } = orderBands(Object.keys(ages.values).flatMap((label) => parseBand(label) ?? []));
  const after = ordered.find((band, i) => i > 0 && band.from > ordered[i - 1]!.to + 1);
  const before = after && ordered[ordered.indexOf(after) - 1];
  if (!before) return;
  const between = before.to + 1 === after.from - 1 ? `${before.to + 1}` : `${before.to + 1}-${after.from - 1}`;
  problems.add(path, {
    code: "ages-missing",
    message: `The ages between ${before.label} and ${after.label} are left out.`,
    value: `${before.label}, ${after.label}`,
    rule: "The bands of the staff in post follow each other; together they hold everybody.",
    fix: `Widen a band, or write "${between}": 0% if nobody is of that age.`,
  });
}
