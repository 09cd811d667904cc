import { ANY_OBJECT, byName, checkArguments, list, plain, TEXT } from "../error/shape.ts";
import { withoutFormula } from "./no-formula.ts";
import { stacked, unequalColumns } from "./stacked.ts";

const CELL = plain("a text or a number", (cell) => cell === undefined || ["string", "number"].includes(typeof cell));

/** What stands in a cell of a CSV file; `undefined` leaves it empty. */
export type CsvCell = string | number | undefined;

/**
 * Rows as the text of a CSV file (RFC 4180), under a line of headings. A row is a record by heading, so every line has a
 * cell for each heading, whatever order the row names them in. Numbers keep every digit. Texts that a spreadsheet would
 * run as a formula are disarmed (`withoutFormula`). A number that is not finite is a `CadreError`: a reader would take
 * "NaN" for a name.
 *
 * @example
 * ```ts
 * import { csvText } from "cadre/tables";
 * csvText(["pool", "gap"], [{ gap: 12.5, pool: "Home care, day" }]); // 'pool,gap\n"Home care, day",12.5\n'
 * ```
 */
export function csvText<Heading extends string>(
  headings: readonly Heading[],
  rows: readonly Readonly<Record<Heading, CsvCell>>[],
): string {
  checkArguments({ headings, rows }, { headings: list(TEXT), rows: list(ANY_OBJECT) });
  return rowsCsv(
    headings,
    rows.map((row) => headings.map((heading) => row[heading])),
  );
}

/**
 * The same for tables kept as columns, such as `result.rows()`: their rows one after another under the names of the
 * columns. All tables have the same columns in the same order, and the columns of a table are equally long; otherwise it is
 * a `CadreError`. No tables at all make an empty text.
 *
 * @example
 * ```ts
 * import { columnsCsv } from "cadre/tables";
 * columnsCsv([{ year: [2024, 2025], gap: [1, 2] }]); // "year,gap\n2024,1\n2025,2\n"
 * ```
 */
export function columnsCsv<Heading extends string>(
  tables: readonly Readonly<Record<Heading, readonly CsvCell[]>>[],
): string {
  checkArguments({ tables }, { tables: list(byName(list(CELL))) });
  checkArguments({ tables }, { tables: list(byName(list(CELL))) });
  const columns = stacked(tables);
  if (columns.length === 0) return "";
  const headings = columns.map(({ name }) => name);
  const rows = columns[0]!.cells.map((_, row) => columns.map(({ cells }) => cells[row]));
  return rowsCsv(headings, rows);
}

/**
 * The same for rows whose cells stand in the order of the headings, such as the table of a chart, where two headings may be
 * alike. A row with more or fewer cells than there are headings is a `CadreError`.
 *
 * @example
 * ```ts
 * import { rowsCsv } from "cadre/tables";
 * rowsCsv(["Year", "Plan", "Plan"], [["2035", "1,234", "0"]]); // 'Year,Plan,Plan\n2035,"1,234",0\n'
 * ```
 */
export function rowsCsv(headings: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  checkArguments({ headings, rows }, { headings: list(TEXT), rows: list(list(CELL)) });
  for (const { length } of rows)
    if (length !== headings.length)
      throw unequalColumns(
        "A row has as many cells as there are headings.",
        `${length} cells under ${headings.length} headings`,
      );
  return [headings, ...rows].map((cells) => `${cells.map(cellText).join(",")}\n`).join("");
}

function cellText(cell: CsvCell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") {
    if (!Number.isFinite(cell)) throw unequalColumns("A CSV file holds numbers that are finite.", String(cell));
    return String(cell);
  }
  const text = withoutFormula(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
