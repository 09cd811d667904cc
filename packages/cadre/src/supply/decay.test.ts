import fc from "fast-check";
import { expect, test } from "vitest";
import { meanSurvival, meanSurvivalOfJoiners } from "./decay.ts";

test("known values, and the limits for no hazard", () => {
  expect(meanSurvival(0)).toBe(1);
  expect(meanSurvivalOfJoiners(0)).toBe(0.5);
  expect(meanSurvival(1)).toBeCloseTo(1 - Math.exp(-1), 15);
  expect(meanSurvivalOfJoiners(1)).toBeCloseTo(Math.exp(-1), 15);
});

test("no digits are lost for small hazards: the first terms of the series hold", () => {
  for (const u of [1e-12, 1e-9, 1e-6, 1e-4]) {
    expect(Math.abs(meanSurvival(u) - (1 - u / 2 + (u * u) / 6 - u ** 3 / 24))).toBeLessThan(3e-16);
    expect(Math.abs(meanSurvivalOfJoiners(u) - (0.5 - u / 6 + (u * u) / 24 - u ** 3 / 120))).toBeLessThan(2e-16);
  }
});

test("the two forms of B meet where they change over, and whoever is there has stayed or left", () => {
  expect(Math.abs(meanSurvivalOfJoiners(0.5) - meanSurvivalOfJoiners(0.5 - 1e-12))).toBeLessThan(1e-12);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 40, noNaN: true }), (u) => {
      const [A, B] = [meanSurvival(u), meanSurvivalOfJoiners(u)];
      // One joiner is still there or has left: A + u·B = 1; one of the stock: e^(−u) + u·A = 1.
      expect(A + u * B).toBeCloseTo(1, 13);
      expect(Math.exp(-u) + u * A).toBeCloseTo(1, 13);
    }),
  );
});
