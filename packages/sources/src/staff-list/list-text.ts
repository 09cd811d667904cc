import { isWorkbook, sheetRows } from "@cadre/workbook";
import { csvFormatRows } from "d3-dsv";

/**
 * A staff list as the text of a CSV file: a CSV file in UTF-8 or in the older coding that Excel still writes, or a sheet of a
 * workbook. The rows of a sheet keep their numbers, so that a line of the text is a row of the sheet.
 */
export function listText(content: string | Uint8Array, file: string, sheet?: string): string {
  if (typeof content === "string") return content;
  if (!isWorkbook(content)) return decode(content);
  const { rows } = sheetRows(content, { file, sheet });
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return csvFormatRows(
    rows.map((cells) => Array.from({ length: width }, (_, i) => (cells[i] ?? "").replace(/[\r\n]+/g, " "))),
  );
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
