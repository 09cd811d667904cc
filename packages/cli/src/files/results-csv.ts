import type { Columns, Ensemble } from "cadre";
import { csvLine } from "./csv.ts";

/** `results.csv`: every measure of every pool and group, one number a line, of one result or of several. */
export function resultsCsv(result: { rows(): Columns }): string {
  const { scenario, year, pool, measure, value } = result.rows();
  const lines = value.map((number, i) => csvLine([scenario[i], year[i], pool[i], measure[i], number]));
  return csvLine(["scenario", "year", "pool", "measure", "value"]) + lines.join("");
}

/** `results.csv` of draws: mean, p10, p50 and p90 of every measure of staff, one number a line. */
export function spreadsCsv(ensembles: readonly Ensemble[]): string {
  const lines = ensembles.flatMap((sure) => {
    const { scenario, year, pool, measure, stat, value } = sure.rows();
    return value.map((number, i) => csvLine([scenario[i], year[i], pool[i], measure[i], stat[i], number]));
  });
  return csvLine(["scenario", "year", "pool", "measure", "stat", "value"]) + lines.join("");
}
