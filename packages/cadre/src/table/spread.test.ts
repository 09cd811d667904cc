import fc from "fast-check";
import { expect, test } from "vitest";
import { parseBand } from "./band.ts";
import { spreadBands } from "./spread.ts";

const bands = (...labels: string[]) => labels.map((label) => parseBand(label)!);
const ones = (n: number) => new Float64Array(n).fill(1);
const sum = (values: Float64Array, from: number, to: number) =>
  values.subarray(from, to + 1).reduce((total, n) => total + n, 0);

test("bands as thick as each other are spread evenly", () => {
  const heads = spreadBands(bands("16-19", "20-24", "25-25"), [40, 50, 10], 16, ones(10));
  for (const n of heads) expect(n).toBeCloseTo(10, 12);
});

test("bands that grow along a straight line lie on it, and neighbours differ by less than their bands do", () => {
  const heads = spreadBands(bands("20-24", "25-29", "30-34"), [100, 200, 300], 20, ones(15));
  expect([sum(heads, 0, 4), sum(heads, 5, 9), sum(heads, 10, 14)].map((n) => n.toFixed(9))).toEqual([
    "100.000000000",
    "200.000000000",
    "300.000000000",
  ]);
  for (let a = 1; a < 15; a++) {
    expect(heads[a]).toBeGreaterThan(heads[a - 1]!);
    // Spread evenly within bands they would jump by 20 at once.
    expect(heads[a]! - heads[a - 1]!).toBeLessThan(10);
  }
});

test("an open band reaches to the last age, a band below the youngest age starts there", () => {
  const heads = spreadBands(bands("14-17", "18+"), [20, 30], 16, ones(5));
  expect(sum(heads, 0, 1)).toBeCloseTo(20, 12);
  expect(sum(heads, 2, 4)).toBeCloseTo(30, 12);
});

test("ages that no band names stay empty, and the bands on both sides do not lean on each other", () => {
  const apart = spreadBands(bands("16-19", "25-29"), [40, 500], 16, ones(14));
  expect([...apart.subarray(4, 9)]).toEqual([0, 0, 0, 0, 0]);
  for (const n of apart.subarray(0, 4)) expect(n).toBeCloseTo(10, 12);
  for (const n of apart.subarray(9)) expect(n).toBeCloseTo(100, 12);
});

test("where few are left, few are put: a band follows the weight of its ages", () => {
  const heads = spreadBands(bands("60-63"), [100], 60, Float64Array.of(4, 3, 2, 1));
  expect([...heads].map((n) => Number(n.toFixed(9)))).toEqual([40, 30, 20, 10]);
});

test("every band keeps its total and nobody is negative, whatever the bands and weights", () => {
  const band = fc.record({
    width: fc.integer({ min: 1, max: 12 }),
    gap: fc.constantFrom(0, 0, 0, 3),
    total: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100_000 })),
  });
  // From one in a billion left, where nearly everybody has retired, up.
  const weight = fc.oneof(fc.constant(1e-9), fc.double({ min: 1e-3, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.array(band, { minLength: 1, maxLength: 7 }), fc.infiniteStream(weight), (drawn, weights) => {
      let age = 16;
      const all = drawn.map(({ width, gap }) => {
        const from = age + gap;
        age = from + width;
        return { from, to: age - 1, label: `${from}-${age - 1}` };
      });
      const thick = Float64Array.from({ length: age - 16 }, () => weights.next().value);
      const totals = drawn.map(({ total }) => total);
      const heads = spreadBands(all, totals, 16, thick);
      all.forEach(({ from, to }, b) => {
        expect(Math.abs(sum(heads, from - 16, to - 16) - totals[b]!)).toBeLessThanOrEqual(1e-9 * totals[b]!);
      });
      for (const n of heads) expect(n).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 300, seed: 20190331 },
  );
});
