import { describe, expect, test } from "vitest";
import { POPULATION_SPREADS } from "../packages/cadre/src/population/forecast-spreads.ts";
import * as errors from "./population-errors.test-data.ts";

/** Works the default spreads of people to come out again, from figures up to mid-2018; docs/method/population-errors.md. */
const END = 2018;
const ORIGINS = Array.from({ length: END - 2003 }, (_, i) => 2003 + i);
const rootMeanSquare = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);

/** ln(projected ÷ estimated) of one group, by horizon. */
function errorsOf(places: readonly string[], group: string): { h: number; error: number }[] {
  return places.flatMap((place) =>
    ORIGINS.flatMap((origin) => {
      const years = Math.min(10, END - origin);
      const { people } = errors.projected(place, origin, years);
      return Array.from({ length: years }, (_, i) => ({
        h: i + 1,
        error: Math.log(
          errors.ofAges(people[i + 1]!, group) / errors.ofAges(errors.peopleOf(place, origin + i + 1), group),
        ),
      }));
    }),
  );
}

/** The power and standard deviation ten years ahead of the greatest likelihood. */
function fitted(pairs: readonly { h: number; error: number }[]): { power: number; tenYears: number } {
  const at = (power: number) => {
    const tenYears = rootMeanSquare(pairs.map(({ h, error }) => error / (h / 10) ** power));
    return { power, tenYears, cost: pairs.reduce((sum, { h }) => sum + Math.log(tenYears * (h / 10) ** power), 0) };
  };
  const tried = Array.from({ length: 171 }, (_, i) => at(0.3 + i / 100));
  return tried.reduce((best, one) => (one.cost < best.cost ? one : best));
}

/** How far the net migration of the years that followed lay from that of the years before, for each person there. */
function migrationOff(places: readonly string[], ages: string): number {
  return rootMeanSquare(
    places.flatMap((place) => {
      const years = Array.from({ length: END - 2000 }, (_, i) => ({
        moved: errors.ofAges(errors.moved(place, 2000 + i, errors.lived(2000 + i)), ages),
        there: errors.ofAges(errors.peopleOf(place, 2000 + i), ages),
      }));
      const mean = (from: number, to: number, of: "moved" | "there") =>
        years.slice(from - 2000, to - 2000).reduce((sum, year) => sum + year[of], 0) / (to - from);
      return ORIGINS.flatMap((origin) =>
        Array.from({ length: Math.min(10, END - origin) }, (_, i) => {
          const [before, to] = [Math.max(2000, origin - 5), origin + i + 1];
          return (mean(origin, to, "moved") - mean(before, origin, "moved")) / mean(origin, to, "there");
        }),
      );
    }),
  );
}

describe.each([
  ["place", errors.COUNTIES],
  ["country", ["England"]],
] as const)("%s", (whose, places) => {
  const spread = POPULATION_SPREADS[whose];

  test("errors by age and how they grow", () => {
    for (const group of errors.GROUPS) {
      const { power, tenYears } = fitted(errorsOf(places, group));
      expect(tenYears, group).toBeCloseTo(spread.errors[group]!.tenYears, 2.9);
      expect(power, group).toBeCloseTo(spread.errors[group]!.power, 1);
    }
  }, 20_000);

  test("migrants beyond those projected", () => {
    for (const ages of errors.MOVERS)
      expect(migrationOff(places, ages), ages).toBeCloseTo(spread.moreMigrants[ages]!, 3.7);
  });
});

test.each([
  ["25-64", 0.69],
  ["75-84", 0.68],
  ["85+", 0.78],
  ["16-24", -0.11],
])("counties err together at ages %s: a correlation of %d", (group, expected) => {
  const far = errors.COUNTIES.map((county) => errorsOf([county], group).filter(({ h }) => h >= 3));
  const product = (a: (typeof far)[number], b: (typeof far)[number]) =>
    a.reduce((sum, { error }, i) => sum + error * b[i]!.error, 0);
  const pairs = far.flatMap((a, i) =>
    far.slice(i + 1).map((b) => product(a, b) / Math.sqrt(product(a, a) * product(b, b))),
  );
  expect(pairs.reduce((sum, one) => sum + one, 0) / pairs.length).toBeCloseTo(expected, 2);
});

test("improvement: half of the fall of death rates", () => {
  const { female, male } = errors.halfTheTrend();
  expect([female["65-74"], female["85-94"], male["75-84"]].map((share) => Number((share! * 100).toFixed(2)))).toEqual([
    1.48, 0.92, 1.7,
  ]);
});
