import { describe, expect, test } from "vitest";
import { centre } from "../scenario/centre.ts";
import type { Distribution } from "../scenario/distribution.ts";
import { betaQuantile } from "./beta.ts";
import { normalQuantile } from "./normal.ts";
import { compileQuantile, quantile } from "./quantile.ts";

const every: Distribution[] = [
  { p10: 0.8, p90: 0.9 },
  { p10: 0.8, p90: 1.3, family: "lognormal" },
  { p10: 0.8, p90: 0.9, family: "uniform" },
  { p10: 0.05, p90: 0.6, family: "logit-normal" },
  { normal: { mean: 1, sd: 0.08 } },
  { lognormal: { median: 2, sd: 0.5 } },
  { uniform: { low: 2, high: 4 } },
  { triangular: { low: 0, mode: 1, high: 3 } },
  { triangular: { low: 1, mode: 1, high: 3 } },
  { pert: { low: 0, mode: 1, high: 3 } },
  { pert: { low: 0, mode: 0, high: 3 } },
  { beta: { a: 0.5, b: 3 } },
  { beta: { mean: 0.7, sd: 0.1 } },
  { beta: { mean: 5, sd: 1, low: 2, high: 10 } },
  {
    discrete: [
      { value: 3, share: 0.5 },
      { value: 1, share: 0.3 },
      { value: 2, share: 0.2 },
    ],
  },
];

describe.each(every)("%o", (distribution) => {
  const at = compileQuantile(distribution);

  test("never falls, and has the mean that a plain run takes", () => {
    // Gauss-Legendre would not see the tails; the substitution u = w³ (10 − 15 w + 6 w²) presses the grid to both ends.
    const steps = 4000;
    let [sum, before] = [0, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < steps; i++) {
      const w = (i + 0.5) / steps;
      const value = at(w ** 3 * (10 - 15 * w + 6 * w * w));
      expect(value >= before).toBe(true);
      before = value;
      sum += (value * 30 * w * w * (1 - w) ** 2) / steps;
    }
    expect(Math.abs(sum / centre(distribution) - 1)).toBeLessThan("discrete" in distribution ? 1e-3 : 2e-7);
  });

  test("is the same when compiled", () => {
    for (const u of [1e-9, 0.1, 0.5, 0.77, 1 - 1e-9]) expect(at(u)).toBe(quantile(distribution, u));
  });
});

test.each([
  { p10: 0.8, p90: 0.9 },
  { p10: 0.8, p90: 0.9, family: "lognormal" },
  { p10: 0.8, p90: 0.9, family: "uniform" },
  { p10: 0.8, p90: 0.9, family: "logit-normal" },
] as const)("%o has its ends at 10% and 90%", (interval) => {
  expect(quantile(interval, 0.1)).toBeCloseTo(0.8, 14);
  expect(quantile(interval, 0.9)).toBeCloseTo(0.9, 14);
  const { family } = interval as { family?: "lognormal" };
  expect(quantile({ p10: 0.3, p90: 0.3, ...(family && { family }) }, 0.77)).toBe(0.3);
});

test("an 80% interval of 0.8 to 0.9 read as normal has mean 0.85 and standard deviation 0.0390152", () => {
  expect(quantile({ p10: 0.8, p90: 0.9 }, 0.5)).toBeCloseTo(0.85, 14);
  expect((quantile({ p10: 0.8, p90: 0.9 }, 0.841344746068543) - 0.85).toFixed(7)).toBe("0.0390152");
});

// Made with mpmath at 40 digits.
test.each([
  [2, 3, 0.05, 0.09761146288641434],
  [2, 3, 0.95, 0.7513953742698184],
  [5, 5, 0.01, 0.1709651054824591],
  [0.5, 0.5, 1e-9, 2.46740110027234e-18],
  [0.1, 0.1, 0.01, 8.869280655550235e-18],
  [3, 5, 1e-12, 3.0572005515094334e-5],
  [1.5, 4.5, 0.3, 0.1395529407022446],
  [20, 5, 0.001, 0.5079761085316468],
  [200, 3000, 0.9, 0.0680388279661169],
  [5000, 12, 1e-6, 0.992811009886668],
  [100000.0, 100000.0, 0.1, 0.4985671829418988],
  [4, 0.7, 0.2, 0.7421833193067928],
  // More than half lies below, and yet close to zero.
  [0.05, 500_000, 0.64, 1.5538861597974423e-10],
  [0.25, 350_000, 0.98, 5.391481298025386e-6],
  [4.4, 700_000, 0.75, 7.968242516248857e-6],
  [0.0625, 1000, 1 - 2 ** -20, 0.00893886746294195],
])("the beta quantile of a = %d, b = %d at %d", (a, b, u, x) => {
  expect(betaQuantile(a, b, u) / x).toBeCloseTo(1, 12);
});

test("the upper tail keeps its digits too", () => {
  // From the other end the same number.
  expect(1 - quantile({ beta: { a: 3, b: 5 } }, 1 - 2 ** -40)).toBeCloseTo(betaQuantile(5, 3, 2 ** -40), 14);
  expect(quantile({ beta: { a: 1, b: 1, low: 5, high: 7 } }, 0.75)).toBeCloseTo(6.5, 14);
});

// Closed forms.
test("PERT, triangular, lognormal and logit-normal where there is a formula", () => {
  expect(quantile({ pert: { low: 0, mode: 1, high: 2 } }, 0.5)).toBeCloseTo(1, 14);
  // PERT with its mode at the low end is a beta of 1 and 5.
  expect(quantile({ pert: { low: 10, mode: 10, high: 12 } }, 1e-10)).toBeCloseTo(
    10 + 2 * -Math.expm1(Math.log1p(-1e-10) / 5),
    14,
  );
  expect(quantile({ triangular: { low: 0, mode: 1, high: 2 } }, 0.125)).toBeCloseTo(0.5, 15);
  expect(quantile({ lognormal: { median: 2, sd: 0.5 } }, 1e-9) / (2 * Math.exp(0.5 * -5.997807015007686))).toBeCloseTo(
    1,
    12,
  );
  const logit = (x: number) => Math.log(x / (1 - x));
  const middle = (logit(0.05) + logit(0.6)) / 2;
  expect(logit(quantile({ p10: 0.05, p90: 0.6, family: "logit-normal" }, 0.5))).toBeCloseTo(middle, 13);
});

test("a discrete mix gives each value for its share, from the lowest up, and nothing without a share", () => {
  const at = compileQuantile({
    discrete: [
      { value: 3, share: 0.5 },
      { value: 9, share: 0 },
      { value: 1, share: 0.3 },
      { value: 2, share: 0.2 },
    ],
  });
  expect([1e-9, 0.29, 0.31, 0.49, 0.51, 1 - 2 ** -53].map(at)).toEqual([1, 1, 2, 2, 3, 3]);
});

test("what is no distribution has no quantiles", () => {
  expect(() => compileQuantile({ p10: 0.5, p90: 1, family: "logit-normal" })).toThrow(/between 0 and 1/);
  expect(() => compileQuantile({ gamma: { a: 1 } } as unknown as Distribution)).toThrow(/not a known distribution/);
});

test("normal quantiles agree with tables in both tails", () => {
  // Made with mpmath at 40 digits.
  for (const [p, z] of [
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [1e-10, -6.361340902404056],
    [1e-100, -21.273453560965326],
  ] as const)
    expect(normalQuantile(p) / z).toBeCloseTo(1, 13);
  expect(normalQuantile(0.5)).toBe(0);
});
