import type { MeasureWords } from "./measure-words.ts";
import { countText, roundWhole } from "./number.ts";

/** Two numbers of a measure, to follow "between": "1,200 and 2,300 FTE short", or each in its own words. */
export function betweenWords([low, high]: readonly [number, number], say: MeasureWords, measure: string): string {
  const [least, most] = [roundWhole(low), roundWhole(high)];
  // A surplus is told by its size, the smaller first.
  if (measure === "gap" && most < 0) return `${countText(-most)} and ${say.words(least)}`;
  if (measure === "gap" && least <= 0) return `${say.words(least)} and ${say.words(most)}`;
  return `${say.kind === "money" ? say.words(low) : say.text(low)} and ${say.words(high)}`;
}

/** What it is to be at most so much: "no shortage", "a shortage of at most 500 FTE", "agency staff of at most 30 FTE". */
export function atMostWords(atMost: number, say: MeasureWords, measure: string): string {
  const value = atMost / say.per;
  if (measure !== "gap") return `${say.name.toLowerCase()} of at most ${say.words(value)}`;
  const rounded = roundWhole(value);
  if (rounded === 0) return "no shortage";
  return rounded > 0
    ? `a shortage of at most ${countText(rounded)} ${say.short}`
    : `at least ${countText(-rounded)} ${say.short} more than needed`;
}
