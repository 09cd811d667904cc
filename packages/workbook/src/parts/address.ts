/** A column by its letters: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}

/** The column that a cell or letters name, counted from 0: `D7` and `D` are 3. */
export function columnNumber(name: string): number {
  let column = 0;
  for (let i = 0; i < name.length; i += 1) {
    const letter = name.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/**
 * A cell by its row and column, both counted from 0.
 *
 * @example
 * ```ts
 * import { cellName } from "@cadre/workbook";
 * cellName(6, 3); // "D7"
 * ```
 */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** The name of a sheet as formulas write it, in quotation marks where it holds more than letters and digits. */
export const quotedSheet = (sheet: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) && !/^[a-z]{1,3}\d+$/i.test(sheet)
    ? sheet
    : `'${sheet.replaceAll("'", "''")}'`;

/**
 * A cell of a sheet as Excel writes it, rows and columns counted from 0: what a `CadreError` names as its `cell`.
 *
 * @example
 * ```ts
 * import { addressOf } from "@cadre/workbook";
 * addressOf("Staff in post", 6, 3); // "'Staff in post'!D7"
 * ```
 */
export const addressOf = (sheet: string, row: number, column: number): string =>
  `${quotedSheet(sheet)}!${cellName(row, column)}`;

/** Cells from one corner to the other, rows and columns counted from 0. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `A3:F6` as rows and columns; undefined when it is no range of cells. */
export function rangeOf(text: string): CellRange | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(text);
  if (!found) return undefined;
  const [, left = "A", top = "1", right = left, bottom = top] = found;
  return { top: Number(top) - 1, left: columnNumber(left), bottom: Number(bottom) - 1, right: columnNumber(right) };
}

/** A range as Excel writes it: `A3:F6`. */
export const rangeName = ({ top, left, bottom, right }: CellRange): string =>
  `${cellName(top, left)}:${cellName(bottom, right)}`;
