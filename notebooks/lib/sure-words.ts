import { countText, drawsAgree } from "@cadre/charts";
import type { Ensemble } from "cadre";
import { gapWords } from "./gap-words.ts";

type Query = { pool?: string; year: number };

/** Where eight draws in ten have the gap: "between 8,653 and 12,507 FTE short". */
export function sureWords(drawn: Ensemble, query: Query): string {
  const spread = drawn.at({ ...query, measure: "gap" });
  const { p10, p90 } = spread;
  if (drawsAgree(spread)) return `${gapWords(p10)} (nobody has given a range for any number that affects it)`;
  if (p10 <= 0) return `between ${gapWords(p10)} and ${gapWords(p90)}`;
  return `between ${countText(p10)} and ${countText(p90)} FTE short`;
}

/** How much less is short than in the first scenario of the same draws, in eight draws in ten. */
export function differenceWords(drawn: Ensemble, query: Query): string {
  const spread = drawn.difference?.at({ ...query, measure: "gap" });
  if (spread === undefined) return "as much as before";
  const [least, most] = [-spread.p90, -spread.p10].map(Math.round) as [number, number];
  if (least === 0 && most === 0) return "as much as before";
  if (most <= 0) return `${range(-most, -least)} FTE more`;
  if (least >= 0) return `${range(least, most)} FTE fewer`;
  return `from ${countText(-least)} FTE more to ${countText(most)} FTE fewer`;
}

const range = (least: number, most: number): string =>
  least === most ? countText(least) : `${countText(least)} to ${countText(most)}`;
