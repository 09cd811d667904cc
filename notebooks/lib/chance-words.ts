import type { Ensemble } from "cadre";

/** The chance that a gap is at most so large in a year, as a share of draws: "38%", "under 1%" or "over 99%". */
export function chanceWords(drawn: Ensemble, query: { pool: string; year: number; atMost: number }): string {
  const percent = Math.round(100 * drawn.chance({ ...query, measure: "gap" }));
  return percent <= 0 ? "under 1%" : percent >= 100 ? "over 99%" : `${percent}%`;
}
