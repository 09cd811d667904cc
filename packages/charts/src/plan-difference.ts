import type { CountedPoolMeasure, Result } from "cadre";
import { fanDifference } from "./fan-lines.ts";
import { type MeasureWords, measureWords } from "./measure-words.ts";
import { roundWhole } from "./number.ts";
import type { SizeOptions } from "./theme.ts";
import { chanceWords, drawsWords, type UncertainRun } from "./uncertain-run.ts";

/** The runs that are held against each other, how sure they are, and how wide the chart is to be. */
export interface PlanLessNothingOptions extends SizeOptions {
  /** What the plan is held against, usually that nothing changes. */
  before: Result;
  plan: Result;
  /** Draws of both from one seed, in this order; the band is that of their difference in each draw. */
  sure?: readonly [UncertainRun, UncertainRun];
  /** A pool's id, `sector:…`, `employer:…` or `all` (the default). */
  pool?: string;
  /** What is counted of pools; `gap` when left out. */
  measure?: CountedPoolMeasure;
  /** The year that the title speaks of; the last one unless given. */
  year?: number;
}

/** One date: the median difference of the draws, or that of the runs where nothing was drawn, and the ends of what holds that of eight draws in ten. */
export interface DifferencePoint {
  year: number;
  value: number;
  low: number;
  high: number;
}

export const NO_DIFFERENCE: DifferencePoint = { year: 0, value: 0, low: 0, high: 0 };
export const isDrawn = ({ low, high }: DifferencePoint): boolean => roundWhole(low) !== roundWhole(high);

/** The differences in the size that is drawn; of a gap, by how much it is smaller. */
export function differencePoints(
  { before, plan, sure }: PlanLessNothingOptions,
  pool: string,
  measure: CountedPoolMeasure,
): { points: DifferencePoint[]; say: MeasureWords } {
  const sign = measure === "gap" ? -1 : 1;
  const raw = before.series({ pool, measure }).map(({ year, value }): DifferencePoint => {
    const query = { pool, measure, year };
    const change = sign * (plan.at(query) - value);
    const spread = sure && fanDifference(...sure, query, { per: 1 });
    const ends = [sign * (spread?.p10 ?? sign * change), sign * (spread?.p90 ?? sign * change)] as const;
    return { year, value: sign * (spread?.p50 ?? sign * change), low: Math.min(...ends), high: Math.max(...ends) };
  });
  const say = measureWords(
    measure,
    raw.flatMap(({ value, low, high }) => [value, low, high]),
    before.unit({ pool, measure }),
  );
  const scaled = ({ year, ...values }: DifferencePoint): DifferencePoint => ({
    year,
    value: values.value / say.per,
    low: values.low / say.per,
    high: values.high / say.per,
  });
  return { points: raw.map(scaled), say };
}

/** What the band holds, and in how many draws the plan lowers the measure at all. */
export function drawsSentence(
  sure: readonly [UncertainRun, UncertainRun],
  query: { pool: string; measure: CountedPoolMeasure; year: number },
): string {
  const line = `Line: median. Band: 8 in 10 of ${drawsWords(sure)}, the plan less the other in each.`;
  const share = query.measure === "gap" ? sure[1].difference?.chance({ ...query, atMost: -0.5 }) : undefined;
  return share === undefined ? line : `${line} Fewer short in ${chanceWords(share)} of the draws for ${query.year}.`;
}

export const signedText = (value: number, say: MeasureWords): string =>
  `${roundWhole(value) > 0 ? "+" : ""}${say.text(value)}`;
export const rangeText = ({ low, high }: DifferencePoint, say: MeasureWords): string =>
  `${signedText(low, say)} to ${signedText(high, say)}`;

/** What a board should take away: how much of the gap the plan closes, and whether it may close none. */
export function differenceFinding(
  plan: string,
  point: DifferencePoint,
  { say, measure, year }: { say: MeasureWords; measure: CountedPoolMeasure; year: number },
): string {
  const { value, low, high } = point;
  const amount = say.text(Math.abs(value));
  const unsure = isDrawn(point) && low < 0 && high > 0;
  if (measure !== "gap") {
    const words = say.words(Math.abs(value));
    if (roundWhole(value) === 0) return `“${plan}” hardly changes ${say.name.toLowerCase()} in ${year}`;
    return `“${plan}”: ${words} ${value > 0 ? "more" : "less"}, ${say.name.toLowerCase()} in ${year}`;
  }
  if (roundWhole(value) === 0) return `“${plan}” hardly changes the gap of ${year}`;
  if (value > 0) return `“${plan}” closes ${amount} ${say.short} of the ${year} gap${unsure ? ", perhaps none" : ""}`;
  return `“${plan}” widens the ${year} gap by ${amount} ${say.short}${unsure ? ", perhaps not" : ""}`;
}
