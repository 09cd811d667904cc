import type { Backtest, Errors, Score } from "cadre/backtest";
import { csvLine } from "./csv.ts";

const COLUMNS = [
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

/** The methods, Cadre first, by the word they have in the table. */
const METHODS = [
  ["persistence", "persistence"],
  ["meanSoFar", "mean so far"],
  ["trend", "linear trend"],
] as const;

/**
 * `backtest.csv`: one line a pool, measure, horizon and method, unrounded. `skill` of a naive method is that of Cadre
 * against it.
 */
export function backtestCsv({ scores, held }: Backtest): string {
  const condition = held.join("; ");
  const line = (score: Score, method: string, errors: Errors, others: readonly (number | string | undefined)[]) =>
    csvLine([
      score.pool,
      score.measure,
      score.horizon,
      method,
      errors.pairs,
      score.independent,
      errors.mae,
      errors.mape,
      errors.bias,
      errors.biasShare,
      ...others,
      score.tooFew ? "too few to say" : "",
      condition,
    ]);
  return [
    csvLine(COLUMNS),
    ...scores.flatMap((score) => [
      line(score, "cadre", score.cadre, [
        undefined,
        score.coverage50,
        score.coverage80,
        score.intervalScore,
        score.calibration,
      ]),
      ...METHODS.flatMap(([key, name]) => {
        const errors = score.naive[key];
        return errors
          ? [line(score, name, errors, [score.skill[key], undefined, undefined, undefined, undefined])]
          : [];
      }),
    ]),
  ].join("");
}

const FORECAST_COLUMNS = [
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
  return [
    csvLine(FORECAST_COLUMNS),
    ...forecasts.map(({ pool, measure, vintage, origin, date, horizon, observed, expected, interval, naive }) =>
      csvLine([
        pool,
        measure,
        vintage,
        origin,
        date,
        horizon,
        observed,
        expected,
        interval?.p10,
        interval?.p90,
        naive.persistence,
        naive.meanSoFar,
        naive.trend,
      ]),
    ),
  ].join("");
}
