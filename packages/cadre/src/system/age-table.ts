import { CadreError } from "../error/cadre-error.ts";
import { NUMBER_RULES } from "../model/rules.ts";
import { parseBand } from "../table/band.ts";
import { parseNumber } from "../table/quantity.ts";
import { type CsvTable, csvTable } from "./csv-table.ts";

/** A table by sex and age, women first. */
export interface AgeTable {
  readonly file: string;
  readonly columns: CsvTable<"age">["columns"];
  readonly rows: readonly { line: number; sex: number; age: number; cells: readonly string[] }[];
}

/** Words for the sexes, women first. */
export const SEX_WORDS: ReadonlyMap<string, number> = new Map([
  ...["female", "women", "f"].map((word) => [word, 0] as const),
  ...["male", "men", "m"].map((word) => [word, 1] as const),
]);

/** Reads a table by age, and by sex where it differs. */
export function ageTable({ file, text }: { readonly file: string; readonly text: string }): AgeTable {
  const { columns, rows: lines } = csvTable(text, file, "table by age, and by sex where it differs,", ["age"]);
  const fail = (line: number, column: number, message: string, value: string, rule: string, fix: string): never => {
    throw new CadreError({ code: "bad-table", file, line, column, message, value, rule, fix });
  };
  const seen = new Map<string, number>();
  const rows = lines.map(({ line, cells }) => {
    const named = columns.sex === undefined ? "female" : cells[columns.sex]!.trim().toLowerCase();
    const sex = SEX_WORDS.get(named);
    if (sex === undefined)
      return fail(
        line,
        (columns.sex ?? 0) + 1,
        "This is not a sex the projection knows.",
        named,
        "female or male.",
        "Write female or male.",
      );
    const age = cells[columns.age]!;
    const band = parseBand(age);
    if (!band)
      return fail(
        line,
        columns.age + 1,
        "This is not an age.",
        age || "(nothing)",
        "An age, a group or an open group.",
        "Write it like 42, 40-44 or 90+.",
      );
    const before = seen.get(`${sex}|${band.from}`);
    if (before !== undefined)
      fail(
        line,
        columns.age + 1,
        `This age is already in line ${before}.`,
        cells.join(","),
        "One line for each sex and age.",
        "Remove one of the two.",
      );
    seen.set(`${sex}|${band.from}`, line);
    return { line, sex, age: band.from, cells };
  });
  return { file, columns, rows: rows.sort((a, b) => a.sex - b.sex || a.age - b.age) };
}

/** One column by (sex, age), women first; every sex has the same ages, from birth on in steps of `interval`. */
export function bySexAge(
  { file, columns, rows }: AgeTable,
  column: string,
  { interval, least = 0 }: { interval?: number; least?: number } = {},
): { values: Float64Array; sexes: number; ages: number } {
  const fail = (line: number, message: string, value: string, rule: string, fix: string): never => {
    throw new CadreError({
      code: "bad-table",
      file,
      line,
      column: (columns[column] ?? 0) + 1,
      message,
      value,
      rule,
      fix,
    });
  };
  if (!Object.hasOwn(columns, column))
    fail(
      1,
      `The table has no column "${column}".`,
      Object.keys(columns).join(","),
      `A column ${column}.`,
      "Name the columns in the first line.",
    );
  const values = Float64Array.from(rows, ({ line, cells }) => {
    const read = parseNumber(cells[columns[column]!]!);
    if (!read || read.unit || read.percent || read.value < least || Math.abs(read.value) > NUMBER_RULES.PEOPLE.max)
      return fail(
        line,
        "This number is not possible here.",
        cells[columns[column]!] || "(nothing)",
        `A number${least === 0 ? " from 0 to 1e12" : ", at most 1e12,"} in ${column}.`,
        "Correct the cell.",
      );
    return read.value;
  });
  const sexes = new Set(rows.map(({ sex }) => sex)).size;
  const ages = values.length / sexes;
  if (!Number.isInteger(ages) || rows.some(({ age }, i) => age !== rows[i % ages]!.age))
    fail(
      1,
      "Women and men do not have the same ages here.",
      `${values.length} rows, ${sexes} sexes`,
      "Each sex has a row for each age.",
      "Add the missing rows.",
    );
  const skipped = interval === undefined ? undefined : rows.find(({ age }, i) => age !== (i % ages) * interval);
  if (skipped && interval !== undefined) {
    const wanted = (rows.indexOf(skipped) % ages) * interval;
    fail(
      skipped.line,
      `There is no row for age ${wanted} before this one.`,
      String(skipped.age),
      `Every age from birth on, in steps of ${interval} (population.projection.interval).`,
      "Add the row, or correct the interval.",
    );
  }
  return { values, sexes, ages };
}

/** The value of the last age of each sex. */
export const lastOfEach = ({ values, sexes, ages }: { values: Float64Array; sexes: number; ages: number }): number[] =>
  Array.from({ length: sexes }, (_, s) => values[(s + 1) * ages - 1]!);
