import { expect, test } from "vitest";
import type { CountedMeasure } from "../model/measures.ts";
import { run } from "../projection/run.ts";
import { errorOf, type Part, pool, town } from "../system/town.test-data.ts";
import { laterAge } from "./returners.ts";

/** Years in which a tenth of the opening stock leaves, and nobody is recruited from the market. */
const calendar = (steps = 1) =>
  steps === 1
    ? { base: "2019-03-31", until: "2024-03-31", convention: "opening-stock" }
    : { base: "2019-03-31", until: "2024-03-31", stepsPerYear: steps };
const nurses = (returners: Part[], more: Part = {}) =>
  pool({
    leaving: { rate: 0.1, kind: "share-leaving-within-year", scope: "employer" },
    recruitment: { mode: "fixed", recruits: { 2020: 0 } },
    returners,
    ...more,
  });
const back = (returners: Part[], more: Part = {}) =>
  run(town({ nurses: nurses(returners, more) }, { calendar: calendar() }));
const series = (result: ReturnType<typeof run>, measure: CountedMeasure) =>
  result.series({ measure }).map(({ value }) => Number(value.toFixed(9)));

test("a share of a year's leavers comes back the year after", () => {
  const result = back([{ cause: "leaving", share: "20%", delay: 1 }]);
  // Before the base date 10 left a year as well: 2 of them come back. Then 10 of 100, 9.2 of 92, …
  expect(series(result, "headcount").slice(0, 4)).toEqual([100, 92, 84.8, 78.16]);
  expect(series(result, "joiners.returners").slice(0, 3)).toEqual([2, 2, 1.84]);
});

test("a delay of three years takes three years of like years before the base", () => {
  const result = back([{ cause: "leaving", share: "20%", delay: 3 }]);
  expect(series(result, "joiners.returners").slice(0, 3)).toEqual([2, 2, 2]);
  const left = series(result, "leavers.leaving");
  expect(series(result, "joiners.returners")[3]).toBeCloseTo(0.2 * left[0]!, 9);
  expect(series(result, "joiners.returners")[4]).toBeCloseTo(0.2 * left[1]!, 9);
});

test("heads a year: none before the first year given, the last value continues", () => {
  const result = back([{ title: "Return to practice", heads: { 2021: 15, 2023: 4 } }]);
  expect(series(result, "joiners.returners")).toEqual([0, 15, 15, 4, 4]);
});

test("several ways back add up, each with its own delay", () => {
  const result = back([
    { cause: "leaving", share: "10%", delay: 1 },
    { cause: "leaving", share: "10%", delay: 2 },
    { heads: { 2020: 3 } },
  ]);
  const left = series(result, "leavers.leaving");
  expect(series(result, "joiners.returners")[0]).toBeCloseTo(1 + 1 + 3, 9);
  expect(series(result, "joiners.returners")[3]).toBeCloseTo(0.1 * left[2]! + 0.1 * left[1]! + 3, 9);
});

test("those who retire come back older by their years away, evenly over the steps of the year", () => {
  const ages = { "58": "50%", "59": "0%", "60": "50%" };
  const system = (steps: number) =>
    town(
      {
        nurses: pool({
          ages,
          leaving: { rate: 0, kind: "hazard", scope: "employer" },
          retirement: { "60": "50%" },
          recruitment: { mode: "fixed", recruits: { 2020: 0 } },
          returners: [{ cause: "retirement", share: "40%", delay: 2 }],
        }),
      },
      { axes: { age: [50, 64], tenure: 1 }, calendar: calendar(steps) },
    );
  const result = run(system(4));
  const { steps } = result.data.projection;
  // The base year is taken for the years before: half of the 50 aged 60 retire, 40% of them come back at 62.
  for (const { returners } of steps.slice(0, 4))
    expect([...returners].map((n) => Number(n.toFixed(9)))).toEqual([...Array(12).fill(0), 2.5, 0, 0]);
  expect(result.at({ measure: "joiners.returners", year: 2020 })).toBeCloseTo(10, 9);
});

test("heads who come back have the ages given, or those of the staff", () => {
  const at = (returner: Part) =>
    [
      ...run(
        town(
          { nurses: nurses([returner], { ages: { "30-31": "100%" } }) },
          { axes: { age: [30, 33], tenure: 1 }, calendar: calendar() },
        ),
      ).data.projection.steps[0]!.returners,
    ].map((n) => Number(n.toFixed(9)));
  expect(at({ heads: { 2020: 8 }, ages: { "32-33": "100%" } })).toEqual([0, 0, 4, 4]);
  expect(at({ heads: { 2020: 8 } })).toEqual([4, 4, 0, 0]);
});

test("the last age is open, for each sex", () => {
  expect(laterAge(0, 2, 5)).toBe(2);
  expect(laterAge(3, 4, 5)).toBe(4);
  expect(laterAge(5, 1, 5)).toBe(6);
  expect(laterAge(9, 1, 5)).toBe(9);
});

const PARTIAL = { cause: "retirement", of: "nurses", share: "40%", delay: 1 };
const retiring = {
  leaving: { rate: 0, kind: "hazard", scope: "system" },
  retirement: { kind: "hazard", byAge: { all: 0.1 } },
};
const twoPools = (more: Part = {}, steps = 1) =>
  town(
    {
      nurses: pool({ ...retiring, headcount: 1000, recruitment: { mode: "replace" } }),
      back: pool({
        headcount: 0,
        fte: 0.5,
        leaving: { rate: 1 / 3, kind: "hazard", scope: "system" },
        recruitment: { mode: "fixed", recruits: { 2020: 0 } },
        returners: [PARTIAL],
        ...more,
      }),
    },
    { calendar: { base: "2019-03-31", until: "2049-03-31", stepsPerYear: steps } },
  );

test("people who retire from one pool come back to another, with hours and a length of stay of their own", () => {
  for (const steps of [1, 4]) {
    const result = run(twoPools({}, steps));
    const at = (measure: CountedMeasure, who: string, year: number) => result.at({ measure, pool: who, year });
    // 100 nurses retire a year and are replaced; 40 come back for three years on average: 120 of them in the end.
    expect(at("joiners.returners", "back", 2020)).toBeCloseTo(40, 8);
    expect(at("headcount", "back", 2049)).toBeCloseTo(120, 1);
    expect(at("supply", "back", 2049)).toBeCloseTo(60, 1);
    expect(at("headcount", "nurses", 2049)).toBeCloseTo(1000, 8);
    // Each is counted once: who is there is who was there, less those who left, plus those who joined.
    const joined = at("joiners", "all", 2030);
    expect(at("headcount", "all", 2029) + joined - at("leavers", "all", 2030)).toBeCloseTo(
      at("headcount", "all", 2030),
      8,
    );
    expect(at("joiners.returners", "nurses", 2030)).toBe(0);
  }
});

test("those who come back are not recruited as well, where the pool opens with them", () => {
  const result = run(twoPools({ headcount: 120, recruitment: { mode: "replace" } }));
  expect(result.at({ measure: "joiners.market", pool: "back", year: 2020 })).toBeCloseTo(0, 6);
  expect(result.at({ measure: "headcount", pool: "back", year: 2049 })).toBeCloseTo(120, 6);
});

test.each<[string, Part, string]>([
  ["a pool that is not there", { ...PARTIAL, of: "midwives" }, "unknown-pool"],
  ["the pool itself", { ...PARTIAL, of: "back" }, "bad-returner"],
  ["heads from another pool", { heads: { 2021: 4 }, of: "nurses" }, "bad-returner"],
])("to come back from %s is refused", (_, one, code) => {
  expect(errorOf(() => twoPools({ returners: [one] })).code).toBe(code);
});

test("more than all who left cannot come back, over all pools", () => {
  const error = errorOf(() => twoPools({ returners: [PARTIAL, { ...PARTIAL, share: "70%", delay: 2 }] }));
  expect([error.code, error.path]).toEqual(["shares-above-100", "pools.back.returners.1.share"]);
});
