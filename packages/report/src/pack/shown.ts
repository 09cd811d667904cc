import type { PackPage, PackTable } from "./pack.ts";

/** The tables of a page: its own, or else the numbers of its chart. */
export function tablesOf({ tables, chart }: PackPage): readonly PackTable[] {
  return tables.length > 0 || !chart ? tables : [chart.numbers];
}

/** The rows of a table that are shown where there is little room. */
export const briefOf = ({ brief, rows }: PackTable): readonly number[] => brief ?? rows.map((_, i) => i);
