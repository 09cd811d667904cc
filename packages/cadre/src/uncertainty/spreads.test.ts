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
      expect(Math.abs(value - exact(values, [0.1, 0.5, 0.9][i]!))).toBeLessThanOrEqual(bin);
    });
    expect(mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / 20_000, 8);
    for (const most of [0.5, 7, 80, 100, 130, 1e6, -1e6])
      expect(
        Math.abs(shareAtMost(data, row, most) - values.filter((value) => value <= most).length / 20_000),
      ).toBeLessThan(2e-3);
  });
});

test("how draws are cut into blocks changes nothing", () => {
  const [one, other] = [gathered(3000, 50), gathered(3000, 1700)];
  expect(other.spreads.data()).toEqual(one.spreads.data());
});
