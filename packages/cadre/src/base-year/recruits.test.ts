import fc from "fast-check";
import { expect, test } from "vitest";
import type { Axes } from "../table/axes.ts";
import { structureHoldingRecruits } from "./recruits.ts";

const axes = (ages: number, sex = ["all"]): Axes => ({ sex, ageMin: 20, ageMax: 19 + ages, tenure: 1 });
const recruits = (ages: number, wanted: number[], without: number[], stay: number[], sex?: string[]) =>
  [
    ...structureHoldingRecruits(
      axes(ages, sex),
      Float64Array.from(wanted),
      Float64Array.from(without),
      Float64Array.from(stay),
    ),
  ].map((n) => Number(n.toFixed(9)));

test("what is missing at each age after the birthday, lifted so that the headcount holds", () => {
  // A birthday takes 8 to the place of 20, 16 to that of 30, and 24 and 30 together to that of 40: 12, 14 and −14 are
  // missing, and 22 in all. Two ages share 26 − 22, so each gets 2 fewer; the bulge of 14 gets nobody.
  expect(recruits(4, [10, 20, 30, 40], [8, 16, 24, 30], [1, 1, 1, 1])).toEqual([10, 12, 0, 0]);
});

test("recruits are as many as it takes for enough to be left at the end of the year", () => {
  expect(recruits(4, [10, 20, 30, 40], [8, 16, 24, 30], [0.8, 0.5, 1, 1])).toEqual([12.5, 24, 0, 0]);
});

test("the lift is shared by both sexes", () => {
  // Missing 2 and 4 at the youngest ages of women, 6 and 0 of men, in all 16: each of the four gets 1 more.
  const wanted = [2, 10, 10, 2, 10, 10];
  const without = [8, 5, 1, 4, 6, 4];
  expect(recruits(3, wanted, without, [1, 1, 1, 1, 1, 1], ["female", "male"])).toEqual([3, 5, 0, 7, 1, 0]);
});

test("one class of all ages gets exactly who is missing; a pool that grows by itself gets nobody", () => {
  expect(recruits(1, [100], [80], [0.9])).toEqual([Number((20 / 0.9).toFixed(9))]);
  expect(recruits(1, [100], [103], [0.9])).toEqual([0]);
  expect(recruits(4, [10, 20, 30, 40], [10, 20, 30, 41], [1, 1, 1, 1])).toEqual([0, 0, 0, 0]);
});

const cases = fc.integer({ min: 2, max: 6 }).chain((ages) => {
  const each = (max: number, min = 0) =>
    fc.array(fc.double({ min, max, noNaN: true }), { minLength: 2 * ages, maxLength: 2 * ages });
  return fc.record({
    ages: fc.constant(ages),
    wanted: each(100),
    without: each(100),
    stay: each(1, 0.1),
    other: each(1),
  });
});

test("the headcount holds, nobody is negative, and no other recruits come closer to the ages", () => {
  fc.assert(
    fc.property(cases, ({ ages, wanted, without, stay, other }) => {
      const found = structureHoldingRecruits(
        axes(ages, ["female", "male"]),
        Float64Array.from(wanted),
        Float64Array.from(without),
        Float64Array.from(stay),
      );
      const sum = (values: number[]) => values.reduce((total, n) => total + n, 0);
      const kept = [...found].map((n, i) => n * stay[i]!);
      const total = Math.max(0, sum(wanted) - sum(without));
      expect(sum(kept)).toBeCloseTo(total, 8);
      for (const n of found) expect(n).toBeGreaterThanOrEqual(0);
      // Distance of the ages after the birthday from those wanted; nobody starts at the last age, which stays open.
      const far = (of: number[]) =>
        sum(
          of.map((n, i) => {
            const age = i % ages;
            if (age === ages - 1) return n === 0 ? 0 : Number.POSITIVE_INFINITY;
            const already = age === ages - 2 ? without[i]! + without[i + 1]! : without[i]!;
            return (wanted[i + 1]! - already - n) ** 2;
          }),
        );
      const open = other.map((n, i) => (i % ages === ages - 1 ? 0 : n));
      if (sum(open) === 0) return;
      const rival = open.map((n) => (n / sum(open)) * total);
      for (const step of [1, 0.01]) {
        const between = kept.map((n, i) => n + (rival[i]! - n) * step);
        expect(far(kept)).toBeLessThanOrEqual(far(between) * (1 + 1e-9) + 1e-9);
      }
    }),
    { numRuns: 300, seed: 20190331 },
  );
});
