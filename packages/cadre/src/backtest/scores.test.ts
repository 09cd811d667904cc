import { describe, expect, test } from "vitest";
import { calibrationOf } from "./calibration.ts";
import type { Forecast } from "./forecast.ts";
import { independentPairs } from "./independence.ts";
import { figuresKnown, refuseLater } from "./known-figures.ts";
import { naiveForecasts } from "./naive.ts";
import { scoresOf } from "./scores.ts";
import { type Figure, parseSeries } from "./series.ts";

const HEAD = "date,pool,measure,value,published,vintage,source\n";

function forecast(from: number, horizon: number, given: Partial<Forecast> = {}): Forecast {
  return {
    pool: "care",
    measure: "headcount",
    vintage: "first",
    origin: `${from}-03-31`,
    date: `${from + horizon}-03-31`,
    horizon,
    observed: 100,
    expected: 100,
    naive: {},
    ...given,
  };
}

describe("naive forecasts", () => {
  const figures = [10, 14, 12].map(
    (value, i): Figure => ({
      date: `${2014 + i}-03-31`,
      pool: "care",
      measure: "headcount",
      value,
      published: "2017-01-01",
      vintage: "first",
      source: "r",
      line: i + 2,
    }),
  );

  test("the last figure, the mean and the line through them", () => {
    const made = naiveForecasts(figures, "2018-03-31");
    expect(made.persistence).toBe(12);
    expect(made.meanSoFar).toBe(12);
    // Slope 1 a year about 12 in 2015: 15 in 2018, but for leap days.
    expect(made.trend).toBeCloseTo(15, 1);
  });

  test("one figure has no mean and no line, and none has nothing", () => {
    expect(naiveForecasts(figures.slice(0, 1), "2018-03-31")).toEqual({ persistence: 10 });
    expect(naiveForecasts([], "2018-03-31")).toEqual({});
  });
});

describe("scores by hand", () => {
  const naive = { persistence: 90 };
  const interval = (p10: number, p90: number, inMiddleHalf: boolean) => ({ p10, p90, inMiddleHalf });
  const [only] = scoresOf([
    forecast(2010, 1, { expected: 104, naive, interval: interval(95, 105, true) }),
    forecast(2011, 1, { expected: 98, naive, interval: interval(90, 99, false) }),
    forecast(2012, 1, { observed: 200, expected: 210, interval: interval(203, 220, false) }),
  ]);

  test("errors, their share and their direction", () => {
    const { mae, mape, bias, biasShare, pairs } = only!.cadre;
    expect(pairs).toBe(3);
    expect(mae).toBeCloseTo(16 / 3, 12);
    expect(mape).toBeCloseTo((0.04 + 0.02 + 0.05) / 3, 12);
    expect(bias).toBeCloseTo(4, 12);
    expect(biasShare).toBeCloseTo(12 / 400, 12);
  });

  test("skill is taken over the pairs that a naive method has", () => {
    expect(only!.naive.persistence).toMatchObject({ pairs: 2, mae: 10 });
    expect(only!.skill.persistence).toBeCloseTo(1 - 3 / 10, 12);
    expect(only!.skill.trend).toBeUndefined();
  });

  test("coverage, and the interval score", () => {
    expect(only!.coverage50).toBeCloseTo(1 / 3, 12);
    expect(only!.coverage80).toBeCloseTo(1 / 3, 12);
    expect(only!.intervalScore).toBeCloseTo((10 + 9 + 10 * 1 + 17 + 10 * 3) / 3, 12);
  });

  test("three pairs are too few to say", () => {
    expect(only).toMatchObject({ independent: 3, tooFew: true, calibration: "not tested" });
  });

  test("without an interval there is no coverage", () => {
    expect(scoresOf([forecast(2010, 1)])[0]).not.toHaveProperty("coverage80");
  });

  test("counts of several pools are not averaged, rates are", () => {
    const two = (measure: string) =>
      scoresOf(["a", "b"].map((pool) => forecast(2010, 1, { pool, measure }))).map(({ pool }) => pool);
    expect(two("headcount")).toEqual(["a", "b"]);
    expect(two("leaving.rate")).toEqual(["a", "b", "every"]);
  });

  test("all horizons are scored together as well", () => {
    const horizons = scoresOf([forecast(2010, 1), forecast(2010, 3)]).map(({ horizon }) => horizon);
    expect(horizons).toEqual([1, 3, "all"]);
  });
});

describe("independent pairs", () => {
  test.each([
    ["one year ahead, each year", [2010, 2011, 2012].map((from) => forecast(from, 1)), 3],
    ["three years ahead, each year", [2010, 2011, 2012, 2013].map((from) => forecast(from, 3)), 2],
    ["from one origin", [1, 2, 3].map((horizon) => forecast(2010, horizon)), 1],
    ["two pools", ["a", "b"].map((pool) => forecast(2010, 3, { pool })), 2],
  ])("%s", (_, forecasts, independent) => expect(independentPairs(forecasts)).toBe(independent));
});

describe("what intervals are called", () => {
  test.each([
    [0.8, 4, "not tested"],
    [undefined, 20, "not tested"],
    [0.8, 20, "calibrated"],
    // Of 20 with 0.8: at most 12 has a chance of 0.032, at most 13 of 0.087; all 20 of 0.012, at least 19 of 0.069.
    [0.6, 20, "too narrow"],
    [0.65, 20, "calibrated"],
    [0.95, 20, "calibrated"],
    [1, 20, "too wide"],
    [0.2, 5, "too narrow"],
    [1, 5, "calibrated"],
    // 1.67 of 5, on the line between chances of 0.007 and 0.058.
    [4 / 12, 5, "too narrow"],
  ])("%s of %d: %s", (coverage, independent, called) => expect(calibrationOf(coverage, independent)).toBe(called));
});

describe("what is known at an origin", () => {
  const series = parseSeries(
    `${HEAD}2012-03-31,care,headcount,100,2012-10-01,first,r
2013-03-31,care,headcount,104,2013-10-01,first,r
2012-03-31,care,headcount,99,2014-01-01,revised,r
2013-03-31,care,headcount,103,2014-01-01,revised,r
2014-03-31,care,headcount,106,2014-10-01,first,r
2020-06-30,population,65+,10,2012-01-01,old,ons
2020-06-30,population,65+,11,2013-06-01,new,ons
2021-06-30,population,65+,12,2013-06-01,new,ons
`,
    { file: "series.csv" },
  );
  const values = (origin: string, day: string) =>
    figuresKnown(series, origin, day)
      .of("care", "headcount")
      .map(({ value }) => value);

  test("is what was published by the reading day", () => {
    expect(values("2013-03-31", "2013-06-30")).toEqual([100]);
    expect(values("2013-03-31", "2013-12-31")).toEqual([100, 104]);
    expect(values("2013-03-31", "2012-01-01")).toEqual([]);
  });

  test("is of one edition: the one that reaches furthest, and was published last of those", () => {
    expect(values("2013-03-31", "2014-01-01")).toEqual([99, 103]);
    expect(values("2014-03-31", "2014-12-31")).toEqual([100, 104, 106]);
  });

  test("holds no figure of after the origin, though it was out by the reading day", () => {
    expect(values("2012-03-31", "2013-12-31")).toEqual([100]);
  });

  test("has the projection of the population that was published last, and no other", () => {
    const people = (day: string) =>
      figuresKnown(series, "2013-03-31", day)
        .people()
        .map(({ value }) => value);
    expect(people("2013-05-31")).toEqual([10]);
    expect(people("2013-12-31")).toEqual([11, 12]);
  });

  test("a figure of a later day that is handed to a fit is refused and named", () => {
    const [, , , , later] = series.figures;
    const known = figuresKnown(series, "2013-03-31", "2013-12-31");
    expect(() => refuseLater([later!], known, "series.csv")).toThrowError(
      /series\.csv:6: headcount of care on 2014-03-31/,
    );
    expect(() => refuseLater(known.of("care", "headcount"), known)).not.toThrow();
  });
});
