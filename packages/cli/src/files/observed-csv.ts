import type { HeldAgainst } from "../observed.ts";
import { csvLine } from "./csv.ts";

const COLUMNS = ["scenario", "date", "pool", "measure", "observed", "projected", "difference", "inside"] as const;

/** `observed-against.csv`: figures counted since, each beside what was projected for its day or year. */
export function observedCsv(rows: readonly HeldAgainst[]): string {
  const lines = rows.map(({ scenario, date, pool, measure, observed, projected, difference, inside }) =>
    csvLine([scenario, date, pool, measure, observed, projected, difference, insideWord(inside)]),
  );
  return csvLine(COLUMNS) + lines.join("");
}

/** Whether a figure lies in its interval, in a word; nothing where there is no interval. */
export const insideWord = (inside: boolean | undefined): string => (inside === undefined ? "" : inside ? "yes" : "no");
