import { expect, test } from "vitest";
import type { CountedMeasure } from "../model/measures.ts";
import { run } from "../projection/run.ts";
import { ageOneYear } from "../supply/ageing.ts";
import { classShares, fteBySexAge, headsBySexAge, spreadShares } from "../system/staff-by-age.ts";
import { pool, town } from "../system/town.test-data.ts";
import { type Axes, agesOf, cellsOf, sexAgesOf } from "../table/axes.ts";
import { steadyTenure } from "./opening.ts";

/** The stock that does not change any more when a model year with the same joiners is repeated for long. */
function afterManyYears(axes: Axes, stay: Float64Array, joinerStay: Float64Array, joiners: Float64Array): Float64Array {
  const heads = new Float64Array(cellsOf(axes));
  for (let year = 0; year < 1000; year++) {
    for (let c = 0; c < heads.length; c++) heads[c]! *= stay[c]!;
    for (let i = 0; i < joiners.length; i++) heads[i * axes.tenure]! += joiners[i]! * joinerStay[i]!;
    ageOneYear(heads, agesOf(axes), axes.tenure);
  }
  return heads;
}

test.each([
  ["ages and service", { sex: ["female", "male"], ageMin: 20, ageMax: 26, tenure: 3 }],
  ["a class of service for each age", { sex: ["all"], ageMin: 20, ageMax: 24, tenure: 8 }],
  ["one class of service", { sex: ["all"], ageMin: 20, ageMax: 24, tenure: 1 }],
  ["one class of age", { sex: ["female", "male"], ageMin: 0, ageMax: 0, tenure: 4 }],
  ["two classes of service", { sex: ["all"], ageMin: 0, ageMax: 0, tenure: 2 }],
])("service in the opening stock is what a steady model year makes of it: %s", (_, axes) => {
  const n = sexAgesOf(axes);
  // Any rates will do as long as they differ from cell to cell; people join at every age, the last one included.
  const stay = Float64Array.from({ length: cellsOf(axes) }, (_, c) => 0.5 + 0.45 * Math.sin(c + 1) ** 2);
  const joinerStay = Float64Array.from({ length: n }, (_, i) => 0.6 + 0.3 * Math.cos(i) ** 2);
  const joiners = Float64Array.from({ length: n }, (_, i) => 10 + 5 * Math.sin(i));
  const steady = afterManyYears(axes, stay, joinerStay, joiners);
  const bySexAge = Float64Array.from({ length: n }, (_, i) =>
    steady.subarray(i * axes.tenure, (i + 1) * axes.tenure).reduce((sum, heads) => sum + heads, 0),
  );
  const opening = new Float64Array(cellsOf(axes));
  steadyTenure(axes, bySexAge, stay, joinerStay, joiners, 1, opening);
  expect([...opening].map((heads) => Number(heads.toFixed(9)))).toEqual(
    [...steady].map((heads) => Number(heads.toFixed(9))),
  );
});

test("where nobody ever leaves, all have served longest", () => {
  const axes: Axes = { sex: ["all"], ageMin: 0, ageMax: 0, tenure: 3 };
  const ones = (n: number) => new Float64Array(n).fill(1);
  const heads = new Float64Array(3);
  steadyTenure(axes, Float64Array.of(40), ones(3), ones(1), Float64Array.of(0), 1, heads);
  expect([...heads]).toEqual([0, 0, 40]);
});

test.each([1, 4])("service and headcount stay as they open where people change employer too (%i steps)", (steps) => {
  const homes = pool({
    headcount: 500,
    leaving: {
      rate: "34%",
      kind: "leavers-per-average-headcount",
      scope: "employer",
      byTenure: { "0": 2, "1": 1.2, "2": 1, "3+": 0.5 },
      stayingInSector: "40%",
    },
  });
  const result = run(
    town(
      { homes },
      {
        axes: { age: "none", tenure: 4 },
        calendar: { base: "2019-03-31", until: "2022-03-31", stepsPerYear: steps },
      },
    ),
  );
  const opening = result.cells({ measure: "headcount", year: 2019 });
  expect(opening[0]).toBe(0);
  expect(opening[1]).toBeGreaterThan(50);
  result.cells({ measure: "headcount", year: 2022 }).forEach((heads, c) => {
    expect(heads).toBeCloseTo(opening[c]!, 7);
  });
  const at = (measure: CountedMeasure) => result.at({ measure, year: 2021 });
  expect(at("leavers") / at("personYears")).toBeCloseTo(0.34, 10);
});

test("who comes back in the base year is not recruited as well", () => {
  for (const share of ["30%", "100%"]) {
    const back = pool({ returners: [{ cause: "leaving", share, delay: 1 }] });
    const result = run(town({ back }, { axes: { age: "none", tenure: 4 } }));
    expect(result.at({ measure: "headcount", year: 2022 })).toBeCloseTo(100, 8);
    expect(result.at({ measure: "joiners.market", year: 2020 })).toBeCloseTo(
      20 * (1 - Number.parseInt(share, 10) / 100),
      8,
    );
  }
});

const people = (values: Record<string, number>) => ({ values, unit: "share", kind: "assumption" }) as const;

test("shares are put in the order of the axis and add up to one; without any they are equal", () => {
  expect(classShares(people({ male: 0.2, female: 0.6 }), ["female", "male"])).toEqual([0.6 / 0.8, 0.2 / 0.8]);
  expect(classShares(undefined, ["a", "b", "c", "d"])).toEqual([0.25, 0.25, 0.25, 0.25]);
});

test("shares by band are spread over the ages of the axis, in whatever order they stand", () => {
  const axes: Axes = { sex: ["all"], ageMin: 20, ageMax: 24, tenure: 1 };
  const spread = spreadShares(people({ "22+": 0.597, "20-21": 0.398 }), axes);
  expect(spread[0]! + spread[1]!).toBeCloseTo(0.4, 12);
  expect(spread[2]! + spread[3]! + spread[4]!).toBeCloseTo(0.6, 12);
});

test("heads by sex and age keep each band, and are fewer where the pool's own retirement leaves fewer", () => {
  const { pools, axes } = town(
    { staff: pool({ headcount: 200, ages: { "58-61": "50%", "62-65": "50%" }, sex: { female: "75%", male: "25%" } }) },
    { axes: { age: [58, 65], tenure: 1, sex: ["female", "male"] } },
  );
  const none = headsBySexAge(pools.staff!, axes, new Float64Array(16));
  none.forEach((heads, i) => {
    expect(heads).toBeCloseTo(i < 8 ? 200 * 0.75 * 0.125 : 200 * 0.25 * 0.125, 9);
  });
  // A third of the women retires each year from 62 on.
  const retiring = Float64Array.from({ length: 16 }, (_, i) => (i >= 4 && i < 8 ? Math.log(1.5) : 0));
  const heads = headsBySexAge(pools.staff!, axes, retiring);
  expect(heads[4]! + heads[5]! + heads[6]! + heads[7]!).toBeCloseTo(75, 9);
  for (const i of [4, 5, 6]) expect(heads[i + 1]).toBeLessThan(heads[i]!);
  expect([...heads.subarray(8)]).toEqual([...none.subarray(8)]);
});

test("full-time equivalents by age, the same for both sexes", () => {
  const { pools, axes } = town(
    { staff: pool({ ages: { "20+": "100%" }, sex: { female: 1, male: 0 }, fte: { "20-21": 0.5, "22+": 0.8 } }) },
    { axes: { age: [20, 23], tenure: 1, sex: ["female", "male"] } },
  );
  expect([...fteBySexAge(pools.staff!, axes)]).toEqual([0.5, 0.5, 0.8, 0.8, 0.5, 0.5, 0.8, 0.8]);
});
