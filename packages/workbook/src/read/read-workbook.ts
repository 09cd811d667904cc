import { CadreError } from "cadre";
import { openZip } from "../parts/zip.ts";
import { checkContent } from "./check-content.ts";
import type { Workbook } from "./sheet.ts";
import { openXlsx } from "./xlsx.ts";

/**
 * True where a file begins as a workbook does. XLSX is a zip file; older workbooks, and those with a password,
 * begin in a way of their own: `openWorkbook` says so.
 *
 * @example
 * ```ts
 * import { isWorkbook } from "@cadre/workbook";
 * isWorkbook(new TextEncoder().encode("year,people")); // false
 * ```
 */
export function isWorkbook(bytes: Uint8Array): boolean {
  checkContent(bytes, undefined, "bytes");
  return isZip(bytes) || isOldOffice(bytes);
}

const isZip = (bytes: Uint8Array): boolean => beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
const isOldOffice = (bytes: Uint8Array): boolean => beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
const beginsWith = (bytes: Uint8Array, first: readonly number[]): boolean =>
  first.every((byte, i) => bytes[i] === byte);

/**
 * Opens a workbook (XLSX) and names its sheets; each is read when it is asked for. Cells come as text: numbers with all
 * their digits, percentages with `%`, dates as `2019-03-31`, the results of formulas as they were last calculated. `file`
 * is only for messages. In Node and in a page.
 *
 * Throws a `CadreError` when the file is no workbook, is damaged, has a password or is of the older kind (.xls).
 *
 * @example
 * ```ts
 * import { openWorkbook, writeXlsx } from "@cadre/workbook";
 * const bytes = writeXlsx({ title: "Staff", sheets: [{ name: "Staff", rows: [[{ value: "People" }, { value: 12 }]] }] });
 * const book = openWorkbook(bytes, "staff.xlsx");
 * book.sheets; // [{ name: "Staff", hidden: false }]
 * book.read("Staff").rows; // [["People", "12"]]
 * ```
 */
export function openWorkbook(bytes: Uint8Array, file = "workbook.xlsx"): Workbook {
  checkContent(bytes, undefined, "bytes");
  if (!isZip(bytes)) throw otherFile(bytes, file);
  return openXlsx(openZip(bytes, file), file);
}

function otherFile(bytes: Uint8Array, file: string): CadreError {
  const old = isOldOffice(bytes);
  return new CadreError({
    code: "no-workbook",
    file,
    message: old
      ? "This workbook has a password, or is of the kind that Excel wrote before 2007 (.xls)."
      : "This file is not a workbook.",
    rule: "Cadre opens workbooks without a password, as XLSX.",
    fix: "Open it in Excel or LibreOffice, take the password off, and save it as XLSX.",
  });
}
