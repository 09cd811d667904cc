import { coverBand, parseBand } from "../table/band.ts";
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
}

/** Whether a label is a band that lies on the age axis. */
export function onAxis(label: string, system: System): boolean {
  const band = parseBand(label);
  if (!band || label === "all") return band !== undefined;
  const { ageMin, ageMax } = system.axes;
  return band.from >= ageMin && band.from <= ageMax && (band.to <= ageMax || band.to === Number.POSITIVE_INFINITY);
}
