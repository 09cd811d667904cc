import fc from "fast-check";
import { expect, test } from "vitest";
import { decay } from "./decay.ts";

/** S, A and B of one hazard times step length. */
function of(u: number, delta = 1): { S: number; A: number; B: number } {
  const [stay, lived, joined] = [new Float64Array(1), new Float64Array(1), new Float64Array(1)];
  decay(Float64Array.of(u / delta), delta, stay, lived, joined);
  return { S: stay[0]!, A: lived[0]! / delta, B: joined[0]! / delta };
}

test("known values, and the limits for no hazard", () => {
  expect(of(0)).toEqual({ S: 1, A: 1, B: 0.5 });
  expect(of(1).A).toBeCloseTo(1 - Math.exp(-1), 15);
  expect(of(1).B).toBeCloseTo(Math.exp(-1), 15);
  expect(of(1, 1 / 12).B).toBeCloseTo(Math.exp(-1), 15);
});

test("no digits are lost for small hazards: the first terms of the series hold", () => {
  for (const u of [1e-12, 1e-9, 1e-6, 1e-4]) {
    expect(Math.abs(of(u).A - (1 - u / 2 + (u * u) / 6 - u ** 3 / 24))).toBeLessThan(3e-16);
    expect(Math.abs(of(u).B - (0.5 - u / 6 + (u * u) / 24 - u ** 3 / 120))).toBeLessThan(2e-16);
  }
});

test("without an exponential, it is the exponential: to 15 digits from nobody to nearly everybody leaving", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 40, noNaN: true }), (u) => {
      const { S, A, B } = of(u);
      // Squaring doubles an error each time: a few units in the last place of what began at 1.
      expect(Math.abs(S / Math.exp(-u) - 1)).toBeLessThan(4e-16 * Math.max(4, 16 * u));
      expect(Math.abs(A / (-Math.expm1(-u) / u) - 1)).toBeLessThan(2e-15);
      // One joiner is still there or has left: A + u·B = 1; one of the stock: S + u·A = 1.
      expect(A + u * B).toBeCloseTo(1, 14);
      expect(S + u * A).toBeCloseTo(1, 14);
    }),
  );
});
