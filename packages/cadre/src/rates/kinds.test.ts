import { expect, test } from "vitest";
import { leaverRates, rateToHazard } from "./kinds.ts";

test("100 staff at the start, 120 at the end and 30 leavers are 27.3% of average and 25.0% of closing headcount", () => {
  const { perAverageHeadcount, perClosingHeadcount, growth } = leaverRates({ opening: 100, closing: 120, leavers: 30 });
  expect((perAverageHeadcount! * 100).toFixed(1)).toBe("27.3");
  expect((perClosingHeadcount! * 100).toFixed(1)).toBe("25.0");
  expect(growth).toBeCloseTo(0.2, 12);
  expect(rateToHazard("leavers-per-closing-headcount", perClosingHeadcount!, { growth: growth! })).toBeCloseTo(
    perAverageHeadcount!,
    12,
  );
});

test("a rate over nobody cannot be computed, which is neither zero nor NaN", () => {
  const nothing = { perAverageHeadcount: undefined, perClosingHeadcount: undefined, growth: undefined };
  expect(leaverRates({ opening: 0, closing: 0, leavers: 0 })).toEqual(nothing);
  expect(leaverRates({ opening: 8, closing: 0, leavers: 8 })).toEqual({
    perAverageHeadcount: 2,
    perClosingHeadcount: undefined,
    growth: -1,
  });
  expect(leaverRates({ opening: 0, closing: 8, leavers: 0 }).growth).toBeUndefined();
});

test("NHS nurses' leaver rate and stability are different statistics: they do not add up to 100", () => {
  const published = [
    { year: "2018/19", rate: 10.1, stability: 89.8 },
    { year: "2019/20", rate: 9.0, stability: 90.8 },
    { year: "2020/21", rate: 9.9, stability: 89.9 },
  ];
  const sums = published.map(({ rate, stability }) => Number((rate + stability).toFixed(1)));
  expect(sums).toEqual([99.9, 99.8, 99.8]);
  for (const { rate, stability } of published) {
    const fromRate = rateToHazard("leavers-per-average-headcount", rate / 100);
    const fromStability = rateToHazard("share-leaving-within-year", 1 - stability / 100);
    // The same people counted two ways: the hazard behind the stability index is the larger one.
    expect(fromStability).toBeGreaterThan(fromRate);
    expect(fromStability / fromRate).toBeLessThan(1.1);
  }
});

test("each kind of rate by its definition, in both conventions", () => {
  expect(rateToHazard("leavers-per-average-headcount", 0.34)).toBe(0.34);
  expect(rateToHazard("hazard", 0.34)).toBe(0.34);
  expect(rateToHazard("share-leaving-within-year", 0.34)).toBeCloseTo(-Math.log(0.66), 15);
  expect(rateToHazard("share-leaving-within-year", 0.34, { convention: "opening-stock" })).toBe(0.34);
  expect(rateToHazard("hazard", 0.34, { convention: "opening-stock" })).toBeCloseTo(1 - Math.exp(-0.34), 15);
});
