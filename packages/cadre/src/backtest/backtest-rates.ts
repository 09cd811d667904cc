import { checkArguments, list, NUMBER, only, optional, TEXT, whole } from "../error/shape.ts";
import { yearToCome } from "../rates/history.ts";
import { type RateSpread, SPREAD } from "../rates/rate-spreads.ts";
import { monthsLater } from "../table/dates.ts";
import { Z90 } from "../table/normal-ends.ts";
import { fitAt } from "./fit-at.ts";
import type { Forecast } from "./forecast.ts";
import { figuresKnown } from "./known-figures.ts";
import { naiveForecasts } from "./naive.ts";
import { type Backtest, outcomeOf } from "./outcome.ts";
import { MONTHS_TO_PUBLISH, SERIES, type Series } from "./series.ts";

const OPTIONS = only<RateBacktestOptions>({
  origins: optional(list(whole(1900, 2200))),
  horizons: optional(list(whole(1, 100))),
  measure: optional(TEXT),
  spread: optional(SPREAD),
  reference: optional(TEXT),
  figures: optional(NUMBER),
  readAfter: optional(NUMBER),
});

/** Which forecasts of a rate are made, and how. */
export interface RateBacktestOptions {
  /** Calendar years of the last figure that is known; all that the series has when left out. */
  readonly origins?: readonly number[];
  /** Whole years ahead; 1, 3 and 5 when left out. */
  readonly horizons?: readonly number[];
  /** `leaving.rate` when left out. */
  readonly measure?: string;
  /**
   * How much such rates differ between years and places. When left out, what the other pools' figures said at each origin;
   * and where they said nothing yet, the default of leaving, of 2018/19.
   */
  readonly spread?: RateSpread;
  /** The pool of the series that the others are drawn toward, such as the median authority of England. */
  readonly reference?: string;
  /** How many figures have to be known; 2 when left out, so that every naive method has a forecast. */
  readonly figures?: number;
  /** Months from the origin to the reading day; 9 when left out. */
  readonly readAfter?: number;
}

/**
 * How good rates fitted to their history would have been: at each origin the level is fitted to the figures that were
 * known by then, and held against the rates that were counted one and more years later, beside the naive forecasts.
 * Each pool of the series that has the measure is a place of its own. An origin counts for a place that has a figure of
 * that very year. Rates are shares of one. Method: docs/method/backtest.md.
 *
 * @example
 * ```ts
 * import { backtestRates, parseSeries } from "cadre/backtest";
 * const rates = [31, 34, 29, 33].map((rate, i) => `201${i}-03-31,carers,leaving.rate,${rate}%,,first,report`);
 * const series = parseSeries(["date,pool,measure,value,published,vintage,source", ...rates].join("\n"));
 * const { scores } = backtestRates(series, { horizons: [1] });
 * scores[0].cadre.mae; // how far off the expected rate was on average, as a share: 0.03 is 3 points
 * ```
 */
export function backtestRates(series: Series, options: RateBacktestOptions = {}): Backtest {
  checkArguments({ series, options }, { series: SERIES, options: OPTIONS });
  const { measure = "leaving.rate", reference } = options;
  const counted = series.figures.filter((one) => one.measure === measure && one.pool !== reference);
  const pools = [...new Set(counted.map(({ pool }) => pool))];
  const notes: string[] = [];
  const forecasts = pools.flatMap((pool) => {
    const dates = new Set(counted.flatMap((one) => (one.pool === pool ? [one.date] : [])));
    const origins = [...dates].sort().filter((date) => options.origins?.includes(yearOf(date)) ?? true);
    const others = pools.filter((one) => one !== pool);
    return origins.flatMap((origin) => forecastsFrom(series, { pool, others, origin, measure }, options, notes));
  });
  return outcomeOf(forecasts, { notes });
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

function forecastsFrom(
  series: Series,
  { pool, others, origin, measure }: { pool: string; others: readonly string[]; origin: string; measure: string },
  { horizons = [1, 3, 5], readAfter = MONTHS_TO_PUBLISH, figures: needed = 2, spread, reference }: RateBacktestOptions,
  notes: string[],
): Forecast[] {
  const known = figuresKnown(series, origin, monthsLater(origin, readAfter));
  const history = known.of(pool, measure);
  const last = history.at(-1);
  if (last?.date !== origin || history.length < needed) return [];
  const { fitted, note } = fitAt(known, history, { measure, others, reference, spread, file: series.file });
  return horizons.flatMap((horizon): Forecast[] => {
    const date = monthsLater(origin, 12 * horizon);
    const { vintage } = last;
    const isTarget = (one: typeof last) => one.pool === pool && one.measure === measure && one.vintage === vintage;
    const target = series.figures.find((one) => one.date === date && isTarget(one));
    if (!target) return [];
    if (note !== undefined) notes.push(note);
    const observed = target.value;
    const at = (z: number) => yearToCome(fitted, z, horizon);
    const interval = { p10: at(-Z90), p90: at(Z90), inMiddleHalf: observed >= at(-Z75) && observed <= at(Z75) };
    const naive = naiveForecasts(history, date);
    return [{ pool, measure, vintage, origin, date, horizon, observed, expected: fitted.mean, interval, naive }];
  });
}

/** Standard normal quantiles at 75% and 90%. */
const Z75 = 0.6744897501960817;
