import type { Csv, Line } from "./csv.ts";
import { parseCount } from "./number.ts";

/** The text of a field; a record shorter than its header ends early, which is an error of its own. */
export function textOf(csv: Csv, header: Line, line: Line, field: number): string {
  const text = line.cells[field];
  if (text !== undefined) return text.trim();
  return csv.fail(line, line.cells.length, {
    code: "short-row",
    message: `The row ends before the column "${header.cells[field]}".`,
    value: line.cells.join(",").slice(0, 200),
    rule: `Every row below the header has ${header.cells.length} cells.`,
    fix: "Delete notes below the table, or download the file again if it was cut off.",
  });
}

/** The count in a field; anything else is an error that says what stands there. */
export function countOf(csv: Csv, header: Line, line: Line, field: number, what: string): number {
  const text = textOf(csv, header, line, field);
  const count = parseCount(text);
  if (count !== undefined) return count;
  return badCell(csv, line, field, {
    what: `a number of ${what}`,
    value: text,
    rule: `Every cell of the column "${header.cells[field]}" is a count, zero or more.`,
    fix: "Put the published figure there. A figure that the publisher withholds has to be estimated, or its row left out.",
  });
}

/** The error for a cell that says something else than its column promises. */
export function badCell(
  csv: Csv,
  line: Line,
  field: number,
  found: { what: string; value: string; rule: string; fix: string; didYouMean?: string },
): never {
  const { what, value, ...rest } = found;
  return csv.fail(line, field, {
    code: "bad-cell",
    message: `This is not ${what}.`,
    value: value === "" ? "(nothing)" : value,
    ...rest,
  });
}
