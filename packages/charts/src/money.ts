import { countText } from "./number.ts";

/**
 * A sum as one says it: "£1.2 million", "£45,300".
 *
 * @example
 * ```ts
 * import { moneyWords } from "@cadre/charts";
 *
 * console.log(moneyWords(1_200_000)); // £1.2 million
 * console.log(moneyWords(45_300)); // £45,300
 * ```
 */
export function moneyWords(pounds: number): string {
  const size = Math.abs(pounds);
  const sign = pounds < 0 && Math.round(size) > 0 ? "−" : "";
  if (Math.round(size) < 1e6) return `${sign}£${countText(size)}`;
  const [per, word] = size < 999.5e6 ? [1e6, "million"] : [1e9, "billion"];
  const digits = size / per;
  const text = digits < 99.95 ? digits.toFixed(1).replace(/\.0$/, "") : countText(digits);
  return `${sign}£${text} ${word}`;
}

/** A sum on an axis: "£2m", "£500k"; `per` is what all of its sums are divided by. */
export function moneyTick(value: number, per: number): string {
  const unit = per >= 1e9 ? "bn" : per >= 1e6 ? "m" : per >= 1e3 ? "k" : "";
  return value === 0 ? "£0" : `£${countText(value)}${unit}`;
}

/** What sums up to this are divided by on an axis, so that its numbers are short and whole. */
export const moneySize = (most: number): number => [1e9, 1e6, 1e3].find((per) => most >= 4 * per) ?? 1;
