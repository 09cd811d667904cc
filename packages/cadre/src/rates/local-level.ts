/** A level and how well yearly values tell it, in units of the variance of a change from one year to the next. */
export interface LocalLevel {
  /** The level at the last year. */
  readonly level: number;
  /** Its variance, in those units. */
  readonly variance: number;
  /** Sum of squares of the values around their fitted path, in those units: their number less 1 on average. */
  readonly squares: number;
  /** Logarithm of the likelihood of everything but the level, for values in those units. */
  readonly logLikelihood: number;
}

/**
 * The level of yearly values that are a level plus noise, where the level may move: of the variance of a change from one
 * year to the next a part `lasting` stays. With 0 it is their mean; near 1 it is the last value. Values come in the order
 * of years, of which some may be missing. The Kalman filter with a diffuse start: A. C. Harvey, *Forecasting, Structural
 * Time Series Models and the Kalman Filter* (1989), chapters 2.2.5 and 3.3. Method: docs/method/rates-history.md.
 */
export function localLevel(
  values: readonly { readonly year: number; readonly value: number }[],
  lasting: number,
): LocalLevel {
  const [first, ...others] = values;
  const noise = (1 - lasting) / 2;
  if (!first) return { level: Number.NaN, variance: Number.POSITIVE_INFINITY, squares: 0, logLikelihood: 0 };
  let [level, variance, squares, logLikelihood] = [first.value, noise, 0, 0];
  let last = first.year;
  for (const { year, value } of others) {
    const before = variance + lasting * (year - last);
    const spread = before + noise;
    const surprise = value - level;
    level += (before / spread) * surprise;
    variance = (before * noise) / spread;
    squares += surprise ** 2 / spread;
    logLikelihood -= Math.log(spread) / 2;
    last = year;
  }
  return { level, variance, squares, logLikelihood };
}
