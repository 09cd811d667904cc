import type { Measure } from "cadre";
import { isRatio, MEASURES, poundsIn, type UnitWords, unitOf } from "cadre/measures";
import { gapWords } from "./balance.ts";
import { countText, NO_NUMBER, percentText } from "./number.ts";

/** How a measure is spoken of: its name, its unit, and its numbers in the size they are drawn in. */
export interface MeasureWords {
  /** "Gap", "Cost of agency staff". */
  name: string;
  /** "full-time equivalents (FTE)", "£ thousand". */
  unit: string;
  /** The unit behind a number: "FTE", "jobs"; nothing behind people, a percentage or a sum of money. */
  short: string;
  /** Whether its numbers are percentages, or sums of money. */
  kind: "count" | "percentage" | "money";
  /** What a value is divided by before it is drawn and written. */
  per: number;
  /** A value, already divided, as text: "1,234", "8%"; a dash for one that cannot be worked out. */
  text(value: number | undefined): string;
  /** With its unit: "1,234 FTE short", "£12 million". */
  words(value: number | undefined): string;
}

/** What is said of a number that cannot be worked out. */
export const CANNOT_BE_WORKED_OUT = "cannot be worked out";

/** How to speak of a measure whose values have these sizes; of people and FTE, unless its pools count otherwise. */
export function measureWords(
  measure: Measure,
  values: readonly (number | undefined)[],
  unit: UnitWords = unitOf(measure),
): MeasureWords {
  const { title: name, unit: counted } = MEASURES[measure];
  if (counted === "pounds") return pounds(name, values);
  if (isRatio(measure))
    return percentageWords(name, `per cent of ${MEASURES[MEASURES[measure].lower].title.toLowerCase()}`);
  // "Leavers 40" are people; anything else has to be said.
  const short = unit.short === "people" ? "" : unit.short;
  const words = (value: number) => (measure === "gap" ? gapWords(value, unit) : `${countText(value)} ${short}`.trim());
  return told({ name, unit: unit.long, short, kind: "count", per: 1, text: countText, words });
}

/** How to speak of shares of 1, as percentages of something. */
export const percentageWords = (name: string, unit: string): MeasureWords => {
  const text = (value: number) => percentText(value / 100);
  return told({ name, unit, short: "", kind: "percentage", per: 0.01, text, words: text });
};

/** Pounds, in the size that keeps the largest of these short. */
function pounds(name: string, values: readonly (number | undefined)[]): MeasureWords {
  const { per, unit } = poundsIn(values);
  const words = (value: number) =>
    value === 0 ? "£0" : `${value < 0 ? "−" : ""}£${countText(Math.abs(value))}${unit.slice(1)}`;
  return told({ name, unit, short: "", kind: "money", per, text: countText, words });
}

/** What is said of numbers, and of those that cannot be worked out. */
function told(
  say: Omit<MeasureWords, "text" | "words"> & Record<"text" | "words", (value: number) => string>,
): MeasureWords {
  return {
    ...say,
    text: (value) => (value === undefined ? NO_NUMBER : say.text(value)),
    words: (value) => (value === undefined ? CANNOT_BE_WORKED_OUT : say.words(value)),
  };
}

/** A value in the size that is drawn. */
export const inDrawnSize = (value: number | undefined, { per }: Pick<MeasureWords, "per">): number | undefined =>
  value === undefined ? undefined : value / per;
