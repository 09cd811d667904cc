import type { Survival } from "./survival.ts";

/** What happens to people within one interval; rates by the year, arrays by (sex, age) with women first. */
export interface IntervalRates {
  readonly survival: Survival;
  /** Births a woman a year, by age. */
  readonly fertility: Float64Array;
  /** Net migrants a year by (sex, age). */
  readonly migration: Float64Array;
  /** Net migrants a year beyond these, as a share of the people of each (sex, age) at the start. */
  readonly moreMigrants?: Float64Array;
  /** Whether migrants are counted by their age when they move or at the end of the interval. */
  readonly migrantsAge: "moving" | "end";
  /** Boys born for each girl. */
  readonly sexRatioAtBirth: number;
  /** Years, and years of age in a group. */
  readonly interval: 1 | 5;
}

/** People at the end of an interval by (sex, age), and what happened within it, one number a sex. */
export interface Interval {
  readonly people: Float64Array;
  /** People just after the start, when half of the migrants have moved. */
  readonly present: Float64Array;
  readonly births: Float64Array;
  readonly deaths: Float64Array;
  readonly migrants: Float64Array;
}

/**
 * Takes people by (sex, age) through one interval. Method: docs/method/population.md.
 *
 * The survivors of a group are one group older; those of the last two make the new open group. Deaths are counted
 * where they happen, not as what is missing, so that a lost person would show.
 */
export function projectInterval(people: Float64Array, rates: IntervalRates): Interval {
  const { survival, fertility, interval } = rates;
  const ages = fertility.length;
  const sexes = people.length / ages;
  const { atStart, atEnd } = halves(people, rates);
  const next = atEnd.slice();
  const present = people.map((count, i) => count + atStart[i]!);
  const deaths = new Float64Array(sexes);
  const migrants = new Float64Array(sexes);
  for (let s = 0; s < sexes; s++) {
    for (let x = 0; x < ages; x++) {
      const i = s * ages + x;
      next[x < ages - 1 ? i + 1 : i]! += present[i]! * survival.byAge[i]!;
      deaths[s]! += present[i]! * (1 - survival.byAge[i]!);
      migrants[s]! += atStart[i]! + atEnd[i]!;
    }
  }
  let born = 0;
  for (let x = 1; x < ages; x++) born += (interval * fertility[x]! * (people[x]! + next[x]!)) / 2;
  const girls = born / (1 + rates.sexRatioAtBirth);
  const births = sexes === 1 ? Float64Array.of(girls) : Float64Array.of(girls, born - girls);
  for (let s = 0; s < sexes; s++) {
    next[s * ages]! += births[s]! * survival.atBirth[s]!;
    deaths[s]! += births[s]! * (1 - survival.atBirth[s]!);
  }
  return { people: next, present, births, deaths, migrants };
}

/** Net migrants of an interval, half of them placed at its start and half at its end. */
function halves(people: Float64Array, rates: IntervalRates): { atStart: Float64Array; atEnd: Float64Array } {
  const { migration, moreMigrants, interval } = rates;
  const atEnd = migration.map((migrants) => (interval * migrants) / 2);
  const atStart = rates.migrantsAge === "moving" ? atEnd.slice() : earlier(atEnd, rates.fertility.length);
  if (!moreMigrants) return { atStart, atEnd };
  for (let i = 0; i < people.length; i++) {
    const more = (interval * moreMigrants[i]! * people[i]!) / 2;
    atStart[i]! += more;
    atEnd[i]! += more;
  }
  return { atStart, atEnd };
}

/** Where those stand at the start who are counted by their age at the end; who was not born by then comes at the end alone. */
function earlier(atEnd: Float64Array, ages: number): Float64Array {
  const atStart = new Float64Array(atEnd.length);
  for (let i = 0; i < atEnd.length; i++) {
    const x = i % ages;
    // Those who end in the first group were not born at the start; those in the open group were mostly in it before.
    if (x === 0) atEnd[i]! *= 2;
    else atStart[x < ages - 1 ? i - 1 : i]! += atEnd[i]!;
  }
  return atStart;
}
