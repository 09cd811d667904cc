import { CadreError } from "../error/cadre-error.ts";
import { isRatio, MEASURES, type Measure } from "../model/measures.ts";

/** A number that a calculation cannot do without; a `CadreError` where the measure could not be worked out. */
export function numberOf(value: number | undefined, measure: Measure, pool: string, year: number): number {
  if (value !== undefined && !Number.isNaN(value)) return value;
  const lower = isRatio(measure) ? MEASURES[MEASURES[measure].lower].title : MEASURES[measure].title;
  throw new CadreError({
    code: "not-computable",
    message: `"${measure}" of ${pool} cannot be worked out in ${year}.`,
    value: `${lower}: 0`,
    rule: "The number to divide by must not be zero.",
    fix: `Ask for a year or pool in which "${lower}" is not 0, or for another measure.`,
  });
}
