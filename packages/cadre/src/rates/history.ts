import { CadreError } from "../error/cadre-error.ts";
import type { RateSpread } from "./rate-spreads.ts";

/** What yearly figures of a rate say of its level and of a year to come; spreads are on a logarithmic scale. */
export interface FittedRate {
  /** The rate that a year to come is as likely to be above as below. */
  readonly level: number;
  /** The mean of a year to come, a little above the level. */
  readonly mean: number;
  /** Ends of the 80% interval of a year to come. */
  readonly p10: number;
  readonly p90: number;
  /** Standard deviation of a year around the level. */
  readonly noise: number;
  /** Standard deviation of the level: how far it may be from where it is thought to be. */
  readonly levelSd: number;
  /** Degrees of freedom that the noise is known with. */
  readonly degrees: number;
  /** How much of the level is the place's own, from 0 to 1; the rest is the reference's. */
  readonly weight: number;
  /** How many figures it was fitted to. */
  readonly figures: number;
}

/**
 * Fits the level of a rate and its doubt to yearly figures of one place: the mean of their logarithms, drawn toward a
 * `reference` (yearly figures of England, for example) the more the fewer and the noisier they are. The noise of the
 * place is estimated together with that of many areas (`spread`); with one figure it is that of many areas alone. The
 * order of the figures and missing years do not matter: what is fitted reverts to its level.
 *
 * `values` are rates above zero, such as 0.28; there may be none where there is a reference. Throws a `CadreError` for
 * other numbers and where there is nothing to fit. Method: docs/method/rates-history.md.
 *
 * @example
 * ```ts
 * import { fitRate, RATE_SPREADS } from "cadre/backtest";
 * const turnover = fitRate([0.262, 0.324, 0.333], { spread: RATE_SPREADS.leaving, reference: [0.263, 0.29, 0.303] });
 * turnover.level; // 0.300: between the area's own 0.305 and England's 0.285
 * turnover.p90; // one year in ten is above this
 * ```
 */
export function fitRate(
  values: readonly number[],
  { spread, reference = [] }: { readonly spread: RateSpread; readonly reference?: readonly number[] },
): FittedRate {
  checkFigures(values, "history");
  checkFigures(reference, "reference");
  if (values.length + reference.length === 0) throw nothingToFit();
  const own = values.map(Math.log);
  const figures = own.length;
  const degrees = spread.years + Math.max(0, figures - 1);
  const squares = own.reduce((sum, x) => sum + (x - meanOf(own)) ** 2, 0);
  const variance = (spread.years * spread.noise ** 2 + squares) / degrees;
  const alone = reference.length === 0;
  const ofMean = variance / figures;
  const weight = alone ? 1 : figures === 0 ? 0 : spread.between ** 2 / (spread.between ** 2 + ofMean);
  const middle =
    (figures > 0 ? weight * meanOf(own) : 0) + (weight < 1 ? (1 - weight) * meanOf(reference.map(Math.log)) : 0);
  const ofLevel = figures === 0 ? spread.between ** 2 : weight * ofMean;
  const fitted = {
    level: Math.exp(middle),
    mean: Math.exp(middle + (ofLevel + variance) / 2),
    noise: Math.sqrt(variance),
    levelSd: Math.sqrt(ofLevel),
    degrees,
    weight,
    figures,
  };
  return Object.freeze({ ...fitted, p10: yearToCome(fitted, -Z90), p90: yearToCome(fitted, Z90) });
}

/**
 * A year to come of a fitted rate at a standard normal quantile `z`: the median at 0, p75 at 0.6744898. Tails are those
 * of Student's distribution, since the noise is itself estimated. Method: docs/method/rates-history.md.
 *
 * @example
 * ```ts
 * import { fitRate, RATE_SPREADS, yearToCome } from "cadre/backtest";
 * const turnover = fitRate([0.262, 0.324, 0.333], { spread: RATE_SPREADS.leaving });
 * [yearToCome(turnover, -0.6744898), yearToCome(turnover, 0.6744898)]; // half of the years lie between these
 * ```
 */
export function yearToCome(
  { level, levelSd, noise, degrees }: Pick<FittedRate, "level" | "levelSd" | "noise" | "degrees">,
  z: number,
): number {
  return level * Math.exp(studentsT(z, degrees) * Math.hypot(levelSd, noise));
}

/** The standard normal quantile at 90%. */
const Z90 = 1.2815515655446004;

/** Student's quantile where the normal's is z: the expansion of Fisher and Cornish, Technometrics 2 (1960). */
function studentsT(z: number, degrees: number): number {
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return (
    z +
    (z3 + z) / (4 * degrees) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees ** 3)
  );
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function checkFigures(values: readonly number[], path: string): void {
  const at = values.findIndex((value) => !(value > 0 && Number.isFinite(value)));
  if (at < 0) return;
  throw new CadreError({
    code: "bad-history",
    message: "This yearly figure of a rate cannot be used.",
    path: `${path}.${at}`,
    value: String(values[at]),
    rule: "A rate with a history is above zero in every year: its spread is a share of its level.",
    fix: "Leave the year out, or correct the figure.",
  });
}

const nothingToFit = (): CadreError =>
  new CadreError({
    code: "no-history",
    message: "There is no figure to fit a rate to.",
    path: "history",
    value: "(no figures)",
    rule: "At least one yearly figure, of the place or of the reference.",
    fix: "Give a figure.",
  });
