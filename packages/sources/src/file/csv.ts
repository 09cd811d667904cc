import { CadreError, type Problem } from "cadre";
import { csvParseRows } from "d3-dsv";

/** One record of a CSV file and the line of the file it starts on, counted from 1. */
export interface Line {
  readonly cells: readonly string[];
  readonly number: number;
}

/** A CSV file with its records, able to say where in the text a cell stands. */
export interface Csv {
  readonly file: string;
  /** Records that hold something; blank ones are left out. */
  readonly lines: readonly Line[];
  /** Throws the one error of the library, with the line and column of a cell. */
  fail(line: Line | undefined, field: number, problem: Omit<Problem, "file" | "line" | "column">): never;
}

/** Splits the text of a CSV file into records. `file` is only for messages. */
export function openCsv(text: string, file: string): Csv {
  const plain = text.replace(/^\uFEFF/, "");
  let number = 1;
  const lines: Line[] = [];
  for (const cells of csvParseRows(plain)) {
    if (cells.some((cell) => cell.trim() !== "")) lines.push({ cells, number });
    number += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
  }
  return {
    file,
    lines,
    fail(line, field, problem) {
      throw new CadreError({ file, ...(line ? positionOf(plain, line.number, field) : {}), ...problem });
    },
  };
}

const breaksIn = (cell: string): number => cell.match(/\r\n|\r|\n/g)?.length ?? 0;

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
