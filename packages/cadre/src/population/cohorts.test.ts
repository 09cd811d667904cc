import { describe, expect, test } from "vitest";
import type { CohortProjection } from "./cohort-projection.ts";
import { projectCohorts } from "./cohorts.ts";
import { populationOf } from "./cohorts-population.ts";
import { longRunGrowth } from "./long-run.ts";
import { peopleAt } from "./people.ts";

/** Ages 0, 1 and 2+ of women and men. */
const start: CohortProjection = {
  from: 2023,
  years: 1,
  interval: 1,
  people: Float64Array.of(100, 100, 100, 200, 200, 200),
  survival: { atBirth: Float64Array.of(0.95, 0.9), byAge: Float64Array.of(0.9, 0.8, 0.5, 1, 0.5, 0) },
  fertility: new Float64Array(3),
  sexRatioAtBirth: 1.05,
};

describe("one year by hand", () => {
  test("survivors are a year older, the open group holds who stays and who joins it", () => {
    const { people, deaths } = projectCohorts(start);
    expect([...people[1]!]).toEqual([0, 90, 130, 0, 200, 100]);
    expect(deaths[0]![0]).toBeCloseTo(10 + 20 + 50, 12);
    expect(deaths[0]![1]).toBeCloseTo(100 + 200, 12);
  });

  test("migrants by age when they move: half come at the start and live through the year, half at its end", () => {
    const migration = Float64Array.of(10, 0, 0, 0, -20, 0);
    const { people, migrants } = projectCohorts({ ...start, migration });
    expect([...people[1]!]).toEqual([5, 105 * 0.9, 130, 0, 190, 95]);
    expect([...migrants[0]!]).toEqual([10, -20]);
  });

  test("migrants by age at the end: both halves are of one cohort, and infants come at the end alone", () => {
    const migration = Float64Array.of(4, 10, 6, 0, 0, 0);
    const { people, migrants } = projectCohorts({ ...start, migration, migrantsAge: "end" });
    expect(people[1]![0]).toBe(4);
    expect(people[1]![1]).toBeCloseTo(105 * 0.9 + 5, 12);
    expect(people[1]![2]).toBeCloseTo(100 * 0.8 + 103 * 0.5 + 3, 12);
    expect(migrants[0]![0]).toBe(20);
  });

  test("births come from the mean of women at both ends, and are shared by the sex ratio", () => {
    const fertility = Float64Array.of(0, 0.41, 0.205);
    const { people, births, deaths } = projectCohorts({ ...start, fertility });
    const born = 0.41 * 95 + 0.205 * 115;
    expect(births[0]![0]).toBeCloseTo(born / 2.05, 12);
    expect(births[0]![1]).toBeCloseTo((born * 1.05) / 2.05, 12);
    expect(people[1]![0]).toBeCloseTo((born / 2.05) * 0.95, 12);
    expect(people[1]![3]).toBeCloseTo(((born * 1.05) / 2.05) * 0.9, 12);
    expect(deaths[0]![0]).toBeCloseTo(80 + (born / 2.05) * 0.05, 12);
  });

  test("a list has one value an interval and its last carries on", () => {
    const everybody = { atBirth: Float64Array.of(1, 1), byAge: new Float64Array(6).fill(1) };
    const nobody = { atBirth: Float64Array.of(0, 0), byAge: new Float64Array(6) };
    const { people } = projectCohorts({ ...start, years: 3, survival: [everybody, everybody, nobody] });
    expect(people.map((at) => at.reduce((sum, count) => sum + count, 0))).toEqual([900, 900, 900, 0]);
  });
});

test("projected cohorts are a population that answers by band and date", () => {
  const cohorts = projectCohorts(start);
  const population = populationOf(cohorts, { place: "Somerset", date: "06-30", kind: "assumption" });
  expect(population.years).toEqual([2023, 2024]);
  expect(population.bands).toEqual(["0", "1", "2+"]);
  expect(population.people).toEqual([
    [300, 300, 300],
    [0, 290, 230],
  ]);
  expect([...peopleAt(population, "1+", [2023 + 180 / 365])]).toEqual([600]);
  const midYear = 2024 + 181 / 366;
  expect(peopleAt(population, "all", [midYear])[0]).toBeCloseTo(520, 9);
});

test("five-year groups are named as bands", () => {
  const cohorts = projectCohorts({ ...start, years: 5, interval: 5 });
  const population = populationOf(cohorts, { place: "Somerset", date: "06-30", kind: "assumption" });
  expect(population.bands).toEqual(["0-4", "5-9", "10+"]);
});

test("without births a population dies out, or lives on in its open group", () => {
  const rates = { fertility: new Float64Array(3), sexRatioAtBirth: 1.05, interval: 1 } as const;
  const dying = { atBirth: Float64Array.of(1), byAge: Float64Array.of(1, 1, 0) };
  expect(longRunGrowth({ ...rates, survival: dying })).toMatchObject({
    growth: 0,
    growthPerYear: Number.NEGATIVE_INFINITY,
  });
  const lasting = { atBirth: Float64Array.of(1), byAge: Float64Array.of(1, 1, 0.5) };
  expect(longRunGrowth({ ...rates, survival: lasting }).growth).toBeCloseTo(0.5, 12);
});

describe("refused before anything is computed", () => {
  const wrong: [string, string, Partial<CohortProjection>][] = [
    ["bad-interval", "half an interval", { interval: 5, years: 7 }],
    ["bad-interval", "years backwards", { years: -1 }],
    ["bad-sex-ratio", "no boys", { sexRatioAtBirth: 0 }],
    ["ages-differ", "fertility for other ages", { fertility: new Float64Array(4) }],
    ["ages-differ", "migration for other ages", { migration: new Float64Array(3) }],
    ["ages-differ", "an empty list", { survival: [] }],
    ["ages-differ", "an empty list of fertility", { fertility: [] }],
    ["out-of-range", "people below zero", { people: Float64Array.of(1, 1, 1, 1, 1, -1) }],
    ["out-of-range", "fertility that is no number", { fertility: Float64Array.of(0, Number.NaN, 0) }],
    ["out-of-range", "migration that is no number", { migration: new Float64Array(6).fill(Number.NaN) }],
    [
      "out-of-range",
      "survival above one",
      { survival: { atBirth: Float64Array.of(1, 1), byAge: new Float64Array(6).fill(1.1) } },
    ],
    ["mothers-too-young", "infants with children", { fertility: Float64Array.of(0.1, 0, 0) }],
    ["more-leave-than-live", "more men leave than there are", { migration: Float64Array.of(0, 0, 0, 0, 0, -401) }],
  ];

  test.each(wrong)("%s: %s", (code, _, change) => {
    expect(() => projectCohorts({ ...start, ...change })).toThrow(expect.objectContaining({ code }));
  });
});
