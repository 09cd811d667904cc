/** How much a kind of rate differs between years of one place and between places, on a logarithmic scale. */
export interface RateSpread {
  /** Standard deviation of a year around its level: 0.135 is about 13.5% of the level. */
  readonly noise: number;
  /** Where the noise lies nine times in ten. */
  readonly noiseRange: readonly [number, number];
  /** Standard deviation of places' levels around the reference. */
  readonly between: number;
  /** The part of the variance of a change from one year to the next that stays; 0 where levels do not move. */
  readonly lasting: number;
  /** Years of a place's own figures that this noise is worth. */
  readonly years: number;
  /** What it was worked out from. */
  readonly from: string;
  /** The day on which the last of those figures was published, `yyyy-mm-dd`. */
  readonly known?: string;
}

/**
 * Default spreads by kind of rate, for a history that is short: `leaving` of a place, whose level stays and whose years
 * are noisy, and `leavingOfCountry`, whose years are steadier and whose level moves. Each comes from figures up to 2018/19,
 * by the formulas of docs/method/rates-history.md; a kind that is not listed has no such history.
 *
 * @example
 * ```ts
 * import { RATE_SPREADS } from "cadre/backtest";
 * RATE_SPREADS.leaving.noise; // 0.135: a year's leaving rate lies about 13.5% off its place's level
 * ```
 */
export const RATE_SPREADS = Object.freeze({
  leaving: Object.freeze({
    noise: 0.135,
    noiseRange: Object.freeze([0.101, 0.21] as const),
    between: 0.15,
    lasting: 0,
    years: 11,
    from: "turnover of adult social care in seven areas and over 110 to 115 authorities, 2016/17 to 2018/19 (oflog-turnover)",
    known: "2019-12-31",
  }),
  leavingOfCountry: Object.freeze({
    noise: 0.044,
    noiseRange: Object.freeze([0.029, 0.104] as const),
    between: 0.15,
    lasting: 0.6,
    years: 4,
    from: "turnover of England's adult social care, 2012/13, 2016/17 and 2017/18, and of its median authority, 2016/17 to 2018/19 (skills-for-care-trend, oflog-turnover)",
    known: "2019-12-31",
  }),
}) satisfies Readonly<Record<string, RateSpread>>;
