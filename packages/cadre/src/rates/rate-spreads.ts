import { FLAG, list, NUMBER, only, optional, TEXT } from "../error/shape.ts";

/** What a spread of a kind of rate is. */
export const SPREAD = only<RateSpread>({
  points: optional(FLAG),
  known: optional(TEXT),
  noise: NUMBER,
  noiseRange: list(NUMBER, 2),
  between: NUMBER,
  lasting: NUMBER,
  years: NUMBER,
  from: TEXT,
});

/**
 * How much a kind of rate differs between years of one place and between places, on a logarithmic scale; of a yearly growth,
 * which may be below zero, in points of it.
 */
export interface RateSpread {
  /** Whether it is in points, as that of a growth: 0.006 is 0.6% a year. */
  readonly points?: true;
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
 * Default spreads by kind of number, for a history that is short. `leaving` of a place has a level that stays and years
 * that are noisy; `leavingOfCountry` has steadier years and a level that moves. Vacancies, recruits, growth of care per
 * head, productivity and hours are the others. Each comes from figures up to 2018/19, by the formulas of
 * docs/method/rates-history.md, or is a judgement and says so.
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
  vacancies: Object.freeze({
    noise: 0.135,
    noiseRange: Object.freeze([0.061, 0.3] as const),
    between: 0.3,
    lasting: 0,
    years: 2,
    from: "a judgement: as noisy as turnover in the same survey; no history of vacancies by area up to 2018/19 is among our figures",
  }),
  vacanciesOfCountry: Object.freeze({
    noise: 0.061,
    noiseRange: Object.freeze([0.035, 0.27] as const),
    between: 0.3,
    lasting: 0.6,
    years: 2,
    from: "vacancy rates of England's adult social care, 6.6%, 8.0% and 7.8% from 2016/17 to 2018/19 (somerset-report, skills-for-care-2019)",
    known: "2019-12-31",
  }),
  recruits: Object.freeze({
    noise: 0.135,
    noiseRange: Object.freeze([0.101, 0.21] as const),
    between: 0,
    lasting: 0,
    years: 11,
    from: "turnover of adult social care in seven areas: where staff hold steady, as many join as leave and vary as they do (oflog-turnover)",
    known: "2019-12-31",
  }),
  recruitsOfCountry: Object.freeze({
    noise: 0.04,
    noiseRange: Object.freeze([0.028, 0.077] as const),
    between: 0,
    lasting: 0.6,
    years: 6,
    from: "NHS nurses who joined in England, 2012/13 to 2016/17, and recruits of adult social care in 2012/13, 2016/17 and 2017/18, as its leavers and its growth imply them (nurse-joiners-2018, skills-for-care-trend)",
    known: "2019-12-31",
  }),
  growthPerHead: Object.freeze({
    points: true as const,
    noise: 0.0064,
    noiseRange: Object.freeze([0.004, 0.0187] as const),
    between: 0.0068,
    lasting: 0,
    years: 3,
    from: "staff for each person served, England: adult social care 2012 to 2018 and NHS nurses 2015 to 2018 (skills-for-care-trend, nhs-nurse-fte-trend)",
    known: "2019-12-31",
  }),
  productivity: Object.freeze({
    points: true as const,
    noise: 0.0072,
    noiseRange: Object.freeze([0.0057, 0.0099] as const),
    between: 0.0045,
    lasting: 0,
    years: 19,
    from: "yearly growth of public service productivity, United Kingdom, 1997 to 2016, between -1.3% and 1.4%, and 0.9% in health care beside 0.0% in all (ons-productivity)",
    known: "2019-01-31",
  }),
  hours: Object.freeze({
    noise: 0.002,
    noiseRange: Object.freeze([0.001, 0.005] as const),
    between: 0,
    lasting: 0.8,
    years: 5,
    from: "a judgement: no history of hours a head up to 2018/19 is among our figures",
  }),
}) satisfies Readonly<Record<string, RateSpread>>;
