import fc from "fast-check";
import { expect, test } from "vitest";
import { shareCapacity } from "./market.ts";

/** Shares and rounds the heads to eight digits, far finer than a person. */
const shared = (wanted: number[], weight: number[], capacity: number) =>
  shareCapacity(wanted, weight, capacity).map((heads) => Number(heads.toFixed(8)));

test("who wants less than there is gets it, whatever the weights", () => {
  expect(shared([30, 120], [1, 5], 200)).toEqual([30, 120]);
  expect(shared([30, 120], [0, 0], 150)).toEqual([30, 120]);
  expect(shared([], [], 10)).toEqual([]);
});

test("a market that is too small is shared by what each wants, times its weight", () => {
  expect(shared([30, 120], [1, 1], 100)).toEqual([20, 80]);
  // 30 × 2 to 120 × 1 is one to two.
  expect(shared([30, 120], [2, 1], 60)).toEqual([20, 40]);
  expect(shared([30, 0, 120], [1, 9, 1], 100)).toEqual([20, 0, 80]);
});

test("nobody gets more than they want; what is over is shared again", () => {
  // 90 to 120 parts of 100 would be 43 for the first, who wants 30; the second gets the other 70.
  expect(shared([30, 120], [3, 1], 100)).toEqual([30, 70]);
  // Parts of 90 are 50, 80, 100: the first would get 19.6, so 10; 80 is left for 80 and 100 parts.
  expect(shared([10, 40, 100], [5, 2, 1], 90)).toEqual([10, 35.55555556, 44.44444444]);
  // Parts of 88 are 50, 120, 100: 16.3, 39.1, 32.6. With the first at 10, the second would get 78 × 120 ÷ 220 = 42.5.
  expect(shared([10, 40, 100], [5, 3, 1], 88)).toEqual([10, 40, 38]);
});

test("pools without a weight get what the others leave", () => {
  expect(shared([10, 20, 30], [1, 0, 0], 35)).toEqual([10, 10, 15]);
  expect(shared([10, 20], [1, 0], 6)).toEqual([6, 0]);
  expect(shared([10, 20], [0, 0], 15)).toEqual([5, 10]);
});

test("an empty market gives nobody anybody", () => {
  expect(shared([10, 20], [1, 2], 0)).toEqual([0, 0]);
});

test("all of the market is used or everybody has what they want, and the order does not matter", () => {
  const heads = fc.double({ min: 0, max: 1e5, noNaN: true });
  const pools = fc.array(fc.tuple(heads, fc.double({ min: 0.01, max: 100, noNaN: true })), { maxLength: 6 });
  fc.assert(
    fc.property(pools, heads, (drawn, capacity) => {
      const wanted = drawn.map(([want]) => want);
      const weight = drawn.map(([, attractive]) => attractive);
      const got = shareCapacity(wanted, weight, capacity);
      const sum = (of: number[]) => of.reduce((total, n) => total + n, 0);
      expect(sum(got)).toBeCloseTo(Math.min(capacity, sum(wanted)), 6);
      got.forEach((n, i) => expect(n).toBeLessThanOrEqual(wanted[i]!));
      const backwards = shareCapacity(wanted.toReversed(), weight.toReversed(), capacity).toReversed();
      got.forEach((n, i) => expect(n).toBeCloseTo(backwards[i]!, 6));
    }),
  );
});
