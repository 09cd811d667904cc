import type { Columns } from "cadre";
import { csvLine } from "./csv.ts";

/** `results.csv`: every measure of every pool and group, one number a line, of one result or of several. */
export function resultsCsv(result: { rows(): Columns }): string {
  const { scenario, year, pool, measure, value } = result.rows();
  const lines = value.map((number, i) => csvLine([scenario[i], year[i], pool[i], measure[i], number]));
  return csvLine(["scenario", "year", "pool", "measure", "value"]) + lines.join("");
}
