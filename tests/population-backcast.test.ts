import { describe, expect, test } from "vitest";
import { type Cohorts, projectCohorts } from "../packages/cadre/src/population/cohorts.ts";
import { populationOf } from "../packages/cadre/src/population/cohorts-population.ts";
import { peopleAt } from "../packages/cadre/src/population/people.ts";
import { decimalYear } from "../packages/cadre/src/table/dates.ts";
import * as figures from "./population-figures.test-data.ts";

/**
 * England and Somerset from mid-2013, compared with the estimates of mid-2023. Migration is itself worked out from those
 * estimates (up to 2019, and after 2021), so this shows that the arithmetic and the figures fit together. It does not
 * show what a planner of 2013 could have known.
 */
const from = 2013;
const bands = ["0-15", "16-64", "65-74", "75-84", "85+", "all"] as const;
type Errors = Record<(typeof bands)[number], number>;
const places = ["England", "Somerset"] as const;

/** Each year's life table: that of 2014-2016 up to mid-2016, that of 2017-2019 from then on, pandemic or not. */
const survival = () => [...new Array(3).fill(figures.survival("2014-2016")), figures.survival("2017-2019")];

/** Net migration of 2011-2019 up to mid-2021, then that of 2021-2023. */
const migration = (place: string) => [
  ...new Array(8).fill(figures.migration(place, "2011-2019")),
  figures.migration(place, "2021-2023"),
];

function backcast(place: string, fertility: Float64Array | Float64Array[], moving = true): Cohorts {
  return projectCohorts({
    from,
    years: 10,
    interval: 1,
    people: figures.estimate(place, from),
    survival: survival(),
    fertility,
    ...(moving ? { migration: migration(place), migrantsAge: "end" } : {}),
    sexRatioAtBirth: 1.05,
  });
}

/** Fertility by age of 2023, its level moved to the births registered in the years to mid-2016 … mid-2020. */
function registeredLevel(place: string): Float64Array[] {
  const shape = figures.fertility(2023);
  return Array.from({ length: 10 }, (_, step) => {
    const year = Math.min(2020, Math.max(2016, from + step + 1));
    const [before, after] = [figures.estimate(place, year - 1), figures.estimate(place, year)];
    const births = shape.reduce((sum, rate, x) => sum + (rate * (before[x]! + after[x]!)) / 2, 0);
    const level = figures.registered("Births", place, year) / births;
    return shape.map((rate) => rate * level);
  });
}

/** Projected people ÷ estimated people − 1, by band. */
function errors(place: string, cohorts: Cohorts, year = 2023): Errors {
  const about = { place, date: "06-30", kind: "assumption" } as const;
  const midYear = [decimalYear(`${year}-06-30`) as number];
  const counted = populationOf({ ...cohorts, years: [year], people: [figures.estimate(place, year)] }, about);
  const projected = populationOf(cohorts, about);
  const entries = bands.map((band) => [
    band,
    peopleAt(projected, band, midYear)[0]! / peopleAt(counted, band, midYear)[0]! - 1,
  ]);
  return Object.fromEntries(entries) as Errors;
}

const sum = (people: Float64Array): number => people.reduce((total, count) => total + count, 0);
const percent = (error: number): string => `${error < 0 ? "−" : "+"}${Math.abs(error * 100).toFixed(2)}%`;
const said = (of: Errors): string => bands.map((band) => `${band}: ${percent(of[band])}`).join(", ");

describe.each(places)("%s from mid-2013 to mid-2023", (place) => {
  test("with fertility as published for 2023, adults come out and children are too few", ({ annotate }) => {
    const found = errors(place, backcast(place, figures.fertility(2023)));
    annotate(`${place} 2023, projected against estimated, fertility of 2023 throughout: ${said(found)}`);
    // The largest error. Women had more children before 2023 than in it: the births registered in the year to mid-2016
    // are 1.24 times (England) and 1.32 times (Somerset) those that the rates of 2023 give.
    expect(found["0-15"]).toBeLessThan(-0.05);
    expect(found["0-15"]).toBeGreaterThan(-0.1);
    for (const band of ["16-64", "65-74", "75-84"] as const) expect(Math.abs(found[band])).toBeLessThan(0.012);
    expect(Math.abs(found["85+"])).toBeLessThan(0.035);
  });

  test("with the level of fertility from registered births, every band is within 3.5%", ({ annotate }) => {
    const cohorts = backcast(place, registeredLevel(place));
    const found = errors(place, cohorts);
    annotate(`${place} 2023, projected against estimated, registered births: ${said(found)}`);
    for (const band of ["0-15", "16-64", "65-74", "75-84", "all"] as const)
      expect(Math.abs(found[band])).toBeLessThan(0.012);
    expect(Math.abs(found["85+"])).toBeLessThan(0.035);
    // It has to be better than to take the people of 2013 as they were, and than to leave out who came and went.
    const worst = (of: Errors): number => Math.max(...bands.map((band) => Math.abs(of[band])));
    const unchanged = errors(place, { ...cohorts, people: cohorts.people.map(() => cohorts.people[0]!) });
    const closed = errors(place, backcast(place, registeredLevel(place), false));
    annotate(`${place} 2023 had nothing changed since 2013: ${said(unchanged)}`);
    annotate(`${place} 2023 had nobody moved since 2013: ${said(closed)}`);
    expect(worst(found)).toBeLessThan(worst(unchanged) / 4);
    expect(Math.abs(found.all)).toBeLessThan(Math.abs(closed.all) / 4);
  });
});

/** Deaths registered ÷ deaths projected − 1 in the years to mid-2016 … mid-2020. */
function deathErrors(place: string, cohorts: Cohorts): number[] {
  return [2016, 2017, 2018, 2019, 2020].map(
    (year) => figures.registered("Deaths", place, year) / sum(cohorts.deaths[year - from - 1]!) - 1,
  );
}

describe("what explains the errors of the oldest", () => {
  test("in England the pandemic, which the life tables of 2017-2019 do not know", ({ annotate }) => {
    const cohorts = backcast("England", registeredLevel("England"));
    const error = (year: number) => errors("England", cohorts, year)["85+"]!;
    const at = [2016, 2019, 2020, 2023].map((year) => ({ year, error: error(year) }));
    annotate(`England aged 85+: ${at.map(({ year, error }) => `${year} ${percent(error)}`).join(", ")}`);
    expect(Math.abs(error(2019))).toBeLessThan(0.01);
    expect(error(2020) - error(2019)).toBeGreaterThan(0.015);
    // The same from the other side: up to 2019 deaths registered are within 4% of those projected, then far above.
    const deaths = deathErrors("England", cohorts);
    annotate(`England, deaths registered against projected, to mid-2016 … 2020: ${deaths.map(percent).join(", ")}`);
    for (const error of deaths.slice(0, 4)) expect(Math.abs(error)).toBeLessThan(0.04);
    expect(deaths[4]).toBeGreaterThan(0.07);
  });

  test("in Somerset fewer die than England's life tables say", ({ annotate }) => {
    const cohorts = backcast("Somerset", registeredLevel("Somerset"));
    const deaths = deathErrors("Somerset", cohorts);
    annotate(`Somerset, deaths registered against projected, to mid-2016 … 2020: ${deaths.map(percent).join(", ")}`);
    for (const error of deaths) expect(error).toBeLessThan(-0.03);
  });
});
