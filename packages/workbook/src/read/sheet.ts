import type { CellRange } from "../parts/address.ts";

/** A sheet of a workbook as it was read, every cell as text. */
export interface Sheet {
  readonly name: string;
  /**
   * Cells row by row from the first row of the sheet on: `rows[6][3]` is D7. A number is as exact as it is stored, a
   * percentage ends in `%`, a date reads `2019-03-31`, an empty cell is `""`. Rows may end early.
   */
  readonly rows: readonly (readonly string[])[];
  /** Rows that the sheet does not show, counted from 0. */
  readonly hiddenRows: readonly number[];
  /** Cells that are merged into one; its text is that of the first. */
  readonly merged: readonly CellRange[];
}

/** A sheet by name, before it is read. */
export interface SheetName {
  readonly name: string;
  readonly hidden: boolean;
}

/** A workbook that was opened: its sheets in their order, each read when it is asked for. */
export interface Workbook {
  readonly file: string;
  readonly sheets: readonly SheetName[];
  /** Reads a sheet. Throws a `CadreError` with its cell when a formula was never calculated. */
  read(name: string): Sheet;
}

/** Rows without the empty ones at their end, and cells that were never named as empty texts. */
export function tidyRows(rows: readonly (string[] | undefined)[]): string[][] {
  let end = rows.length;
  while (end > 0 && !rows[end - 1]?.some((cell) => cell !== undefined && cell !== "")) end -= 1;
  return Array.from({ length: end }, (_, i) => Array.from(rows[i] ?? EMPTY, (cell: string | undefined) => cell ?? ""));
}

const EMPTY: string[] = [];
