import {
  ANY_OBJECT,
  checkArguments,
  keys,
  list,
  NUMBER,
  NUMBERS,
  only,
  optional,
  TEXT,
  whole,
} from "../error/shape.ts";
import type { Cohorts } from "./cohorts.ts";
import type { Population } from "./types.ts";

const COHORTS = keys({ interval: whole(1, 5), ages: whole(1, 200), years: NUMBERS, people: list(NUMBERS) });

/** What is known of a population beside its people. */
export const ABOUT = {
  ...{ source: optional(TEXT), at: optional(TEXT), note: optional(TEXT), quality: optional(TEXT) },
  ...{ kind: optional(TEXT), owner: optional(TEXT), reviewed: optional(TEXT), known: optional(TEXT) },
  place: TEXT,
  date: TEXT,
  table: optional(TEXT),
  variants: optional(ANY_OBJECT),
  countedUntil: optional(NUMBER),
  error: optional(ANY_OBJECT),
  projection: optional(ANY_OBJECT),
};

/**
 * A projected population as the population of a system: people of both sexes by single age (`0`, `1` … `90+`) or by
 * five-year group (`0-4` … `85+`), at each year of the projection. `about` says the place, the day of the year that the
 * counts hold for, and where they come from.
 *
 * @example
 * ```ts
 * import { populationOf, projectCohorts } from "cadre/population";
 * const cohorts = projectCohorts({
 *   from: 2023, years: 1, interval: 1, people: Float64Array.of(10, 20, 30), fertility: new Float64Array(3),
 *   survival: { atBirth: Float64Array.of(1), byAge: Float64Array.of(1, 1, 1) }, sexRatioAtBirth: 1.05,
 * });
 * const population = populationOf(cohorts, { place: "Somerset", date: "06-30", kind: "assumption" });
 * population.bands; // "0", "1", "2+"
 * population.people[1]; // 0, 10, 50
 * ```
 */
export function populationOf(cohorts: Cohorts, about: Omit<Population, "years" | "bands" | "people">): Population {
  checkArguments(
    { cohorts, about },
    { cohorts: COHORTS, about: only<Omit<Population, "years" | "bands" | "people">>(ABOUT) },
  );
  const { interval, ages, years } = cohorts;
  const bands = Array.from({ length: ages }, (_, x) => {
    const youngest = x * interval;
    if (x === ages - 1) return `${youngest}+`;
    return interval === 1 ? `${youngest}` : `${youngest}-${youngest + interval - 1}`;
  });
  return Object.freeze({ ...about, years, bands: Object.freeze(bands), people: rowsOf(cohorts) });
}

/** People of both sexes, one row a year, one column an age group. */
export function rowsOf({ people, ages }: Pick<Cohorts, "people" | "ages">): Population["people"] {
  const rows = people.map((count) => {
    const row = new Array<number>(ages).fill(0);
    for (let i = 0; i < count.length; i++) row[i % ages]! += count[i]!;
    return Object.freeze(row);
  });
  return Object.freeze(rows);
}
