import type { Backtest, ForecastErrors, Score } from "cadre/backtest";
import { csvText } from "cadre/tables";

const HEADINGS = [
  "pool",
  "measure",
  "horizon",
  "method",
  "pairs",
  "independent",
  "mae",
  "mape",
  "bias",
  "biasShare",
  "skill",
  "coverage50",
  "coverage80",
  "intervalScore",
  "intervals",
  "verdict",
  "condition",
] as const;

/** The naive methods by the word they have in the table. */
const METHODS = [
  ["persistence", "persistence"],
  ["meanSoFar", "mean so far"],
  ["trend", "linear trend"],
] as const;

/**
 * `backtest.csv`: one line a pool, measure, horizon and method, Cadre first, unrounded. `skill` of a naive method is that
 * of Cadre against it.
 */
export function backtestCsv({ scores, held }: Backtest): string {
  const common = (
    { pool, measure, horizon, independent, tooFew }: Score,
    { pairs, mae, mape, bias, biasShare }: ForecastErrors,
  ) => ({
    ...{ pool, measure, horizon, pairs, independent, mae, mape, bias, biasShare },
    verdict: tooFew ? "too few to say" : "",
    condition: held.join("; "),
  });
  const naive = { coverage50: undefined, coverage80: undefined, intervalScore: undefined, intervals: undefined };
  const rows = scores.flatMap((score) => {
    const { coverage50, coverage80, intervalScore, calibration } = score;
    return [
      {
        ...common(score, score.cadre),
        ...{ method: "cadre", skill: undefined, coverage50, coverage80, intervalScore, intervals: calibration },
      },
      ...METHODS.flatMap(([key, method]) => {
        const errors = score.naive[key];
        return errors ? [{ ...common(score, errors), ...naive, method, skill: score.skill[key] }] : [];
      }),
    ];
  });
  return csvText(HEADINGS, rows);
}

const FORECAST_HEADINGS = [
  "pool",
  "measure",
  "vintage",
  "origin",
  "date",
  "horizon",
  "counted",
  "expected",
  "p10",
  "p90",
  "persistence",
  "meanSoFar",
  "trend",
] as const;

/** `forecasts.csv`: every forecast of the past beside what was counted, unrounded. */
export function forecastsCsv({ forecasts }: Backtest): string {
  const rows = forecasts.map(({ observed, interval, naive, ...forecast }) => ({
    ...forecast,
    counted: observed,
    p10: interval?.p10,
    p90: interval?.p90,
    persistence: naive.persistence,
    meanSoFar: naive.meanSoFar,
    trend: naive.trend,
  }));
  return csvText(FORECAST_HEADINGS, rows);
}
