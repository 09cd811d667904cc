import { expect, test } from "vitest";
import { fixedPoint } from "./fixed-point.ts";

/** Finds the rest of a map, counting the rounds and keeping the points it was tried at. */
function find(map: (x: number, y: number) => number[], start: number[], close = 1e-13) {
  const point = Float64Array.from(start);
  const tried: number[][] = [];
  const distance = fixedPoint(point, new Float64Array(start.length).fill(1), close, (now, next) => {
    tried.push([...now]);
    next.set(map(now[0]!, now[1] ?? Number.NaN));
    return Math.max(...now.map((x, i) => Math.abs(next[i]! - x)));
  });
  return { point, distance, rounds: tried.length, tried };
}

test("finds the rest of a slow map in few rounds", () => {
  // Going on alone, 0.99 a round, this takes about 3,000 rounds.
  const { point, distance, rounds } = find((x, y) => [1 + 0.99 * x, 2 + 0.5 * y + 0.1 * x], [0, 0]);
  expect(point[0]).toBeCloseTo(100, 9);
  expect(point[1]).toBeCloseTo(24, 9);
  expect(distance).toBeLessThan(1e-13);
  expect(rounds).toBeLessThan(15);
});

test("finds a rest that going on alone runs away from", () => {
  const { point, distance } = find((x) => [Math.max(0, 10 - 1.5 * x)], [3.9]);
  expect(point[0]).toBeCloseTo(4, 12);
  expect(distance).toBeLessThan(1e-12);
});

test("a bent map", () => {
  const { point, rounds } = find((x) => [Math.exp(-x)], [1]);
  expect(point[0]).toBeCloseTo(0.5671432904097838, 12);
  expect(rounds).toBeLessThan(12);
});

test("never tries a negative level or count", () => {
  // Going on along the line through 9 and 6 would lead to −7.
  const { point, tried } = find((x) => [Math.max(0, x - Math.sqrt(x))], [9]);
  expect(point[0]).toBe(0);
  expect(tried.slice(0, 2)).toEqual([[9], [6]]);
  for (const [x] of tried) expect(x).toBeGreaterThanOrEqual(0);
});

test("a map that never rests is given up, and the distance says so", () => {
  const { distance, rounds } = find((x) => [x + 1], [0]);
  expect(distance).toBe(1);
  expect(rounds).toBe(400);
});

test("what is at rest already is not touched", () => {
  const { point, rounds } = find((x) => [x], [7]);
  expect([...point, rounds]).toEqual([7, 1]);
});
