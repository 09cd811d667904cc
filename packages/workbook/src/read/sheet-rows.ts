import { CadreError } from "cadre";
import { addressOf } from "../parts/address.ts";
import { checkContent } from "./check-content.ts";
import { openWorkbook } from "./read-workbook.ts";
import type { Sheet, Workbook } from "./sheet.ts";

/** Which sheet is wanted, and what the file is called in messages. */
export interface SheetOptions {
  /** By name; may be left out where only one of the sheets that show holds anything. */
  readonly sheet?: string | undefined;
  readonly file?: string | undefined;
}

/** A sheet and how to name its cells in messages. */
export interface SheetRows extends Sheet {
  /** `Staff!D7` for row 6 and column 3, both counted from 0: the `cell` of a `CadreError`. */
  addressOf(row: number, column: number): string;
}

/**
 * The rows of one sheet of a workbook, every cell as text, as if it had been saved as CSV without losing digits. A number
 * is `1234.5`, a percentage `34%`, a date `2019-03-31`, an empty cell `""`. Without a name it is the one sheet that shows
 * and holds something.
 *
 * Throws a `CadreError` when there are several such sheets, when the one named is not there, when a formula was never
 * calculated, and for all that `openWorkbook` refuses.
 *
 * @example
 * ```ts
 * import { sheetRows, writeXlsx } from "@cadre/workbook";
 * const bytes = writeXlsx({ title: "Staff", sheets: [{ name: "Staff", rows: [[{ value: "Role" }, { value: 0.8 }]] }] });
 * const staff = sheetRows(bytes);
 * staff.rows; // [["Role", "0.8"]]
 * staff.addressOf(0, 1); // "Staff!B1"
 * ```
 */
export function sheetRows(bytes: Uint8Array, options: SheetOptions = {}): SheetRows {
  checkContent(bytes, options, "bytes");
  const { sheet, file = "workbook.xlsx" } = options;
  const book = openWorkbook(bytes, file);
  const found = sheet === undefined ? onlySheet(book) : book.read(nameOf(book, sheet));
  return { ...found, addressOf: (row, column) => addressOf(found.name, row, column) };
}

function onlySheet(book: Workbook): Sheet {
  const shown = book.sheets.filter(({ hidden }) => !hidden);
  const filled = shown.map(({ name }) => book.read(name)).filter(({ rows }) => rows.length > 0);
  const [only, other] = filled;
  if (only && !other) return only;
  throw new CadreError({
    code: only ? "which-sheet" : "empty-workbook",
    file: book.file,
    message: only ? "This workbook has several sheets." : "This workbook has no sheet with anything on it.",
    value: (only ? filled : book.sheets).map(({ name }) => name).join(", "),
    rule: "One sheet is read at a time.",
    fix: only ? "Name the sheet that is meant." : "Use the workbook that holds the figures.",
  });
}

function nameOf(book: Workbook, wanted: string): string {
  const plain = (name: string): string => name.trim().toLowerCase();
  const names = book.sheets.map(({ name }) => name);
  const found = names.find((name) => name === wanted) ?? names.find((name) => plain(name) === plain(wanted));
  if (found !== undefined) return found;
  throw new CadreError({
    code: "unknown-sheet",
    file: book.file,
    message: `This workbook has no sheet "${wanted}".`,
    value: wanted,
    rule: `Its sheets are: ${names.join(", ")}.`,
    fix: "Name one of them.",
  });
}
