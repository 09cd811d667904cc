import { csvParseRows } from "d3-dsv";
import { checkText } from "../error/argument.ts";
import { CadreError, type Problem } from "../error/cadre-error.ts";
import { tooLarge } from "./document-limits.ts";
import { otherSeparator, workbookInstead } from "./other-format.ts";

/** Population tables of a whole country by single age stay below this. */
export const LARGEST_TABLE = 50_000_000;

/** The cells of a CSV file below its first line, each row with the line it stands in. */
export interface CsvTable<Needed extends string> {
  /** Number of the cell, from 0, by the name in the first line: of the columns it has to have, and of any other. */
  readonly columns: Readonly<Record<Needed, number>> & Readonly<Record<string, number | undefined>>;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/**
 * Reads a CSV file that has at least the given columns; `kind` names it in errors, whose column is the number of the
 * cell. A line with more or fewer cells than the first one is an error: 3,000 would otherwise be read as 3.
 */
export function csvTable<const Needed extends string>(
  text: string,
  file: string,
  kind: string,
  needed: readonly Needed[],
): CsvTable<Needed> {
  checkText(text);
  if (text.length > LARGEST_TABLE) throw tooLarge(text.length, file, LARGEST_TABLE);
  const [header = [], ...lines] = csvParseRows(text.replace(/^\uFEFF/, ""));
  const columns: Record<string, number> = {};
  header.forEach((name, i) => {
    const known = name.trim();
    if (known !== "" && Object.hasOwn(columns, known))
      throw new CadreError({
        code: "column-twice",
        file,
        line: 1,
        column: i + 1,
        message: `Two columns are called "${known}".`,
        value: `columns ${columns[known]! + 1} and ${i + 1}`,
        rule: "Each column has its own name, so that it is clear which one is meant.",
        fix: "Rename or remove one of them.",
      });
    if (known !== "") columns[known] = i;
  });
  const missing = needed.find((name) => !Object.hasOwn(columns, name));
  const other = missing === undefined ? undefined : (workbookInstead(text) ?? otherSeparator(header));
  if (other) throw new CadreError({ file, line: 1, column: 1, ...other });
  if (missing !== undefined)
    throw new CadreError({
      code: "missing-column",
      file,
      line: 1,
      column: 1,
      message: `The table has no column "${missing}".`,
      value: header.join(",") || "(nothing)",
      rule: `A ${kind} has the columns ${needed.join(", ")}, separated by commas.`,
      fix: "Use these column names in the first line.",
    });
  const rows = lines.flatMap((cells, i) => {
    const line = i + 2;
    while (cells.length > header.length && cells[cells.length - 1]!.trim() === "") cells.pop();
    if (cells.length === 1 && cells[0]!.trim() === "") return [];
    if (cells.length !== header.length)
      throw new CadreError({
        code: cells.length > header.length ? "too-many-cells" : "too-few-cells",
        file,
        line,
        column: Math.min(cells.length, header.length) + 1,
        message: `This line has ${cells.length} cells, and the first one has ${header.length} columns.`,
        value: cells.join(","),
        rule: "Numbers have no commas, and a text with a comma is in quotes.",
        fix: "Write 3000, not 3,000. Add missing cells, or remove the ones that are too many.",
      });
    return [{ line, cells }];
  });
  return { columns: columns as CsvTable<Needed>["columns"], rows };
}

/** What is wrong with a cell that should hold a date, a number or a name. */
export const badCell = (
  place: { readonly file: string | undefined; readonly line: number; readonly column: number },
  name: string,
  value: string,
  rule: string,
  fix: string,
): Problem => ({
  code: "bad-cell",
  ...place,
  message: `This is not a ${name}.`,
  value: value || "(nothing)",
  rule,
  fix,
});
