import { countText } from "@cadre/charts";

/** A gap in words, by the rounded number: "1,234 FTE short", "56 FTE more than needed" or "in balance". */
export function gapWords(gap: number): string {
  const rounded = Math.round(Math.abs(gap));
  if (rounded === 0) return "in balance";
  return gap > 0 ? `${countText(rounded)} FTE short` : `${countText(rounded)} FTE more than needed`;
}

/** How one number compares with another, by the rounded difference: "4,284 FTE fewer", "120 FTE more" or "as many". */
export function comparedWith(value: number, other: number): string {
  const difference = Math.round(Math.abs(value - other));
  if (difference === 0) return "as many";
  return `${countText(difference)} FTE ${value < other ? "fewer" : "more"}`;
}
