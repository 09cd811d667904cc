import { expect, test } from "vitest";
import type { CountedMeasure } from "../model/measures.ts";
import type { Result } from "../projection/result.ts";
import { run } from "../projection/run.ts";
import { type Part, pool, still, town } from "../system/town.test-data.ts";
import { inTraining, TrainingShares } from "./courses.ts";

const course = (more: Part = {}): Part => ({
  title: "Course",
  intake: { 2019: 10, 2020: 0 },
  lasts: "1 year",
  completion: 1,
  joins: { homes: 1 },
  ...more,
});

/** A town whose homes nobody leaves, with one course, taken in so many steps a year. */
const taught = (more: Part, steps = 12, system: Part = {}, homes: Part = still()) =>
  run(
    town(
      { homes },
      {
        calendar: { base: "2019-03-31", until: "2024-03-31", stepsPerYear: steps },
        pipelines: { course: course(more) },
        ...system,
      },
    ),
  );

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, n) => total + n, 0);

/** Steps in which people who trained join, and how many. */
const joining = ({ data }: Result) =>
  data.projection.steps.flatMap(({ pipeline }, step) => {
    const heads = Number(sum(pipeline).toFixed(9));
    return heads > 0 ? [[step, heads]] : [];
  });

const of = (result: Result, measure: CountedMeasure) =>
  result.series({ pool: "pipeline:course", measure }).map(({ value }) => Number(value.toFixed(9)));

test.each<[string, Part, number[][]]>([
  ["a year from September: in the September after", {}, [[17, 10]]],
  ["18 months", { lasts: "18 months" }, [[23, 10]]],
  ["a start on the day after the base date", { month: 4 }, [[12, 10]]],
  ["six weeks from 1 September end in October", { lasts: "6 weeks" }, [[6, 10]]],
  ["two weeks end in the month of the start", { lasts: "2 weeks" }, [[5, 10]]],
  [
    "several months share the year's intake",
    { month: [9, 5, 1], intake: { 2019: 0, 2020: 30, 2021: 0 } },
    [
      [21, 10],
      [25, 10],
      [29, 10],
    ],
  ],
])("who finishes joins in the month that holds the end: %s", (_, more, expected) => {
  expect(joining(taught(more))).toEqual(expected);
});

test("with one step a year they join in the model year that holds the end", () => {
  // September 2019 to September 2020 ends in the year to March 2021; April to April ends on its first day.
  expect(joining(taught({}, 1))).toEqual([[1, 10]]);
  expect(joining(taught({ month: 4 }, 1))).toEqual([[1, 10]]);
  expect(joining(taught({ month: 4, lasts: "11 months" }, 1))).toEqual([[0, 10]]);
});

test("entrants are counted in the year of the start; the last intake given carries on", () => {
  expect(of(taught({ intake: { 2020: 12, 2022: 5 } }), "entrants")).toEqual([0, 12, 12, 5, 5]);
  // April is the first month of the model year that March ends.
  expect(of(taught({ intake: { 2020: 12, 2022: 5 }, month: 4 }), "entrants")).toEqual([0, 12, 12, 5, 5]);
  expect(of(taught({ intake: { 2020: 12, 2022: 5 }, month: 3 }), "entrants")).toEqual([12, 12, 5, 5, 5]);
});

test("a constant share leaves each month, so that the completion is reached at the end", () => {
  const result = taught({ intake: { 2019: 100, 2020: 0 }, month: 4, lasts: "2 years", completion: "64%" });
  expect(of(result, "trainees")).toEqual([0, 80, 64, 0, 0, 0]);
  expect(of(result, "dropouts")).toEqual([20, 16, 0, 0, 0]);
  expect(of(result, "graduates")).toEqual([0, 0, 64, 0, 0]);
});

test("shares of finishers and of early leavers join; the rest are lost", () => {
  const result = taught({
    intake: { 2019: 100, 2020: 0 },
    completion: "60%",
    joins: { homes: "75%" },
    earlyLeaversJoin: { homes: "25%" },
  });
  expect(sum(of(result, "graduates"))).toBeCloseTo(60, 8);
  expect(sum(of(result, "graduates.joined"))).toBeCloseTo(45, 8);
  expect(sum(of(result, "graduates.lost"))).toBeCloseTo(15, 8);
  expect(result.at({ measure: "headcount", year: 2024 })).toBeCloseTo(100 + 45 + 10, 8);
  expect(sum(result.series({ measure: "joiners.pipeline" }).map(({ value }) => value))).toBeCloseTo(55, 8);
});

test("whoever began before the base date is in training at it; courses that are over are in the stock", () => {
  // Starts of 20 each September, for two years: of 2016 over, of 2017 and 2018 in training for 19 and 7 months.
  const result = taught({ intake: { 2016: 20, 2019: 0 }, lasts: "2 years", completion: "25%" });
  expect(result.at({ measure: "trainees", year: 2019, pool: "pipeline:course" })).toBeCloseTo(
    20 * 0.25 ** (19 / 24) + 20 * 0.25 ** (7 / 24),
    9,
  );
  expect(joining(result)).toEqual([
    [5, 5],
    [17, 5],
  ]);
  expect(sum(of(result, "entrants"))).toBe(0);
});

const aged = { axes: { age: [16, 70], tenure: 1 } };
const homesByAge = still({ ages: { "30-49": "100%" } });
/** Ages of those who join from the course. */
const agesOf = ({ data }: Result) =>
  data.projection.steps.flatMap(({ pipeline }) =>
    [...pipeline].flatMap((heads, i) => (heads > 1e-9 ? [[16 + i, Number(heads.toFixed(9))]] : [])),
  );

test("finishers have the age they have reached by then", () => {
  const three = { lasts: "3 years", ages: { "20": "100%" } };
  // From September 2019 at 20, through the birthdays of March 2020, 2021 and 2022, to September 2022.
  expect(agesOf(taught(three, 1, aged, homesByAge))).toEqual([[23, 10]]);
  expect(agesOf(taught({ ...three, lasts: "6 months" }, 1, aged, homesByAge))).toEqual([[20, 10]]);
  expect(agesOf(taught({ ...three, ages: { "70": "100%" } }, 1, aged, homesByAge))).toEqual([[70, 10]]);
});

test("those who began before the base date have had their birthdays since, as if the run had begun with them", () => {
  const from = (base: number) =>
    run(
      town(
        { homes: homesByAge },
        {
          ...aged,
          calendar: { base: `${base}-03-31`, until: "2024-03-31" },
          pipelines: {
            course: course({ lasts: "3 years", ages: { "20": "50%", "25": "50%" }, intake: { 2018: 10, 2019: 0 } }),
          },
        },
      ),
    );
  for (const base of [2018, 2019, 2020, 2021])
    expect(agesOf(from(base))).toEqual([
      [23, 5],
      [28, 5],
    ]);
});

test("entrants from a pool leave it, at the ages of the course only, and bring their ages along", () => {
  const homes = still({ ages: { "20-29": "40%", "30-49": "60%" } });
  const result = taught({ entrants: { homes: "100%" }, ages: { "20-29": "100%" } }, 1, aged, homes);
  expect(result.at({ measure: "leavers.training", year: 2020 })).toBeCloseTo(10, 9);
  const { taken } = result.data.projection.steps[0]!;
  expect(taken.map(({ kind, from, to }) => ({ kind, from, to }))).toEqual([{ kind: "training", from: 0, to: 0 }]);
  taken[0]!.heads.forEach((heads, i) => {
    if (i < 4 || i > 13) expect(heads).toBe(0);
  });
  expect(sum(taken[0]!.heads)).toBeCloseTo(10, 9);
  // They are 21 to 30 when they come back, and nobody is lost.
  const ages = agesOf(result);
  expect([ages[0]![0], ages.at(-1)?.[0]]).toEqual([21, 30]);
  expect(result.at({ measure: "headcount", year: 2021 })).toBeCloseTo(100, 9);
});

test("entrants' shares that are rounded are taken for all of the intake", () => {
  const result = taught({ intake: { 2019: 30 }, entrants: { community: "33.3%", homes: "66.5%" } }, 1);
  expect(result.at({ pool: "pipeline:course", measure: "entrants", year: 2020 })).toBeCloseTo(30, 9);
  expect(result.at({ measure: "leavers.training", year: 2020 })).toBeCloseTo((30 * 66.5) / 99.8, 9);
});

test("an intake larger than its pool is capped: a warning says so, and how many are missing shows in the results", () => {
  const result = taught({ intake: { 2019: 500, 2020: 0 }, entrants: { community: "60%", homes: "40%" } }, 1);
  const entrants = result.at({ pool: "pipeline:course", measure: "entrants", year: 2020 });
  const left = result.at({ measure: "leavers.training", year: 2020 });
  // 200 are wanted of 100; some always stay behind.
  expect(left).toBeGreaterThan(80);
  expect(left).toBeLessThan(100);
  expect(entrants).toBeCloseTo(300 + left, 9);
  expect(result.data.projection.courses[0]![0]!.missing).toBeCloseTo(200 - left, 9);
  expect(result.warnings).toEqual([
    `"Course" wants more entrants from a pool than it can spare: ${(200 - left).toFixed(0)} fewer enter, in 2020.`,
  ]);
  for (const heads of result.cells({ measure: "headcount", year: 2020 })) expect(heads).toBeGreaterThanOrEqual(0);
});

test("an intake that its pool can spare warns of nothing", () => {
  expect(taught({ entrants: { homes: "100%" } }).warnings).toEqual([]);
});

test("trainees who work are supply, and what stands in for them is demand and budget", () => {
  const homes = pool({ vacancyRate: "20%" });
  const system = { pipelines: { course: course({ month: 4, lasts: "2 years" }) } };
  const plain = taught({}, 1, system, homes);
  const working = taught(
    {},
    1,
    {
      pipelines: {
        course: {
          ...course({ month: 4, lasts: "2 years" }),
          worksWhileTraining: { pool: "homes", fte: 0.4 },
          backfill: { pool: "homes", fte: 0.25 },
        },
      },
    },
    homes,
  );
  const more = (measure: CountedMeasure) => working.at({ measure, year: 2020 }) - plain.at({ measure, year: 2020 });
  expect(more("supply")).toBeCloseTo(4, 9);
  expect(more("demand")).toBeCloseTo(2.5, 9);
  expect(more("funded")).toBeCloseTo(2.5, 9);
  expect(more("headcount")).toBeCloseTo(0, 9);
  expect(working.at({ pool: "homes", measure: "trainees", year: 2020 })).toBeCloseTo(10, 9);
});

test("those in training fall off evenly; the years they spend are what is under that curve", () => {
  expect(inTraining(24, 0.25, -1)).toBe(1);
  expect(inTraining(24, 0.25, 12)).toBeCloseTo(0.5, 12);
  expect(inTraining(24, 0.25, 30)).toBeCloseTo(0.25, 12);
  const points = Array.from({ length: 1200 }, (_, n) => inTraining(24, 0.25, 3 + (n + 0.5) / 100));
  const under = sum(points) / 100 / 12;
  const shares = new TrainingShares(24);
  expect(shares.years(0.25, 3, 15)).toBeCloseTo(under, 6);
  expect(shares.years(1, 3, 30)).toBeCloseTo(21 / 12, 12);
  expect(shares.years(0, 0, 24)).toBe(0);
  expect(shares.years(0.5, 24, 36)).toBe(0);
  // Whole months are remembered; others are worked out each time.
  for (const months of [-1, 0, 7, 7, 7.5, 24, 30]) expect(shares.at(0.25, months)).toBe(inTraining(24, 0.25, months));
});
