import { expect, test } from "vitest";
import { normalQuantile } from "../normal.ts";
import { sampledShares } from "../sampling.ts";
import { effectsOf, trajectories } from "./elementary-effects.ts";
import { informationWorth, perfectInformation } from "./information-worth.ts";
import { pickedRows, varianceShares } from "./variance-shares.ts";

const columns = (k: number) => Array.from({ length: k }, (_, i) => `column ${i}`);

/** A function at every row of shares. */
const over = (rows: Float64Array, k: number, f: (...u: [number, number, number]) => number) =>
  Float64Array.from({ length: rows.length / k }, (_, r) => f(rows[r * k]!, rows[r * k + 1]!, rows[r * k + 2]!));

/** Ishigami and Homma (1990), with a = 7 and b = 0.1, on three numbers between −π and π. */
const ishigami = (...u: [number, number, number]): number => {
  const angle = (share: number) => Math.PI * (2 * share - 1);
  const [x, y, z] = [angle(u[0]), angle(u[1]), angle(u[2])];
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
};

test("Ishigami's function: first shares 0.314, 0.442, 0 and totals 0.558, 0.442, 0.244", () => {
  const base = sampledShares({ ids: columns(6), draws: 4096, seed: 1, sampling: "sobol" });
  const rows = pickedRows(base, 3);
  const found = varianceShares(over(rows, 3, ishigami), 3, 1);
  const known = { first: [0.3139, 0.4424, 0], total: [0.5576, 0.4424, 0.2437] };
  for (const kind of ["first", "total"] as const)
    found.forEach((share, i) => {
      const { value, low, high } = share[kind];
      expect(Math.abs(value - known[kind][i]!), `${kind} ${i}`).toBeLessThan(0.02);
      expect(low).toBeLessThanOrEqual(known[kind][i]! + 0.005);
      expect(high).toBeGreaterThanOrEqual(known[kind][i]! - 0.005);
      expect(high - low).toBeLessThan(0.15);
    });
});

test("in a sum, shares are those of the parts and first and total are the same; what nothing moves has none", () => {
  const base = sampledShares({ ids: columns(6), draws: 8192, seed: 3, sampling: "sobol" });
  const found = varianceShares(
    over(pickedRows(base, 3), 3, (a, b) => 3 * a + 4 * b),
    3,
    1,
  );
  [9 / 25, 16 / 25, 0].forEach((share, i) => {
    expect(found[i]!.first.value).toBeCloseTo(share, 2);
    expect(found[i]!.total.value).toBeCloseTo(share, 2);
  });
  const still = varianceShares(
    over(pickedRows(base, 3), 3, () => 5),
    3,
    1,
  );
  expect(still[0]).toEqual({ first: { value: 0, low: 0, high: 0 }, total: { value: 0, low: 0, high: 0 } });
});

test("elementary effects of a sum are its coefficients, without spread; what works together has spread", () => {
  const rows = trajectories(3, 10, 1);
  expect(rows.length).toBe(10 * 4 * 3);
  expect(rows.every((share) => share > 0 && share < 1)).toBe(true);
  const found = effectsOf(
    rows,
    over(rows, 3, (a, b) => 3 * a - 4 * b),
    3,
  );
  [3, -4, 0].forEach((slope, i) => {
    expect(found[i]!.mean).toBeCloseTo(slope, 12);
    expect(found[i]!.meanAbsolute).toBeCloseTo(Math.abs(slope), 12);
    expect(found[i]!.sd).toBeCloseTo(0, 12);
  });
  const together = effectsOf(
    rows,
    over(rows, 3, (a, b) => 4 * (a - 0.5) * (b - 0.5)),
    3,
  );
  expect(together[0]!.sd).toBeGreaterThan(0.5);
  expect(trajectories(3, 10, 1)).toEqual(rows);
  expect(trajectories(3, 10, 2)).not.toEqual(rows);
});

test("to know the one normal number that a choice turns on is worth sd ÷ √(2π); another number is worth nothing", () => {
  const draws = 20_000;
  const ids = ["deciding", "idle"];
  const at = sampledShares({ ids, draws, seed: 5 });
  const column = (i: number) => Float64Array.from({ length: draws }, (_, d) => at[d * 2 + i]!);
  // Doing it loses x, a normal number of mean 0; leaving it loses nothing.
  const losses = [column(0).map((u) => 100 * normalQuantile(u)), new Float64Array(draws)];
  const known = 100 / Math.sqrt(2 * Math.PI);
  expect(Math.abs(perfectInformation(losses).worth - known)).toBeLessThan(1);
  expect(Math.abs(informationWorth(losses, column(0)) - known)).toBeLessThan(1);
  expect(informationWorth(losses, column(1))).toBeLessThan(1);
});
