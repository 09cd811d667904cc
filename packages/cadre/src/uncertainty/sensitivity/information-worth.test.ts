import { expect, test } from "vitest";
import { normalQuantile } from "../normal.ts";
import { normalShare } from "../normal-share.ts";
import { sampledShares } from "../sampling.ts";
import { informationWorth, perfectInformation } from "./information-worth.ts";

const height = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
/** What it is worth to know a normal number of mean `mean` when the choice is between it and nothing (Raiffa and Schlaifer 1961). */
const unitLoss = (mean: number, sd: number) =>
  sd * height(mean / sd) + mean * normalShare(mean / sd) - Math.max(0, mean);

/** Draws of a known number and of chance beside it, and what doing something gains by them. */
function choice(draws: number, seed: number, gain: (known: number, chance: number) => number) {
  const at = sampledShares({ ids: ["known", "chance"], draws, seed });
  const column = (c: number) => at.filter((_, i) => i % 2 === c);
  const [known, chance] = [column(0), column(1)];
  const losses = [new Float64Array(draws), known.map((u, d) => -gain(normalQuantile(u), normalQuantile(chance[d]!)))];
  return { known, chance, losses };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const seeds = Array.from({ length: 30 }, (_, seed) => seed);

test.each([
  [0, 0.3, 1],
  [0.3, 0.5, 1],
  [-0.2, 0.4, 0.5],
  [0, 1, 0.1],
])(
  "a normal number behind a gain of mean %d is worth what theory says (sd %d, chance beside it %d)",
  (middle, sd, rest) => {
    const found = seeds.map((seed) => {
      const { known, losses } = choice(1000, seed, (z, chance) => middle + sd * z + rest * chance);
      return informationWorth(losses, known);
    });
    const theory = unitLoss(middle, sd);
    // Chance between seeds, and the bias documented in docs/method/sensitivity.md.
    expect(Math.abs(mean(found) - theory)).toBeLessThan(0.015 * Math.hypot(sd, rest) + 0.02);
    const error = Math.sqrt(mean(found.map((worth) => (worth - theory) ** 2)));
    expect(error).toBeLessThan(0.035);
  },
);

test("a number that has nothing to do with the choice is worth next to nothing, and never less than nothing", () => {
  const found = seeds.map((seed) => {
    const { chance, losses } = choice(1000, seed, (z) => z);
    return informationWorth(losses, chance);
  });
  expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
  expect(mean(found)).toBeLessThan(0.01);
});

test("a step and a bump are found as well as a straight line", () => {
  for (const shape of [(u: number) => (u < 0.37 ? -1.3 : 0.7635), (u: number) => 1.4 * Math.cos(2 * Math.PI * u)]) {
    const found = seeds.map((seed) => {
      const { known, losses } = choice(4000, seed, (z, chance) => shape(normalShare(z)) + chance);
      return informationWorth(losses, known);
    });
    let theory = 0;
    for (let i = 0; i < 10_000; i++) theory += Math.max(0, shape((i + 0.5) / 10_000)) / 10_000;
    expect(mean(found) / theory).toBeGreaterThan(0.93);
    expect(mean(found) / theory).toBeLessThan(1.03);
  }
});

test("of three options the right two matter; to know everything is worth the sum of all regret", () => {
  const { known, losses } = choice(2000, 1, (z) => z);
  const three = [losses[0]!, losses[1]!, losses[0]!.map(() => 50)];
  expect(informationWorth(three, known)).toBe(informationWorth(losses, known));
  const { best, worth } = perfectInformation([Float64Array.of(1, 4), Float64Array.of(3, 3), Float64Array.of(9, 0)]);
  expect([best, worth]).toEqual([0, 2]);
});

test("few draws are enough for an answer", () => {
  const { known, losses } = choice(5, 1, (z) => z);
  expect(Number.isFinite(informationWorth(losses, known))).toBe(true);
});
