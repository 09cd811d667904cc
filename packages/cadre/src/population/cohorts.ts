import { checkPeople, checkProjection } from "./cohort-checks.ts";
import { type CohortProjection, inInterval } from "./cohort-projection.ts";
import { survivalByInterval } from "./improvement.ts";
import { projectInterval } from "./interval.ts";

/** A projected population: one array of people a date, and what happened between two dates. */
export interface Cohorts {
  readonly interval: 1 | 5;
  readonly sexes: 1 | 2;
  /** Number of age groups; the last one is open. */
  readonly ages: number;
  /** Years of the dates, the start first. */
  readonly years: readonly number[];
  /** People by (sex, age) at each date. */
  readonly people: readonly Float64Array[];
  /** Born within each interval, by sex. Without men, girls alone are counted. */
  readonly births: readonly Float64Array[];
  /** Died within each interval, by sex. */
  readonly deaths: readonly Float64Array[];
  /** Came less went within each interval, by sex. */
  readonly migrants: readonly Float64Array[];
}

/**
 * Projects the people of a place by sex and age: the survivors of each cohort grow older, women bear children, people
 * come and go. In single years, or in five-year groups with five-year intervals; the last age group is open. Half of the net
 * migrants come at the start of an interval, half at its end. Death rates may fall from year to year
 * (`mortalityImprovement`). Nobody is lost: people at the end are people at the start
 * + births + net migrants − deaths, for each sex.
 *
 * Throws a `CadreError` when the arrays do not fit each other, or when more people would leave a place than live there.
 *
 * Method: docs/method/population.md (Preston, Heuveline and Guillot 2001, chapter 6).
 *
 * @example
 * ```ts
 * import { projectCohorts, survivalRatios } from "cadre/population";
 * // Women aged 0-4, 5-9 and 10+, nobody born, five years on.
 * const survival = survivalRatios({
 *   personYears: Float64Array.of(490, 480, 1440), radix: 100, interval: 5, sexes: 1, ages: 3,
 * });
 * const { people } = projectCohorts({
 *   from: 2020, years: 5, interval: 5, people: Float64Array.of(98, 100, 300),
 *   survival, fertility: new Float64Array(3), sexRatioAtBirth: 1.05,
 * });
 * people[1]; // 0, 96, 300
 * ```
 */
export function projectCohorts(projection: CohortProjection): Cohorts {
  checkProjection(projection);
  const { from, interval, sexRatioAtBirth, migrantsAge = "moving" } = projection;
  const steps = projection.years / interval;
  const nobody = new Float64Array(projection.people.length);
  const years = [from];
  const people: Float64Array[] = [projection.people.slice()];
  const births: Float64Array[] = [];
  const deaths: Float64Array[] = [];
  const migrants: Float64Array[] = [];
  const ages = inInterval(projection.fertility, 0).length;
  const survival = survivalByInterval(projection);
  for (let step = 0; step < steps; step++) {
    const after = projectInterval(people[step]!, {
      survival: survival(step),
      fertility: inInterval(projection.fertility, step),
      migration: projection.migration === undefined ? nobody : inInterval(projection.migration, step),
      ...(projection.moreMigrants && { moreMigrants: inInterval(projection.moreMigrants, step) }),
      migrantsAge,
      sexRatioAtBirth,
      interval,
    });
    years.push(from + (step + 1) * interval);
    checkPeople(after.present, { year: years[step]!, ages, interval });
    checkPeople(after.people, { year: years[step + 1]!, ages, interval });
    people.push(after.people);
    births.push(after.births);
    deaths.push(after.deaths);
    migrants.push(after.migrants);
  }
  const sexes = projection.people.length === ages ? 1 : 2;
  return Object.freeze({ interval, sexes, ages, years, people, births, deaths, migrants });
}
