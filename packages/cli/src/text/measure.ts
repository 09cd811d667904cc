import type { Measure, Result } from "cadre";
import { isRatio, MEASURES } from "cadre/measures";
import { percentage, readableNumber } from "./number.ts";

/** What stands where a number cannot be worked out. */
export const NO_NUMBER = "–";

/** A number of a measure as people read it: a ratio as a percentage, a dash where it cannot be worked out. */
export function figureOf(measure: Measure, value: number | undefined, digits = 1): string {
  if (value === undefined) return NO_NUMBER;
  return isRatio(measure) ? percentage(value, digits) : readableNumber(value);
}

/** A change of a measure with its sign. */
export function signedOf(measure: Measure, change: number | undefined, digits = 1): string {
  const text = figureOf(measure, change, digits);
  return (change ?? 0) > 0 && text !== figureOf(measure, 0, digits) ? `+${text}` : text;
}

/** A measure as the head of a line or column, with the unit of the pool or group: "Gap (FTE)". */
export const headOf = (result: Result, pool: string, measure: Measure): string =>
  `${MEASURES[measure].title} (${isRatio(measure) ? "%" : result.unit({ pool, measure }).short})`;
