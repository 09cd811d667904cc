import { countText } from "@cadre/charts";
import type { UnitWords } from "cadre/measures";
import { rounded } from "../pack/cell.ts";

/** A gap in a sentence, by the rounded number and in the unit of the posts at hand: "2,310 full-time equivalents short". */
export function gapWords(gap: number, { one, many }: Pick<UnitWords, "one" | "many">): string {
  const number = rounded(gap);
  if (number === 0) return "in balance";
  const unit = Math.abs(number) === 1 ? one : many;
  return number > 0 ? `${countText(number)} ${unit} short` : `${countText(-number)} ${unit} above what is needed`;
}
