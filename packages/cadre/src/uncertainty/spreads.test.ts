import { expect, test } from "vitest";
import { normalQuantile } from "./normal.ts";
import { Spreads, shareAtMost, spreadOf } from "./spreads.ts";
import { stream } from "./streams.ts";

/** Draws of three numbers: normal, skewed, and one that never changes; added in blocks. */
function gathered(draws: number, block = 50): { spreads: Spreads; all: number[][] } {
  const next = stream(1, "spreads");
  const spreads = new Spreads(3, draws);
  const all: number[][] = [[], [], []];
  for (let done = 0; done < draws; done += block) {
    const count = Math.min(block, draws - done);
    const values = new Float64Array(3 * count);
    for (let d = 0; d < count; d++) {
      const z = normalQuantile(next());
      [100 + 20 * z, Math.exp(z), 7].forEach((value, row) => {
        values[d * 3 + row] = value;
        all[row]!.push(value);
      });
    }
    spreads.add(values, count);
  }
  return { spreads, all };
}

/** The quantile of all draws, kept one by one. */
function exact(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  return sorted[low]! + (sorted[Math.min(low + 1, sorted.length - 1)]! - sorted[low]!) * (at - low);
}

test("up to a thousand draws everything is exact", () => {
  for (const draws of [1, 2, 999, 1000]) {
    const { spreads, all } = gathered(draws);
    const data = spreads.data();
    all.forEach((values, row) => {
      const { p10, p50, p90, mean } = spreadOf(data, row);
      expect([p10, p50, p90]).toEqual([0.1, 0.5, 0.9].map((share) => exact(values, share)));
      expect(mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / draws, 10);
      expect(shareAtMost(data, row, 90)).toBe(values.filter((value) => value <= 90).length / draws);
    });
  }
});

test("beyond, quantiles are off by less than a bin and memory stays what it was", () => {
  const { spreads, all } = gathered(20_000);
  const data = spreads.data();
  expect(data.values.length).toBe(3 * 1000);
  all.forEach((values, row) => {
    const bin = (2 * (exact(values.slice(0, 1000), 1) - exact(values.slice(0, 1000), 0))) / 1998;
    const { p10, p50, p90, mean } = spreadOf(data, row);
    [p10, p50, p90].forEach((value, i) => {
      expect(Math.abs(value! - exact(values, [0.1, 0.5, 0.9][i]!))).toBeLessThanOrEqual(bin);
    });
    expect(mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / 20_000, 8);
    for (const most of [0.5, 7, 80, 100, 130, 1e6, -1e6])
      expect(
        Math.abs(shareAtMost(data, row, most)! - values.filter((value) => value <= most).length / 20_000),
      ).toBeLessThan(2e-3);
  });
});

test("a value that many draws share is reported exactly, however many draws there are", () => {
  const next = stream(2, "shared");
  const draws = 5000;
  // Discrete: 0.7, 1 and 1.2; at least zero: a third of all draws at zero; constant at first, then one that differs.
  const values = new Float64Array(3 * draws);
  for (let d = 0; d < draws; d++) {
    const u = next();
    values[3 * d] = u < 0.2 ? 0.7 : u < 0.8 ? 1 : 1.2;
    values[3 * d + 1] = Math.max(0, u - 1 / 3);
    values[3 * d + 2] = d === 3000 ? 5.5 : 5;
  }
  const spreads = new Spreads(3, draws);
  spreads.add(values, draws);
  const data = spreads.data();
  const row = (r: number) => Array.from({ length: draws }, (_, d) => values[3 * d + r]!);
  const share = (r: number, most: number) => row(r).filter((value) => value <= most).length / draws;
  expect(spreadOf(data, 0)).toMatchObject({ p10: 0.7, p50: 1, p90: 1.2 });
  for (const most of [0.69, 0.7, 0.9, 1, 1.1, 1.2]) expect(shareAtMost(data, 0, most)).toBeCloseTo(share(0, most), 12);
  expect(spreadOf(data, 1).p10).toBe(0);
  expect(shareAtMost(data, 1, 0)).toBeCloseTo(share(1, 0), 12);
  expect(Math.abs(spreadOf(data, 1).p50! - exact(row(1), 0.5))).toBeLessThan(1e-3);
  expect(spreadOf(data, 2)).toMatchObject({ p10: 5, p50: 5, p90: 5 });
  expect(shareAtMost(data, 2, 5)).toBeCloseTo(1 - 1 / draws, 12);
  expect(shareAtMost(data, 2, 4.99)).toBe(0);
  expect(shareAtMost(data, 2, 5.5)).toBe(1);
});

test("how draws are cut into blocks changes nothing", () => {
  const [one, other] = [gathered(3000, 50), gathered(3000, 1700)];
  expect(other.spreads.data()).toEqual(one.spreads.data());
});
