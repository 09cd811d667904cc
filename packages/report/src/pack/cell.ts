import { countText } from "@cadre/charts";
import type { CellAt, CellFormula, ColumnKind, PackCell, PackTable } from "./pack.ts";

/** Rounded half away from zero, as every number of a board pack is read. */
export const rounded = (value: number): number => Math.sign(value) * Math.round(Math.abs(value)) + 0;

/** A change with its sign: "+12", "−340", "0". */
export const signed = (value: number): string => `${rounded(value) > 0 ? "+" : ""}${countText(value)}`;

/** A share of draws as a chance: none or all of them prove no never and no always. */
export function chanceWords(share: number): string {
  const number = rounded(share * 100);
  return number <= 0 ? "under 1%" : number >= 100 ? "over 99%" : percent(share);
}

/** A share of 1 as a whole percentage. */
export const percent = (share: number): string => `${countText(share * 100)}%`;

/**
 * The rows of a table as they are read on a page, a slide and a workbook's screen alike.
 *
 * @example
 * ```ts
 * import { rowsAsRead } from "@cadre/report";
 * const columns = [{ title: "Year", kind: "year" }, { title: "Gap (FTE)", kind: "whole" }] as const;
 * rowsAsRead({ caption: "Gap", columns, rows: [[2035, 1234.4]] }); // [["2035", "1,234"]]
 * ```
 */
export function rowsAsRead(table: PackTable): string[][] {
  return table.rows.map((cells, row) => cells.map((cell, column) => textOf(cell, kindAt(table, row, column))));
}

/** How the number in a cell reads: a row that stands for the whole is no change. */
export function kindAt({ columns, totals }: PackTable, row: number, column: number): ColumnKind {
  const kind = columns[column]?.kind ?? "text";
  return kind === "change" && totals?.includes(row) ? "whole" : kind;
}

function textOf(cell: PackCell, kind: ColumnKind): string {
  const value = numberIn(cell);
  if (value === undefined) return typeof cell === "string" ? cell : "";
  if (kind === "year" || kind === "text" || kind === "exact") return String(value);
  if (kind === "change") return signed(value);
  if (kind === "chance") return chanceWords(value);
  return kind === "percent" ? percent(value) : countText(value);
}

/** The number of a cell, unrounded; nothing for text and for an empty cell. */
export function numberIn(cell: PackCell): number | undefined {
  return typeof cell === "object" ? cell.value : typeof cell === "number" ? cell : undefined;
}

/** A number that is one cell of its row less another. */
export function difference(value: number, of: CellAt, less: CellAt): CellFormula {
  return { value, plus: [of], minus: [less] };
}

/** A number that is the sum of cells. */
export function sum(value: number, cells: readonly CellAt[]): CellFormula {
  return { value, plus: cells, minus: [] };
}
