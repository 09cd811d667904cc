import { describe, expect, test } from "vitest";
import { CadreError } from "../error/cadre-error.ts";
import { normalQuantile } from "../uncertainty/normal.ts";
import { stream } from "../uncertainty/streams.ts";
import { type FittedRate, fitRate, type YearlyRates, yearToCome } from "./history.ts";
import { RATE_SPREADS, type RateSpread } from "./rate-spreads.ts";

const spread: RateSpread = { noise: 0.1, noiseRange: [0.1, 0.1], between: 0.2, lasting: 0, years: 10, from: "made up" };

/** Rates of consecutive years. */
const years = (...rates: number[]) => Object.fromEntries(rates.map((rate, i) => [2011 + i, rate]));

describe("by hand", () => {
  test("two figures and a reference", () => {
    const fitted = fitRate(years(Math.exp(-1.2), Math.exp(-1)), { spread, reference: years(Math.exp(-1.5)) });
    // S = 2 × 0.1²; σ² = (10 × 0.01 + 0.02) ÷ 11; w = 0.04 ÷ (0.04 + σ²/2)
    const variance = 0.12 / 11;
    const weight = 0.04 / (0.04 + variance / 2);
    expect(fitted.degrees).toBe(11);
    expect(fitted.noise).toBeCloseTo(Math.sqrt(variance), 14);
    expect(fitted.weight).toBeCloseTo(weight, 14);
    expect(Math.log(fitted.level)).toBeCloseTo(-1.1 * weight - 1.5 * (1 - weight), 14);
    expect(fitted.levelSd ** 2).toBeCloseTo((weight * variance) / 2, 14);
    expect(fitted.mean).toBeCloseTo(fitted.level * Math.exp((fitted.levelSd ** 2 + variance) / 2), 14);
  });

  test("without a reference the level is the place's own mean", () => {
    const fitted = fitRate(years(0.2, 0.45), { spread });
    expect(fitted.level).toBeCloseTo(Math.sqrt(0.2 * 0.45), 14);
    expect(fitted.levelSd).toBeCloseTo(fitted.noise / Math.SQRT2, 14);
    expect(fitted.weight).toBe(1);
  });

  test("one figure has the spread of many areas, and none the place of the reference", () => {
    expect(fitRate(years(0.3), { spread })).toMatchObject({ noise: 0.1, levelSd: 0.1, degrees: 10, figures: 1 });
    const none = fitRate({}, { spread, reference: years(0.25) });
    expect(none.level).toBeCloseTo(0.25, 14);
    expect(none).toMatchObject({ weight: 0, levelSd: 0.2, figures: 0 });
  });

  test("a longer history is drawn less toward the reference, and is surer of its level", () => {
    const lengths = [1, 2, 5, 20].map((n) =>
      fitRate(years(...new Array<number>(n).fill(0.3)), { spread, reference: years(0.2) }),
    );
    for (const [i, longer] of lengths.slice(1).entries()) {
      expect(longer.level).toBeGreaterThan(lengths[i]!.level);
      expect(longer.levelSd).toBeLessThan(lengths[i]!.levelSd);
    }
  });

  test.each([
    // Student's t at 90% and 75%, of printed tables.
    [5, 1.4759, 0.7267],
    [11, 1.3634, 0.6974],
    [30, 1.3104, 0.6828],
  ])("%d degrees of freedom: Student's quantiles", (degrees, t90, t75) => {
    const one = { level: 1, levelSd: 0, noise: 1, drift: 0, degrees };
    expect(Math.log(yearToCome(one, 1.2815515655446004))).toBeCloseTo(t90, 3);
    expect(Math.log(yearToCome(one, 0.6744897501960817))).toBeCloseTo(t75, 3);
  });

  test.each<YearlyRates>([
    { 2017: 0.3, 2018: 0 },
    { 2017: -0.1 },
    { 2017: Number.NaN },
    { 2017: Number.POSITIVE_INFINITY },
    { lately: 0.3 },
  ])("%j is no history", (history) => {
    expect(() => fitRate(history, { spread })).toThrowError(CadreError);
  });

  test("there has to be a figure", () => {
    expect(() => fitRate({}, { spread })).toThrowError(/no figure/);
  });
});

describe("levels that move", () => {
  const moving = (lasting: number): RateSpread => ({ ...spread, lasting });

  test("two figures by hand: half of a change's variance stays", () => {
    // Of a change with variance s², noise twice s²/4 and s²/2 that stays: the new level takes (1/4 + 1/2) ÷ (1 + 1/4 − 1/4).
    const fitted = fitRate({ 2017: Math.exp(-1.2), 2018: Math.exp(-1) }, { spread: moving(0.5) });
    expect(Math.log(fitted.level)).toBeCloseTo(-1.2 + 0.75 * 0.2, 12);
    const change = (10 * 0.04 + 0.2 ** 2) / 11;
    expect(fitted.noise ** 2).toBeCloseTo(change / 4, 12);
    expect(fitted.drift ** 2).toBeCloseTo(change / 2, 12);
    expect(fitted.levelSd ** 2).toBeCloseTo((change * 3) / 16, 12);
  });

  test("the more stays, the more the last figures count; the order of labels does not matter", () => {
    const history = { "2012/13": 0.2, "2010/11": 0.1, "2011/12": 0.1 };
    const levels = [0, 0.2, 0.5, 0.9].map((lasting) => fitRate(history, { spread: moving(lasting) }).level);
    expect(levels[0]).toBeCloseTo(0.1 * 2 ** (1 / 3), 12);
    for (const [i, level] of levels.slice(1).entries()) expect(level).toBeGreaterThan(levels[i]!);
    expect(levels.at(-1)).toBeLessThan(0.2);
  });

  test("years that are missing leave more room for the level to have moved", () => {
    const level = (year: number) => fitRate({ 2010: 0.1, [year]: 0.2 }, { spread: moving(0.5) }).level;
    expect(level(2015)).toBeGreaterThan(level(2011));
  });

  test("spread grows with the years ahead, and the mean stays", () => {
    const fitted = fitRate({ 2017: 0.3 }, { spread: moving(0.5) });
    const width = (ahead: number) => Math.log(yearToCome(fitted, 1, ahead) / yearToCome(fitted, -1, ahead));
    expect(width(5)).toBeGreaterThan(1.5 * width(1));
    expect(yearToCome(fitted, 0, 5)).toBeLessThan(yearToCome(fitted, 0, 1));
    const still = fitRate({ 2017: 0.3 }, { spread });
    expect(yearToCome(still, 1, 5)).toBe(yearToCome(still, 1, 1));
  });
});

/**
 * Histories of places whose level and noise are drawn as the model says (noise differs between places as much as 11 years
 * leave open): what is known, and the years after it.
 */
function madeUp(histories: number, known: number, after: number): { known: number[]; after: number[] }[] {
  const { noise, between, years: worth } = RATE_SPREADS.leaving;
  return Array.from({ length: histories }, (_, h) => {
    const next = stream(11, "made-up histories", h);
    const normal = () => normalQuantile(next());
    const level = Math.log(0.3) + between * normal();
    const squares = Array.from({ length: worth }, () => normal() ** 2).reduce((sum, square) => sum + square, 0);
    const own = noise * Math.sqrt(worth / squares);
    const rates = Array.from({ length: known + after }, () => Math.exp(level + own * normal()));
    return { known: rates.slice(0, known), after: rates.slice(known) };
  });
}

/** Relative bias with its standard error over histories, and how many of the years after lie in the 80% interval. */
function scored(histories: ReturnType<typeof madeUp>, fit: (known: number[]) => FittedRate) {
  const biases = histories.map(({ known, after }) => {
    const { mean } = fit(known);
    return after.reduce((sum, value) => sum + (mean - value) / 0.3, 0) / after.length;
  });
  const bias = biases.reduce((sum, one) => sum + one, 0) / biases.length;
  const variance = biases.reduce((sum, one) => sum + (one - bias) ** 2, 0) / (biases.length - 1);
  const inside = histories.flatMap(({ known, after }) => {
    const { p10, p90 } = fit(known);
    return after.map((value) => value >= p10 && value <= p90);
  });
  return {
    bias,
    error: Math.sqrt(variance / biases.length),
    coverage: inside.filter(Boolean).length / inside.length,
  };
}

describe.each([1, 3, 6])("200 made-up places with %d figures each", (known) => {
  const histories = madeUp(200, known, 10);
  const spreadOf = { spread: RATE_SPREADS.leaving, reference: years(0.3) };

  test("no bias within its error, and four of five years to come in the interval", () => {
    const { bias, error, coverage } = scored(histories, (values) => fitRate(years(...values), spreadOf));
    expect(Math.abs(bias)).toBeLessThan(2 * error);
    expect(coverage).toBeGreaterThan(0.78);
    expect(coverage).toBeLessThan(0.82);
  });

  test("rates that are a fifth too high are found", () => {
    const wrong = scored(histories, (values) => fitRate(years(...values.map((value) => 1.2 * value)), spreadOf));
    expect(wrong.bias).toBeGreaterThan(4 * wrong.error);
  });
});
