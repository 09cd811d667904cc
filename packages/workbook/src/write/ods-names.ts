import { type CellRange, cellName } from "../parts/address.ts";

/** The name of a sheet as an open document writes it in a reference: in quotation marks, always. */
const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** A cell of a sheet as an open document refers to it: `'Staff in post'.D7`. */
export const odsCell = (sheet: string, row: number, column: number): string =>
  `${quoted(sheet)}.${cellName(row, column)}`;

/** Cells of a sheet from one corner to the other: `'Staff'.A3:'Staff'.F6`. */
export const odsRange = (sheet: string, { top, left, bottom, right }: CellRange): string =>
  `${odsCell(sheet, top, left)}:${odsCell(sheet, bottom, right)}`;

/** A formula as an open document writes it: `SUM(B3:B9)-B2` becomes `of:=SUM([.B3:.B9])-[.B2]`. */
export const odsFormula = (formula: string): string =>
  `of:=${formula.replace(/\b([A-Z]{1,3}\d+)(?::([A-Z]{1,3}\d+))?/g, (_, from: string, to?: string) => (to === undefined ? `[.${from}]` : `[.${from}:.${to}]`))}`;
