import seedrandom from "seedrandom";
import { describe, expect, test } from "vitest";
import { logFactorial, stirlingRest } from "../stirling.ts";
import { binomial } from "./binomial.ts";
import { multinomial } from "./multinomial.ts";
import { poisson } from "./poisson.ts";
import { wholeNumber } from "./whole-number.ts";

const DRAWS = 200_000;

/**
 * Chi-square of drawn counts against the chances they should have, as standard deviations from its mean. Counts with few
 * expected are put together with their neighbours.
 */
function misfit(draw: () => number, chance: (k: number) => number, from: number, to: number, draws = DRAWS): number {
  const counts = new Map<number, number>();
  for (let i = 0; i < draws; i++) {
    const k = draw();
    counts.set(k, (counts.get(k) ?? 0) + 1);
  }
  let [chi, cells, seen, expected, left] = [0, 0, 0, 0, 1];
  for (let k = from; k <= to; k++) {
    seen += counts.get(k) ?? 0;
    counts.delete(k);
    expected += chance(k) * draws;
    if (expected < 20) continue;
    chi += (seen - expected) ** 2 / expected;
    cells++;
    left -= expected / draws;
    [seen, expected] = [0, 0];
  }
  for (const count of counts.values()) seen += count;
  const rest = Math.max(left * draws, 1e-9);
  // The last cell holds everything else.
  if (rest > 5) {
    chi += (seen - rest) ** 2 / rest;
    cells++;
  } else expect(seen).toBeLessThan(40);
  return (chi - (cells - 1)) / Math.sqrt(2 * Math.max(cells - 1, 1));
}

const binomialChance = (n: number, p: number) => (k: number) =>
  Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
const poissonChance = (mean: number) => (k: number) => Math.exp(k * Math.log(mean) - mean - logFactorial(k));

describe.each(["xor128", "alea"] as const)("with numbers from %s", (generator) => {
  test.each([
    [1, 0.3],
    [5, 0.5],
    [5, 0.98],
    [40, 0.2],
    [40, 0.24],
    [40, 0.26],
    [20, 0.5],
    [1000, 0.0004],
    [1000, 0.9993],
    [200, 0.08],
    [300, 0.7],
    [100_000, 5e-5],
    [100_000, 2e-4],
    [100_000, 0.34],
    [100_000, 0.9999],
  ])("binomial leavers of %d at %d come as often as they should", (n, p) => {
    const next = seedrandom[generator](`${n} ${p}`);
    const [mean, sd] = [n * p, Math.sqrt(n * p * (1 - p))];
    const [from, to] = [Math.max(0, Math.floor(mean - 9 * sd)), Math.min(n, Math.ceil(mean + 9 * sd + 9))];
    expect(Math.abs(misfit(() => binomial(n, p, next), binomialChance(n, p), from, to))).toBeLessThan(4.5);
  });

  test.each([0.01, 0.7, 4, 9.9, 10.1, 16, 150, 40_000])("Poisson recruits of mean %d do too", (mean) => {
    const next = seedrandom[generator](`${mean}`);
    const [from, to] = [Math.max(0, Math.floor(mean - 9 * Math.sqrt(mean))), Math.ceil(mean + 9 * Math.sqrt(mean) + 9)];
    expect(Math.abs(misfit(() => poisson(mean, next), poissonChance(mean), from, to))).toBeLessThan(4.5);
  });

  test("a million draws of 200 at 8% have mean 16 and variance 14.72 within five standard errors", () => {
    const next = seedrandom[generator]("16");
    const draws = 1_000_000;
    let [sum, squares] = [0, 0];
    for (let i = 0; i < draws; i++) {
      const k = binomial(200, 0.08, next) - 16;
      sum += k;
      squares += k * k;
    }
    const variance = 14.72;
    // The fourth central moment of a binomial: v (1 + 3 v (n − 2) / n).
    const fourth = variance * (1 + (3 * variance * 198) / 200);
    expect(Math.abs(sum / draws)).toBeLessThan(5 * Math.sqrt(variance / draws));
    expect(Math.abs(squares / draws - variance)).toBeLessThan(5 * Math.sqrt((fourth - variance ** 2) / draws));
  });
});

const next = seedrandom.xor128("edges");

test("nobody, certainty and impossibility are exact", () => {
  for (let i = 0; i < 1000; i++) {
    expect(binomial(0, 0.5, next)).toBe(0);
    expect(binomial(17, 0, next)).toBe(0);
    expect(binomial(17, 1, next)).toBe(17);
    expect(binomial(100_000, 1, next)).toBe(100_000);
    expect(poisson(0, next)).toBe(0);
  }
});

test("whatever the generator gives, the draw stays within 0 and n and ends", () => {
  for (const share of [0, 2 ** -32, 0.5, 1 - 2 ** -32])
    for (const [n, p] of [
      [3, 0.5],
      [100_000, 5e-5],
    ] as const) {
      const k = binomial(n, p, () => share);
      expect(k >= 0 && k <= n).toBe(true);
    }
});

test.each([3, 5, 6, 40, 5000])(
  "a multinomial of %d places everybody, nobody on a weight of 0, as often as it should",
  (n) => {
    const weights = Float64Array.from([0, 2, 5, 0, 0.5, 0]);
    const into = new Float64Array(8).fill(7);
    const draws = 40_000;
    const sums = new Float64Array(6);
    let together = 0;
    for (let i = 0; i < draws; i++) {
      multinomial(n, weights, next, into, 1);
      let total = 0;
      for (let k = 0; k < 6; k++) {
        total += into[k + 1]!;
        sums[k]! += into[k + 1]!;
      }
      if (total !== n) expect(total).toBe(n);
      together += into[2]! * into[3]!;
    }
    expect([into[0], into[7]]).toEqual([7, 7]);
    expect([sums[0], sums[3], sums[5]]).toEqual([0, 0, 0]);
    const share = (k: number) => weights[k]! / 7.5;
    for (const k of [1, 2, 4]) {
      const error = Math.sqrt((n * share(k) * (1 - share(k))) / draws);
      expect(Math.abs(sums[k]! / draws - n * share(k))).toBeLessThan(4.5 * error);
    }
    const covariance = together / draws - (sums[1]! / draws) * (sums[2]! / draws);
    const expected = -n * share(1) * share(2);
    expect(Math.abs(covariance - expected)).toBeLessThan(
      (4.5 * 1.5 * n * Math.sqrt(share(1) * share(2))) / Math.sqrt(draws),
    );
  },
);

test("only part of the weights, and none at all", () => {
  const into = new Float64Array(3);
  multinomial(12, Float64Array.from([1, 1, 100]), next, into, 0, 2);
  expect(into[0]! + into[1]!).toBe(12);
  expect(into[2]).toBe(0);
  multinomial(12, Float64Array.from([0, 0]), next, into);
  expect([...into]).toEqual([0, 0, 0]);
});

test("a number of people that is not whole is right on average", () => {
  let sum = 0;
  for (let i = 0; i < 40_000; i++) sum += wholeNumber(2.3, next);
  expect(Math.abs(sum / 40_000 - 2.3)).toBeLessThan(0.01);
  expect(wholeNumber(4, next)).toBe(4);
});

test("factorials agree with tables", () => {
  // Made with mpmath.loggamma at 40 digits.
  expect(logFactorial(20)).toBeCloseTo(42.33561646075349, 12);
  expect(logFactorial(127) / 491.553448223298).toBeCloseTo(1, 14);
  expect(logFactorial(128) / 496.4054784872176).toBeCloseTo(1, 14);
  expect(logFactorial(1e6) / 12815518.38465817).toBeCloseTo(1, 14);
  expect(stirlingRest(0.01)).toBeCloseTo(1.4340079537031842, 13);
});
