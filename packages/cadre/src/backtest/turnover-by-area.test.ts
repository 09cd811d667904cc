import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { backtestRates } from "./backtest-rates.ts";
import { EVERY_POOL } from "./scores.ts";
import { parseSeries } from "./series.ts";

const file = fileURLToPath(new URL("../../../../data/series/care-turnover-by-area.csv", import.meta.url));
const series = parseSeries(readFileSync(file, "utf8"), { file });
const REFERENCE = "england-authorities";

describe("turnover of adult social care in seven areas, as docs/method/backtest.md fixes it", () => {
  const { scores, forecasts, held } = backtestRates(series, { horizons: [1, 2, 3], reference: REFERENCE });
  const at = (horizon: number) => scores.find((one) => one.pool === EVERY_POOL && one.horizon === horizon)!;

  test.each([
    [1, 28, 0.17, 3.2],
    [2, 23, 0.25, 2.8],
    [3, 18, 0.37, 3.2],
  ])("%d years ahead", (horizon, pairs, skillOfMean, atMost) => {
    const { naive, cadre, ...score } = at(horizon);
    expect(score.pairs).toBe(pairs);
    // The mean so far beats last year's figure by so much, which is what a fit has to do as well.
    expect(1 - naive.meanSoFar!.mae / naive.persistence!.mae).toBeCloseTo(skillOfMean, 2);
    expect(100 * cadre.mae).toBeLessThan(atMost);
    expect(cadre.mae).toBeLessThan(naive.meanSoFar!.mae);
    expect(score.skill.persistence).toBeGreaterThan(skillOfMean);
    expect(score.skill.trend).toBeGreaterThan(0);
    expect(score.calibration).toBe("calibrated");
  });

  test("a year ahead, four of five figures lie in the 80% interval", () => {
    expect(at(1).coverage80).toBeGreaterThan(0.75);
    expect(at(1).coverage80).toBeLessThan(0.85);
    expect(at(1).independent).toBe(28);
  });

  test("the numbers of the method page", () => {
    const shown = [1, 2, 3].map((horizon) => {
      const { cadre, naive, coverage50, coverage80, independent } = at(horizon);
      const points = (one: { mae: number }) => (100 * one.mae).toFixed(2);
      const share = (value: number | undefined) => `${Math.round(100 * value!)}%`;
      return [
        horizon,
        independent,
        points(cadre),
        points(naive.persistence!),
        points(naive.meanSoFar!),
        points(naive.trend!),
        share(coverage50),
        share(coverage80),
      ].join(" | ");
    });
    expect(shown).toEqual([
      "1 | 28 | 3.08 | 3.83 | 3.18 | 4.34 | 57% | 79%",
      "2 | 12 | 2.64 | 3.60 | 2.71 | 6.79 | 61% | 78%",
      "3 | 7 | 2.90 | 4.96 | 3.13 | 10.79 | 56% | 78%",
    ]);
  });

  test("what is read at an origin was published by then, and what is scored lies after it", () => {
    for (const { origin, date, pool } of forecasts) {
      expect(date > origin).toBe(true);
      const before = parseSeries(
        `date,pool,measure,value,published,vintage,source\n${series.figures
          .filter(
            (one) => one.published <= `${Number(origin.slice(0, 4))}-12-31` || (one.pool === pool && one.date === date),
          )
          .map((one) => Object.values(one).slice(0, 7).join(","))
          .join("\n")}`,
      );
      const alone = backtestRates(before, { horizons: [1, 2, 3], reference: REFERENCE }).forecasts;
      const same = (one: { pool: string; origin: string; date: string }) =>
        one.pool === pool && one.origin === origin && one.date === date;
      // Nothing changes when all that was published later is taken away, apart from the figure that is scored.
      expect(alone.find(same)).toEqual(forecasts.find(same));
    }
    expect(held).toEqual([]);
  });
});
