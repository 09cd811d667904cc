import { countText } from "@cadre/charts";

/** Both ends of a range, as rough as it is wide: to two figures of its width. */
export function rangeWords([low, high]: readonly [number, number], joined: "to" | "and" = "to"): string {
  const width = high - low;
  const unit = width < 100 ? 1 : 10 ** (Math.floor(Math.log10(width)) - 1);
  return `${countText(roundTo(low, unit))} ${joined} ${countText(roundTo(high, unit))}`;
}

const roundTo = (value: number, unit: number): number =>
  Math.sign(value) * Math.round(Math.abs(value) / unit) * unit + 0;

/** A share of 1 in words a board hears: "about half", "over two thirds", "under a tenth". */
export function shareWords(share: number): string {
  const known = [
    [0.1, "a tenth"],
    [0.2, "a fifth"],
    [0.25, "a quarter"],
    [1 / 3, "a third"],
    [0.5, "half"],
    [2 / 3, "two thirds"],
    [0.75, "three quarters"],
    [0.9, "nine tenths"],
  ] as const;
  if (share < 0.05) return "very little";
  if (share >= 0.97) return "nearly all";
  const [near, words] = known.reduce((best, one) =>
    Math.abs(one[0] - share) < Math.abs(best[0] - share) ? one : best,
  );
  const apart = share - near;
  return `${Math.abs(apart) < 0.025 ? "about" : apart > 0 ? "over" : "under"} ${words}`;
}

/** Words as they begin a line. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
