import type { Decomposition } from "cadre";
import { csvLine } from "./csv.ts";

const COLUMNS = ["what", "id", "title", "value", "alone", "standardError"] as const;

/** `parts.csv`: shares of interventions, and drivers of the gap before and after, unrounded. */
export function partsCsv({ parts, drivers, before, after }: Decomposition): string {
  return [
    csvLine(COLUMNS),
    csvLine(["before", undefined, undefined, before]),
    ...parts.map(({ id, title, value, alone, error }) => csvLine(["intervention", id, title, value, alone, error])),
    csvLine(["after", undefined, undefined, after]),
    ...drivers.before.map(({ id, title, value }) => csvLine(["driver before", id, title, value])),
    ...drivers.after.map(({ id, title, value }) => csvLine(["driver after", id, title, value])),
  ].join("");
}
