import { countText } from "@cadre/charts";
import type { Input } from "cadre";
import { plainText } from "./plain.ts";

/** Units whose numbers read best as a percentage. */
const SHARES = new Set(["share", "rate", "hazard", "per year", "share-leaving-within-year"]);
/** Units that a number needs behind it to be understood. */
const SPOKEN = new Set(["FTE", "heads per year", "months", "days", "hours", "minutes"]);

/** A number of the files as a board reads it: percentages for shares and rates, thousands apart, the unit where it says something. */
export function inputValue({ value, written, unit }: Input): string {
  if (value === undefined) return plainText(written);
  if (SHARES.has(unit)) return `${Number((value * 100).toPrecision(3))}%${unit === "share" ? "" : " a year"}`;
  if (unit.startsWith("GBP")) return `£${countText(value)}${unit.slice(3)}`;
  const number = Math.abs(value) >= 1000 ? countText(value) : String(Number(value.toPrecision(4)));
  return SPOKEN.has(unit) ? `${number} ${unit}` : number;
}
