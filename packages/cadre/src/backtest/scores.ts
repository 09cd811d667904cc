import type { Calibration } from "../model/calibrations.ts";
import { calibrationOf, ENOUGH_PAIRS } from "./calibration.ts";
import type { Forecast } from "./forecast.ts";
import { independentPairs } from "./independence.ts";
import { NAIVE_METHODS, type NaiveMethod } from "./naive.ts";

/** How far one method was off. */
export interface ForecastErrors {
  readonly pairs: number;
  /** Mean of the errors without their sign, in the measure's unit. */
  readonly mae: number;
  /** The same as a share of the figure that was counted. */
  readonly mape: number;
  /** Mean of forecast less counted. */
  readonly bias: number;
  /** The same as a share of all that was counted. */
  readonly biasShare: number;
}

/** How good the forecasts of a pool and measure were at one horizon, or at all. */
export interface Score {
  /** A pool, or `every` where rates of all pools are taken together. */
  readonly pool: string;
  readonly measure: string;
  readonly horizon: number | "all";
  readonly pairs: number;
  /** How many of the pairs share no years. */
  readonly independent: number;
  /** Whether fewer than five pairs are independent: then no skill or coverage is to be read into the numbers. */
  readonly tooFew: boolean;
  readonly cadre: ForecastErrors;
  readonly naive: Readonly<Partial<Record<NaiveMethod, ForecastErrors>>>;
  /** 1 − MAE of Cadre ÷ MAE of the naive method, on the pairs that the method has. */
  readonly skill: Readonly<Partial<Record<NaiveMethod, number>>>;
  /** Shares of the figures that lie in the middle half and in the 80% interval; none where nothing was drawn. */
  readonly coverage50?: number;
  readonly coverage80?: number;
  /** Mean interval score of the 80% interval, in the measure's unit; less is better. */
  readonly intervalScore?: number;
  readonly calibration: Calibration;
}

/** Measures that are shares, so that those of large and small pools may be averaged. */
export const isRate = (measure: string): boolean => measure === "leaving.rate" || measure === "vacancyRate";

/** The pool that stands for all pools in a table of scores. */
export const EVERY_POOL = "every";

/**
 * Scores forecasts by pool, measure and horizon, and over all horizons; rates also over every pool.
 * Method: docs/method/backtest.md.
 */
export function scoresOf(forecasts: readonly Forecast[]): Score[] {
  const measures = unique(forecasts.map(({ measure }) => measure));
  return measures.flatMap((measure) => {
    const own = forecasts.filter((one) => one.measure === measure);
    const pools = unique(own.map(({ pool }) => pool));
    const groups = pools.map((pool) => ({ pool, of: own.filter((one) => one.pool === pool) }));
    if (isRate(measure) && pools.length > 1) groups.push({ pool: EVERY_POOL, of: own });
    return groups.flatMap(({ pool, of }) => {
      const horizons = unique(of.map(({ horizon }) => horizon)).sort((a, b) => a - b);
      const parts = horizons.map((horizon) =>
        score(
          pool,
          measure,
          horizon,
          of.filter((one) => one.horizon === horizon),
        ),
      );
      return horizons.length > 1 ? [...parts, score(pool, measure, "all", of)] : parts;
    });
  });
}

function score(pool: string, measure: string, horizon: Score["horizon"], of: readonly Forecast[]): Score {
  const independent = independentPairs(of);
  const naive: Partial<Record<NaiveMethod, ForecastErrors>> = {};
  const skill: Partial<Record<NaiveMethod, number>> = {};
  for (const name of NAIVE_METHODS) {
    const having = of.filter((one) => one.naive[name] !== undefined);
    if (having.length === 0) continue;
    const errors = errorsOf(having, (one) => one.naive[name] as number);
    naive[name] = errors;
    // Nothing is better than a method that was never off, and by how much has no number.
    if (errors.mae > 0) skill[name] = 1 - errorsOf(having, ({ expected }) => expected).mae / errors.mae;
  }
  const intervals = intervalsOf(of);
  return Object.freeze({
    pool,
    measure,
    horizon,
    pairs: of.length,
    independent,
    tooFew: independent < ENOUGH_PAIRS,
    cadre: errorsOf(of, ({ expected }) => expected),
    naive: Object.freeze(naive),
    skill: Object.freeze(skill),
    ...intervals,
    calibration: calibrationOf(intervals.coverage80, independent),
  });
}

function errorsOf(forecasts: readonly Forecast[], forecast: (one: Forecast) => number): ForecastErrors {
  const pairs = forecasts.length;
  let [off, share, bias, all] = [0, 0, 0, 0];
  for (const one of forecasts) {
    const error = forecast(one) - one.observed;
    off += Math.abs(error);
    share += Math.abs(error / one.observed);
    bias += error;
    all += Math.abs(one.observed);
  }
  return Object.freeze({ pairs, mae: off / pairs, mape: share / pairs, bias: bias / pairs, biasShare: bias / all });
}

/** What a miss of an 80% interval costs, as a multiple of how far off it is: 2 ÷ 0.2. */
const MISS = 10;

function intervalsOf(forecasts: readonly Forecast[]): Pick<Score, "coverage50" | "coverage80" | "intervalScore"> {
  const drawn = forecasts.flatMap(({ interval, observed }) => (interval ? [{ ...interval, observed }] : []));
  if (drawn.length === 0 || drawn.length < forecasts.length) return {};
  let [half, eight, points] = [0, 0, 0];
  for (const { p10, p90, inMiddleHalf, observed } of drawn) {
    if (inMiddleHalf) half++;
    if (observed >= p10 && observed <= p90) eight++;
    points += p90 - p10 + MISS * (Math.max(0, p10 - observed) + Math.max(0, observed - p90));
  }
  const pairs = drawn.length;
  return { coverage50: half / pairs, coverage80: eight / pairs, intervalScore: points / pairs };
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
