import { checkArguments, SHAPES } from "cadre/arguments";

/**
 * A count or FTE as a board reads it: rounded to a whole number, thousands separated by commas, never "-0".
 *
 * @example
 * ```ts
 * import { countText } from "@cadre/charts";
 * countText(1234.4); // "1,234"
 * countText(-0.2); // "0"
 * ```
 */
export function countText(value: number): string {
  const rounded = roundWhole(value);
  const digits = String(Math.abs(rounded)).replace(/\B(?=(\d{3})+$)/g, ",");
  return rounded < 0 ? `−${digits}` : digits;
}

/** Rounded half away from zero, so that a gap of 0.5 and of −0.5 read alike. What is no number is a `CadreError`. */
export function roundWhole(value: number): number {
  if (!Number.isFinite(value)) checkArguments({ value }, { value: SHAPES.number });
  return Math.sign(value) * Math.round(Math.abs(value)) + 0;
}

/** What stands in a table where a number cannot be worked out. */
export const NO_NUMBER = "–";

/** A share of 1 as a whole percentage: 0.314 is "31%". */
export function percentText(share: number): string {
  return `${countText(share * 100)}%`;
}

/** So many people, as a sentence begins: "nobody", "1 person", "1,860 people". */
export function peopleText(count: number): string {
  const text = countText(count);
  return text === "0" ? "nobody" : `${text} ${text === "1" ? "person" : "people"}`;
}

/** So many posts, as a sentence begins, where those who hold them are not counted: "no posts", "1 post", "1,860 posts". */
export function postsText(count: number): string {
  const text = countText(count);
  return text === "0" ? "no posts" : `${text} ${text === "1" ? "post" : "posts"}`;
}

/** A number as a label has it: "25.2k", "322k", "840", "1.2m". */
export function labelText(value: number): string {
  const size = Math.abs(value);
  const minus = value < 0 && roundWhole(value) !== 0 ? "−" : "";
  if (size >= 999_500) return `${minus}${(size / 1_000_000).toFixed(1)}m`;
  if (size >= 99_950) return `${minus}${roundWhole(size / 1000)}k`;
  if (size >= 995) return `${minus}${(size / 1000).toFixed(1)}k`;
  return `${minus}${roundWhole(size >= 100 ? 10 * roundWhole(size / 10) : size)}`;
}

/**
 * A number as it is said: in two figures, since nobody knows the others; below 100 as it is.
 *
 * @example
 * ```ts
 * import { roughText } from "@cadre/charts";
 * roughText(9717); // "9,700"
 * ```
 */
export function roughText(value: number): string {
  const size = Math.abs(value);
  const step = size < 100 ? 1 : 10 ** (Math.floor(Math.log10(size)) - 1);
  return countText(Math.sign(value) * step * roundWhole(size / step));
}
