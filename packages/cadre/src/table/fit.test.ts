import { expect, test } from "vitest";
import type { Axes } from "./axes.ts";
import { fitTenure } from "./fit.ts";

function fitted(...given: Parameters<typeof fitTenure>): Float64Array {
  const found = fitTenure(...given);
  if ("conflict" in found) throw new Error("These margins should hold together.");
  return found.heads;
}

const axes: Axes = { sex: ["female", "male"], ageMin: 20, ageMax: 24, tenure: 3 };
const K = axes.tenure;

test("heads by sex and age and shares by tenure are both kept", () => {
  const bySexAge = [5, 10, 40, 30, 15, 2, 8, 20, 10, 10];
  const heads = fitted(axes, bySexAge, [0.2, 0.3, 0.5]);
  bySexAge.forEach((wanted, i) => {
    expect(heads[i * K]! + heads[i * K + 1]! + heads[i * K + 2]!).toBeCloseTo(wanted, 9);
  });
  [30, 45, 75].forEach((wanted, k) => {
    expect(bySexAge.reduce((sum, _, i) => sum + heads[i * K + k]!, 0)).toBeCloseTo(wanted, 8);
  });
});

test("nobody has served longer than since the youngest age; else tenure is independent of age", () => {
  const heads = fitted(axes, [5, 10, 40, 30, 15, 2, 8, 20, 10, 10], [0.2, 0.3, 0.5]);
  // At 20 nobody has a year of service, at 21 nobody two; this holds for the second sex as well.
  expect([heads[1], heads[2], heads[K + 2], heads[5 * K + 1], heads[5 * K + 2], heads[6 * K + 2]]).toEqual([
    0, 0, 0, 0, 0, 0,
  ]);
  expect(heads[0]).toBeCloseTo(5, 12);
  // From 22 on all ages have the same shares.
  for (const i of [3, 4, 7, 8, 9])
    expect(heads[i * K + 2]! / heads[i * K]!).toBeCloseTo(heads[2 * K + 2]! / heads[2 * K]!, 9);
});

test("where shares and ages contradict each other, says who would have to be old enough", () => {
  const young: Axes = { sex: ["all"], ageMin: 20, ageMax: 21, tenure: 3 };
  // Nobody can have served two years, so the 30% who should have are missing.
  const found = fitTenure(young, [60, 40], [0.5, 0.2, 0.3]);
  expect(found).toEqual({ conflict: { tenure: 2, age: 22, wanted: 0.3, possible: 0 } });
  // 40% are old enough for a year of service or more, and 50% are said to have one.
  const other = fitTenure(young, [60, 40], [0.5, 0.5, 0]);
  expect(other).toEqual({ conflict: { tenure: 1, age: 21, wanted: 0.5, possible: 0.4 } });
});

test("as many as are old enough can have served so long, and not one more", () => {
  const young: Axes = { sex: ["all"], ageMin: 20, ageMax: 22, tenure: 3 };
  const heads = fitted(young, [20, 30, 50], [0.2, 0.3, 0.5]);
  expect([...heads].map((here) => Math.round(here * 1e9) / 1e9)).toEqual([20, 0, 0, 0, 30, 0, 0, 0, 50]);
});

test("without single ages anybody can have served for any time", () => {
  const ageless: Axes = { sex: ["all"], ageMin: 40, ageMax: 40, tenure: 4 };
  expect([...fitted(ageless, [1000], [0, 0, 0, 1])]).toEqual([0, 0, 0, 1000]);
  const spread = fitted(ageless, [1000], [0.1, 0.1, 0.1, 0.7]);
  [100, 100, 100, 700].forEach((wanted, k) => {
    expect(spread[k]).toBeCloseTo(wanted, 9);
  });
});

test("one class of tenure holds everybody", () => {
  const heads = fitted({ ...axes, tenure: 1 }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1]);
  expect([...heads]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});
