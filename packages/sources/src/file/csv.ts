import { CadreError, type Place, type Problem } from "cadre";
import { csvParseRows } from "d3-dsv";
import { withoutMark } from "./mark.ts";

/** One record of a CSV file and the line of the file it starts on, counted from 1. */
export interface Line {
  readonly cells: readonly string[];
  readonly number: number;
}

/** A CSV file, or a sheet of a workbook, with its records, able to say where a cell stands. */
export interface Csv {
  readonly file: string;
  /** Records that hold something; blank ones are left out. */
  readonly lines: readonly Line[];
  /** Throws the one error of the library, with the line and column of a cell, or its name on its sheet. */
  fail(line: Line | undefined, field: number, problem: Omit<Problem, keyof Place>): never;
}

/** Splits the text of a CSV file into records. `file` is only for messages. */
export function openCsv(text: string, file: string): Csv {
  const plain = text.replace(/^\uFEFF/, "");
  refuseOtherFiles(plain, file);
  const lines: Line[] = [];
  eachLine(plain, ({ cells, number }) => lines.push({ cells: cells.map(withoutMark), number }));
  return {
    file,
    lines,
    fail(line, field, problem) {
      throw new CadreError({ file, ...(line ? positionOf(plain, line.number, field) : {}), ...problem });
    },
  };
}

/** Goes through the records of a CSV file that hold something, one at a time, without keeping them. */
export function eachLine(text: string, take: (line: Line) => void): void {
  let number = 1;
  csvParseRows(text.replace(/^\uFEFF/, ""), (cells) => {
    if (cells.some((cell) => cell.trim() !== "")) take({ cells, number });
    number += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
    return null;
  });
}

/** A workbook, or cells that no comma separates: what the file is stands in the error, not that a column is missing. */
function refuseOtherFiles(text: string, file: string): void {
  if (text.startsWith("PK\u0003\u0004") || text.startsWith("\u00d0\u00cf\u0011\u00e0"))
    throw new CadreError({
      code: "workbook",
      file,
      message: "This is a workbook that was read as text.",
      value: file,
      rule: "The readers take the text of a CSV file, or the bytes of a workbook.",
      fix: "Pass its bytes (a Uint8Array). readFile returns them if you give it no encoding.",
    });
  const rows = text.split(/\r\n|\r|\n/, LINES_LOOKED_AT);
  const commas = firstOfTable(rows, ",");
  for (const [sign, name] of [
    [";", "semicolons"],
    ["\t", "tabs"],
  ] as const) {
    const row = firstOfTable(rows, sign);
    // Of two signs that would do, the first row, which has the names of the columns, tells which one it is.
    if (row === undefined || (commas !== undefined && commas <= row)) continue;
    throw new CadreError({
      code: "other-separator",
      file,
      line: row + 1,
      column: rows[row]!.indexOf(sign) + 1,
      message: `The cells are separated by ${name}.`,
      value: rows[row]!.slice(0, 80),
      rule: "Cells are separated by commas, and decimals by points.",
      fix: "Save the sheet again as CSV with commas. Check for decimal commas: 1,5 must become 1.5.",
    });
  }
}

/** The first of the rows, most of those that hold something, that a sign cuts into equally many cells; undefined if there is none. */
function firstOfTable(rows: readonly string[], sign: string): number | undefined {
  const cells = rows.map((row) => row.split(sign).length);
  const filled = rows.filter((row) => row.trim() !== "").length;
  const first = cells.findIndex((count) => count > 1 && 2 * cells.filter((other) => other === count).length >= filled);
  return first < 0 ? undefined : first;
}

/** How far down the first row of cells is looked for. */
const LINES_LOOKED_AT = 20;

const breaksIn = (cell: string): number =>
  cell.includes("\n") || cell.includes("\r") ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0;

/** Line and column, counted from 1, of a field of the record that starts on the given line. */
function positionOf(text: string, start: number, field: number): { line: number; column: number } {
  const rows = text.split(/\r\n|\r|\n/);
  let line = start;
  let before = 0;
  let quoted = false;
  for (; line <= rows.length; line++) {
    const row = rows[line - 1]!;
    for (let i = 0; i <= row.length; i++) {
      if (before === field) return { line, column: i + 1 };
      if (row[i]! === '"') quoted = !quoted;
      else if (row[i]! === "," && !quoted) before++;
    }
    // A quoted cell may run over the end of its line; otherwise the record is at its end.
    if (!quoted) return { line, column: row.length + 1 };
  }
  return { line: start, column: 1 };
}
