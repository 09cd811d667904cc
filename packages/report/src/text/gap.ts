import { whole } from "@cadre/charts";
import { rounded } from "../pack/cell.ts";

/** A gap in a sentence, by the rounded number: "2,310 full-time equivalents short". */
export function gapWords(gap: number): string {
  const number = rounded(gap);
  if (number === 0) return "in balance";
  const unit = Math.abs(number) === 1 ? "full-time equivalent" : "full-time equivalents";
  return number > 0 ? `${whole(number)} ${unit} short` : `${whole(-number)} ${unit} above what is needed`;
}
