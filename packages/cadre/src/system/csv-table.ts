import { csvParseRows } from "d3-dsv";
import { CadreError } from "../error/cadre-error.ts";

/** The cells of a CSV file below its first line, each row with the line it stands in. */
export interface CsvTable {
  /** Number of the cell, from 0, by the name in the first line. */
  readonly columns: Readonly<Record<string, number>>;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/**
 * Reads a CSV file that has at least the given columns; `kind` names it in errors, whose column is the number of the
 * cell. A line with more or fewer cells than the first one is an error: 3,000 would otherwise be read as 3.
 */
export function csvTable(text: string, file: string, kind: string, needed: readonly string[]): CsvTable {
  const [header = [], ...lines] = csvParseRows(text.replace(/^\uFEFF/, ""));
  const columns = Object.fromEntries(header.map((name, i) => [name.trim(), i]));
  const missing = needed.find((name) => !Object.hasOwn(columns, name));
  if (missing !== undefined)
    throw new CadreError({
      code: "missing-column",
      file,
      line: 1,
      column: 1,
      message: `The table has no column "${missing}".`,
      value: header.join(",") || "(nothing)",
      rule: `A ${kind} has the columns ${needed.join(", ")}, parted by commas.`,
      fix: "Name the columns so in the first line.",
    });
  const rows = lines.flatMap((cells, i) => {
    if (cells.length === 1 && cells[0]!.trim() === "") return [];
    const line = i + 2;
    if (cells.length !== header.length)
      throw new CadreError({
        code: cells.length > header.length ? "too-many-cells" : "too-few-cells",
        file,
        line,
        column: Math.min(cells.length, header.length) + 1,
        message: `This line has ${cells.length} cells, and the first one has ${header.length} columns.`,
        value: cells.join(","),
        rule: "Numbers have no commas, and a text with a comma stands in quotes.",
        fix: "Write 3000, not 3,000; add what is missing, or remove what is too much.",
      });
    return [{ line, cells }];
  });
  return { columns, rows };
}
