import { expect, test } from "vitest";
import type { Axes } from "./axes.ts";
import { fitTenure } from "./fit.ts";

const axes: Axes = { sex: ["female", "male"], ageMin: 20, ageMax: 24, tenure: 3 };
const K = axes.tenure;

test("heads by sex and age and shares by tenure are both kept", () => {
  const bySexAge = [5, 10, 40, 30, 15, 2, 8, 20, 10, 10];
  const { heads, residual } = fitTenure(axes, bySexAge, [0.2, 0.3, 0.5]);
  bySexAge.forEach((wanted, i) => {
    expect(heads[i * K]! + heads[i * K + 1]! + heads[i * K + 2]!).toBeCloseTo(wanted, 9);
  });
  [30, 45, 75].forEach((wanted, k) => {
    expect(bySexAge.reduce((sum, _, i) => sum + heads[i * K + k]!, 0)).toBeCloseTo(wanted, 8);
  });
  expect(residual).toBeLessThan(1e-9);
});

test("nobody has served longer than since the youngest age; else tenure is independent of age", () => {
  const { heads } = fitTenure(axes, [5, 10, 40, 30, 15, 2, 8, 20, 10, 10], [0.2, 0.3, 0.5]);
  // At 20 nobody has a year of service, at 21 nobody two; this holds for the second sex as well.
  expect([heads[1], heads[2], heads[K + 2], heads[5 * K + 1], heads[5 * K + 2], heads[6 * K + 2]]).toEqual([
    0, 0, 0, 0, 0, 0,
  ]);
  expect(heads[0]).toBeCloseTo(5, 12);
  // From 22 on all ages have the same shares.
  for (const i of [3, 4, 7, 8, 9])
    expect(heads[i * K + 2]! / heads[i * K]!).toBeCloseTo(heads[2 * K + 2]! / heads[2 * K]!, 9);
});

test("where shares and ages contradict each other, ages are kept and what is left over is told", () => {
  const young: Axes = { sex: ["all"], ageMin: 20, ageMax: 21, tenure: 3 };
  const { heads, residual } = fitTenure(young, [60, 40], [0.5, 0.2, 0.3]);
  expect(heads[0]! + heads[1]! + heads[2]!).toBeCloseTo(60, 9);
  expect(heads[3]! + heads[4]! + heads[5]!).toBeCloseTo(40, 9);
  // Nobody can have served two years, so the 30 who should have are missing.
  expect(residual).toBeCloseTo(30, 9);
});

test("one class of tenure holds everybody", () => {
  const { heads, residual } = fitTenure({ ...axes, tenure: 1 }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1]);
  expect([...heads]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(residual).toBeLessThan(1e-12);
});
