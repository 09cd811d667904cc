import { type Csv, type Line, openCsv } from "../file/csv.ts";
import { plainWord } from "../file/nearest.ts";
import { FIELDS, STAFF_FIELDS } from "./fields.ts";

/** The header of a staff list, and the rows below it. */
export interface Sheet {
  readonly header: Line;
  readonly names: readonly string[];
  readonly rows: readonly Line[];
}

/** Enough of the text to hold titles and a header. */
const HEAD = 65_536;

/** The header alone, of a list whose rows are read one at a time. */
export const openHeader = (text: string, file: string): Omit<Sheet, "rows"> & { readonly csv: Csv } => {
  const csv = openCsv(text.slice(0, HEAD), file);
  return { ...openSheet(csv), csv };
};

/** Titles above a header are few. */
const LINES_ABOVE = 12;

const known = new Set(STAFF_FIELDS.flatMap((field) => FIELDS[field].names.flat().map(plainWord)));

/** Finds the header: of the first lines the one with the most names that are known. */
export function openSheet(csv: Csv): Sheet {
  const score = (line: Line): number => line.cells.filter((cell) => known.has(plainWord(cell))).length;
  const above = csv.lines.slice(0, LINES_ABOVE);
  const header = above.reduce<Line | undefined>(
    (best, line) => (best === undefined || score(line) > score(best) ? line : best),
    undefined,
  );
  if (!header || csv.lines.at(-1) === header)
    return csv.fail(header, 0, {
      code: "no-rows",
      message: header ? "There is nothing below the header." : "The file is empty.",
      rule: "A staff list has a header and a row for each person or assignment.",
      fix: "Export the list again.",
    });
  const names = header.cells.map((cell) => cell.trim());
  return { header, names, rows: csv.lines.slice(csv.lines.indexOf(header) + 1) };
}
