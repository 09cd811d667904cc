import { type Cohorts, projectCohorts } from "../packages/cadre/src/population/cohorts.ts";
import { survivalByInterval } from "../packages/cadre/src/population/improvement.ts";
import type { Survival } from "../packages/cadre/src/population/survival.ts";
import * as figures from "./population-figures.test-data.ts";

/** Single ages 0 to 90+ of women, then of men. */
const AGES = 91;
const CELLS = 2 * AGES;

/** Areas of the estimates that make up a place. */
export const PLACES: Readonly<Record<string, readonly string[]>> = {
  England: ["England"],
  Cumbria: ["Cumberland", "Westmorland and Furness"],
  Somerset: ["Somerset"],
  "Leicester, Leicestershire and Rutland": ["Leicestershire", "Leicester", "Rutland"],
  "Nottinghamshire including Nottingham": ["Nottinghamshire", "Nottingham"],
};
export const COUNTIES = Object.keys(PLACES).slice(1);

/** Ages whose errors are told apart. */
export const GROUPS = ["0-15", "16-24", "25-64", "65-74", "75-84", "85+"] as const;
/** Ages whose migration is told apart. */
export const MOVERS = ["0-15", "16-24", "25-64", "65+"] as const;
const endsOf = (ages: string): readonly [number, number] => {
  const [from = "0", to] = ages.replace("+", "").split("-");
  return [Number(from), to === undefined ? AGES - 1 : Number(to)];
};
const inAges = (ages: string, x: number): boolean => x >= endsOf(ages)[0] && x <= endsOf(ages)[1];

/** People of an age group among people by (sex, age). */
export const ofAges = (people: Float64Array, ages: string): number =>
  people.reduce((sum, count, i) => (inAges(ages, i % AGES) ? sum + count : sum), 0);

const known = new Map<string, Float64Array>();
/** Mid-year estimate of a place. */
export function peopleOf(place: string, year: number): Float64Array {
  const key = `${place} ${year}`;
  const parts = () => (PLACES[place] ?? [place]).map((area) => figures.estimate(area, year));
  const found = known.get(key) ?? parts().reduce((sum, part) => sum.map((count, i) => count + part[i]!));
  known.set(key, found);
  return found;
}

/** Life tables and the mid-year that each is of; each was published in the autumn after its last year. */
const TABLES = [2002, 2006, 2009, 2012, 2015, 2018];
const periodOf = (middle: number): string => `${middle - 1}-${middle + 1}`;
/** The middle of the latest life table that was out nine months after an origin; of the first, if none was. */
export const latestTable = (origin: number): number => TABLES.filter((year) => year + 1 < origin).at(-1) ?? TABLES[0]!;
export const tableOf = (middle: number): Survival => figures.survival(periodOf(middle));

/** Age groups within which an improvement of mortality is the same. */
export const IMPROVING = ["0-14", "15-44", "45-64", "65-74", "75-84", "85-94", "95+"] as const;

/** Half of the fall of death rates between the life tables of 2001-2003 and 2008-2010, a year, by sex and age group. */
export function halfTheTrend(): Record<"female" | "male", Record<string, number>> {
  const [first, last] = [figures.deathRates("2001-2003"), figures.deathRates("2008-2010")];
  const of = (sex: 0 | 1) =>
    Object.fromEntries(
      IMPROVING.map((ages) => {
        const [from, to] = ages === "95+" ? [95, 100] : endsOf(ages);
        let sum = 0;
        for (let x = from; x <= to; x++) sum += Math.log(first[sex]![x]! / last[sex]![x]!);
        return [ages, 1 - Math.exp(-sum / (to - from + 1) / 7 / 2)];
      }),
    );
  return { female: of(0), male: of(1) };
}

let improving: Float64Array | undefined;
/** The same by (sex, age); people of 90 and over fall as those of 85 to 94 do. */
export function improvement(): Float64Array {
  const { female, male } = halfTheTrend();
  improving ??= Float64Array.from({ length: CELLS }, (_, i) => {
    const ages = IMPROVING.find((one) => one !== "95+" && inAges(one, i % AGES))!;
    return (i < AGES ? female : male)[ages]!;
  });
  return improving;
}

/** Who lived through the year from mid-`year`: between the life tables on both sides of its middle. */
export function lived(year: number): Survival {
  const last = TABLES.length - 2;
  const i = Math.max(0, Math.min(last, TABLES.findIndex((table) => table > year + 0.5) - 1));
  const at = year + 0.5 > TABLES[last + 1]! ? last : i;
  const [before, after] = [TABLES[at]!, TABLES[at + 1]!];
  const part = (year + 0.5 - before) / (after - before);
  const [one, other] = [tableOf(before), tableOf(after)];
  return { ...one, byAge: one.byAge.map((share, x) => share ** (1 - part) * other.byAge[x]! ** part) };
}

/** Net migrants of the year from mid-`year`, by age at its end: who is there beside those who lived on. */
export function moved(place: string, year: number, { byAge }: Survival): Float64Array {
  const [before, after] = [peopleOf(place, year), peopleOf(place, year + 1)];
  const migrants = after.slice();
  for (let i = 0; i < CELLS; i++) migrants[i % AGES < AGES - 1 ? i + 1 : i]! -= before[i]! * byAge[i]!;
  // Who is under one is born in the year; that is left to fertility.
  for (const youngest of [0, AGES]) migrants[youngest] = 0;
  return migrants;
}

/**
 * Births a woman, by age: shares of births by mothers' age in 2012 (under 25 23%, 25 to 34 57%, 35 and over 20%; Office for
 * National Statistics, 2013) over England's women of 2012.
 */
function shapeOfFertility(): Float64Array {
  const women = peopleOf("England", 2012).subarray(0, AGES);
  const shape = new Float64Array(AGES);
  for (const [from, to, share] of [
    [16, 24, 0.23],
    [25, 34, 0.57],
    [35, 44, 0.2],
  ] as const) {
    const there = women.subarray(from, to + 1).reduce((sum, count) => sum + count, 0);
    shape.fill(share / there, from, to + 1);
  }
  return shape;
}
const shape = shapeOfFertility();

/** How many children a woman has, against England's shape of 2012: who is under one, for the women of the year before. */
export function childbearing(place: string, year: number): number {
  const [before, after] = [peopleOf(place, year - 1), peopleOf(place, year)];
  const expected = shape.reduce((sum, rate, x) => sum + (rate * (before[x]! + after[x]!)) / 2, 0);
  return (after[0]! + after[AGES]!) / expected;
}

/** What a planner puts into a projection at an origin: the last life table, five years' net migration, the last births. */
export function inputsAt(place: string, origin: number) {
  const years = Array.from({ length: Math.min(5, origin - 2000) }, (_, i) => origin - 1 - i);
  // What was known then of those years' deaths.
  const survival = survivalByInterval({
    survival: tableOf(latestTable(origin)),
    survivalOf: latestTable(origin),
    mortalityImprovement: improvement(),
    from: origin - years.length,
    interval: 1,
    people: new Float64Array(CELLS),
  });
  const migration = new Float64Array(CELLS);
  for (const year of [...years].reverse())
    moved(place, year, survival(year - origin + years.length)).forEach((count, i) => {
      migration[i]! += count / years.length;
    });
  const level = childbearing(place, origin);
  return { people: peopleOf(place, origin), migration, fertility: shape.map((rate) => rate * level) };
}

/** The place projected as it could have been. */
export const projected = (place: string, origin: number, years: number): Cohorts =>
  projectCohorts({
    ...inputsAt(place, origin),
    from: origin,
    years,
    interval: 1,
    survival: { ...tableOf(latestTable(origin)), atBirth: Float64Array.of(1, 1) },
    survivalOf: latestTable(origin),
    mortalityImprovement: improvement(),
    migrantsAge: "end",
    sexRatioAtBirth: 1.05,
  });
