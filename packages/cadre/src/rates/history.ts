import { CadreError } from "../error/cadre-error.ts";
import { byName, checkArguments, keys, NUMBER, only, optional } from "../error/shape.ts";
import { Z90 } from "../table/normal-ends.ts";
import { localLevel } from "./local-level.ts";
import { type RateSpread, SPREAD } from "./rate-spreads.ts";
import { yearOfLabel } from "./year-label.ts";

const FITTED = keys({ level: NUMBER, levelSd: NUMBER, noise: NUMBER, drift: NUMBER, degrees: NUMBER });

/** A rate by year: `{ "2016/17": 0.262, "2017/18": 0.324 }`, or with plain years. */
export type YearlyRates = Readonly<Record<string | number, number>>;

/**
 * What yearly figures of a rate say of its level and of the years to come; spreads are on a logarithmic scale, of a growth in
 * points.
 */
export interface FittedRate {
  /** Whether the spreads are in points, as those of a growth. */
  readonly points?: true;
  /** The rate that the last known year would have had without its noise, as far as can be told. */
  readonly level: number;
  /** What to expect of any year to come, a little above the level. */
  readonly mean: number;
  /** Ends of the 80% interval of the next year. */
  readonly p10: number;
  readonly p90: number;
  /** Standard deviation of a year around the level. */
  readonly noise: number;
  /** Standard deviation of the level: how far it may be from where it is thought to be. */
  readonly levelSd: number;
  /** Standard deviation of what each year adds to the level for good; 0 where levels stay. */
  readonly drift: number;
  /** Degrees of freedom that the spreads are known with. */
  readonly degrees: number;
  /** How much of the level is the place's own, from 0 to 1; the rest is the reference's. */
  readonly weight: number;
  /** How many figures it was fitted to. */
  readonly figures: number;
}

/**
 * Fits the level of a rate and its doubt to yearly figures of one place. Where levels stay it is their mean of logarithms,
 * and the order of years does not matter; where levels move the last years count most. It is drawn toward the level of a
 * `reference` (yearly figures of England, for example) the more the fewer and the noisier its own figures are. The noise
 * is estimated together with that of many places (`spread`); with one figure it is theirs alone.
 *
 * Rates are above zero, such as 0.28; there may be none where there is a reference. Throws a `CadreError` for other
 * numbers, for a year that is none and where there is nothing to fit. Method: docs/method/rates-history.md.
 *
 * @example
 * ```ts
 * import { fitRate, RATE_SPREADS } from "cadre/backtest";
 * const turnover = fitRate(
 *   { "2016/17": 0.262, "2017/18": 0.324, "2018/19": 0.333 },
 *   { spread: RATE_SPREADS.leaving, reference: { "2016/17": 0.263, "2017/18": 0.29, "2018/19": 0.303 } },
 * );
 * turnover.level; // 0.300: between the area's own 0.304 and England's 0.285
 * turnover.p90; // one year in ten is above this
 * ```
 */
export function fitRate(
  history: YearlyRates,
  options: { readonly spread: RateSpread; readonly reference?: YearlyRates },
): FittedRate {
  const wanted = only({ spread: SPREAD, reference: optional(byName(NUMBER)) });
  checkArguments({ history, options }, { history: byName(NUMBER), options: wanted });
  const { spread, reference = {} } = options;
  const scale = spread.points ? POINTS : SHARES;
  const own = scale.read(history, "history");
  const others = scale.read(reference, "reference");
  return fitted({ ...localLevel(own, spread.lasting), figures: own.length }, others, spread);
}

/**
 * Fits a yearly growth and its doubt to what grew, counted in some years: `{ 2012: 166, 2016: 161, 2018: 161 }` for posts
 * per 1,000 people. The growth is that from the first figure to the last; growths of the times between tell the noise of a
 * year. A growth does not say where the level is: it holds for the years to come, whatever the last figure was.
 *
 * Figures are above zero. Throws a `CadreError` for other numbers, for a year that is none and for fewer than two figures.
 * Method: docs/method/rates-history.md.
 *
 * @example
 * ```ts
 * import { fitGrowth, RATE_SPREADS } from "cadre/backtest";
 * const growth = fitGrowth({ 2012: 166, 2016: 161, 2018: 161 }, { spread: RATE_SPREADS.growthPerHead });
 * growth.level; // -0.005: half a per cent less each year
 * growth.levelSd; // give or take 0.003
 * ```
 */
export function fitGrowth(levels: YearlyRates, options: { readonly spread: RateSpread }): FittedRate {
  checkArguments({ levels, options }, { levels: byName(NUMBER), options: only({ spread: SPREAD }) });
  const { spread } = options;
  const counted = SHARES.read(levels, "levels");
  const [first, last] = [counted[0], counted.at(-1)];
  if (!first || !last || first === last) throw nothingToFit();
  const years = last.year - first.year;
  const level = (last.value - first.value) / years;
  const squares = counted.slice(1).reduce((sum, { year, value }, i) => {
    const before = counted[i]!;
    return sum + (2 * (value - before.value - level * (year - before.year)) ** 2) / (year - before.year);
  }, 0);
  // Half the variance of a change is that of a year.
  return fitted({ level, variance: 1 / (2 * years), squares, figures: counted.length - 1 }, [], spread);
}

/** Where yearly figures stand so that their spread is alike: shares of the level, or points. */
const SHARES = { read: logarithms, level: Math.exp, mean: (variance: number) => Math.exp(variance / 2) };
const POINTS = { read: plain, level: (value: number) => value, mean: () => 1 };

/** What the own figures say, drawn toward the others, with a spread that is known beforehand. */
function fitted(
  alone: { readonly level: number; readonly variance: number; readonly squares: number; readonly figures: number },
  others: readonly { readonly year: number; readonly value: number }[],
  spread: RateSpread,
): FittedRate {
  const { figures } = alone;
  if (figures + others.length === 0) throw nothingToFit();
  const { lasting } = spread;
  const scale = spread.points ? POINTS : SHARES;
  const degrees = spread.years + Math.max(0, figures - 1);
  // Everything below is in units of the variance of a change from one year to the next.
  const change = (spread.years * changeOf(spread) + alone.squares) / degrees;
  const noise = Math.sqrt((change * (1 - lasting)) / 2);
  const ofOwn = change * alone.variance;
  const between = spread.between ** 2;
  const weight = others.length === 0 ? 1 : figures === 0 ? 0 : between / (between + ofOwn);
  const middle =
    (weight > 0 ? weight * alone.level : 0) + (weight < 1 ? (1 - weight) * localLevel(others, lasting).level : 0);
  const levelSd = figures === 0 ? spread.between : Math.sqrt(weight * ofOwn);
  const found = {
    ...(spread.points && { points: spread.points }),
    level: scale.level(middle),
    noise,
    levelSd,
    drift: Math.sqrt(change * lasting),
    degrees,
  };
  return Object.freeze({
    ...found,
    mean: found.level * scale.mean(levelSd ** 2 + noise ** 2),
    weight,
    figures,
    p10: yearToCome(found, -Z90),
    p90: yearToCome(found, Z90),
  });
}

/** The variance of a change from one year to the next: two years' noise and what stays. */
const changeOf = ({ noise, lasting }: RateSpread): number => (2 * noise ** 2) / (1 - lasting);

/**
 * A year to come of a fitted rate, `ahead` years after the last that is known, at a standard normal quantile `z`: the
 * median at 0, p75 at 0.6744898. Tails are those of Student's distribution, since the spread is itself estimated.
 * Method: docs/method/rates-history.md.
 *
 * @example
 * ```ts
 * import { fitRate, RATE_SPREADS, yearToCome } from "cadre/backtest";
 * const turnover = fitRate({ 2016: 0.262, 2017: 0.324, 2018: 0.333 }, { spread: RATE_SPREADS.leaving });
 * [yearToCome(turnover, -0.6744898), yearToCome(turnover, 0.6744898)]; // half of the years lie between these
 * ```
 */
export function yearToCome(
  rate: Pick<FittedRate, "points" | "level" | "levelSd" | "noise" | "drift" | "degrees">,
  z: number,
  ahead = 1,
): number {
  checkArguments({ rate, z, ahead }, { rate: FITTED, z: NUMBER, ahead: NUMBER });
  const { points, level, levelSd, noise, drift, degrees } = rate;
  const moved = ahead * drift ** 2;
  const off = studentsT(z, degrees) * Math.sqrt(levelSd ** 2 + noise ** 2 + moved);
  if (points) return level + off;
  // What stays multiplies by 1 on average, so that the mean of a year does not depend on how far ahead it is.
  return level * Math.exp(off - moved / 2);
}

/** How many times as far p10 and p90 lie from the middle as a normal's of the same spread: Student's tails. */
export const tailsOf = ({ degrees }: Pick<FittedRate, "degrees">): number => studentsT(Z90, degrees) / Z90;

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

function logarithms(rates: YearlyRates, path: string): { year: number; value: number }[] {
  return Object.entries(rates)
    .map(([label, rate]) => {
      const year = yearOfLabel(label);
      if (!(rate > 0 && Number.isFinite(rate)) || year === undefined) throw badHistory(`${path}.${label}`, rate);
      return { year, value: Math.log(rate) };
    })
    .sort((a, b) => a.year - b.year);
}

function plain(growths: YearlyRates): { year: number; value: number }[] {
  return Object.entries(growths).map(([label, value]) => ({ year: Number(label.slice(0, 4)), value }));
}

const badHistory = (path: string, rate: number): CadreError =>
  new CadreError({
    code: "bad-history",
    message: "This yearly figure of a rate cannot be used.",
    path,
    value: String(rate),
    rule: "A year such as 2017 or 2016/17, and a rate above zero: its spread is a share of its level.",
    fix: "Leave the year out, or correct it.",
  });

const nothingToFit = (): CadreError =>
  new CadreError({
    code: "no-history",
    message: "There is no figure to fit a rate to.",
    path: "history",
    value: "(no figures)",
    rule: "At least one yearly figure, of the place or of the reference; of what grows, two.",
    fix: "Give a figure.",
  });
