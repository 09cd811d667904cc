import { CadreError } from "cadre";
import { type Day, isoDay, yearsLater } from "./day.ts";
import type { ReadRows } from "./read-rows.ts";
import type { Window } from "./tally.ts";

/** An average year of the calendar. */
const YEAR = 365.25;
/** A list that begins to hold leavers within the first month of a year is taken to hold those of the whole year. */
const MONTH = 31;
/** Further back, what employers and pools were called is another matter. */
const MOST_YEARS = 10;

/**
 * The time over which leavers are counted. When the planner does not say since when the list holds them, it is as many
 * whole years back as leavers were listed at least half as often as in the last year.
 */
export function windowOf({ persons }: ReadRows, asOf: Day, since: Day | undefined, file: string): Window {
  const leftOn: number[] = [];
  for (const rows of persons.values()) for (const { stop } of rows) if (Number.isFinite(stop)) leftOn.push(stop);
  const start = since ?? yearsLater(asOf, -wholeYears(leftOn, asOf));
  if (start < asOf) return { since: start, asOf, daysOfYear: daysOfYear(start, asOf) };
  throw new CadreError(
    since === undefined
      ? {
          code: "no-leavers",
          file,
          message: "The list does not say who left in the year before its date.",
          value:
            leftOn.length === 0
              ? "no leaving date"
              : `the earliest is ${isoDay(leftOn.reduce((a, b) => Math.min(a, b)) - 1)}`,
          rule: "Leaving rates need the leavers of at least a year.",
          fix: "Export the leavers with the staff in post, or give a list of a year earlier. If the list holds leavers for less than a year, say since when.",
        }
      : {
          code: "bad-date",
          path: "since",
          message: "The leavers would begin on or after the day of the list.",
          value: isoDay(since),
          rule: `It lies before ${isoDay(asOf)}.`,
          fix: "Give an earlier day.",
        },
  );
}

function wholeYears(leftOn: readonly number[], asOf: Day): number {
  const inYear = (n: number): number[] =>
    leftOn.filter((day) => day > yearsLater(asOf, -n) && day <= yearsLater(asOf, 1 - n));
  const latest = inYear(1).length;
  let years = 0;
  while (latest > 0 && years < MOST_YEARS && inYear(years + 1).length >= latest / 2) years++;
  // The first of these years counts only if its leavers are listed from its beginning.
  const first = inYear(years).reduce((least, day) => Math.min(least, day), asOf);
  const whole = first <= yearsLater(asOf, -years) + MONTH || inYear(years + 1).length > 0;
  return years > 0 && !whole ? years - 1 : years;
}

/** Days of one person-year: exact for whole years of the calendar, so that everybody always in post lived them all. */
function daysOfYear(since: Day, asOf: Day): number {
  for (let years = 1; yearsLater(asOf, -years) >= since; years++)
    if (yearsLater(asOf, -years) === since || yearsLater(since, years) === asOf) return (asOf - since) / years;
  return YEAR;
}
