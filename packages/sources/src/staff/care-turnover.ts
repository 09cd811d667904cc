import { type Figures, figuresFrom, type ReadOptions } from "../figures.ts";
import { badCell, textOf } from "../file/cell.ts";
import { chooseCodes, listOf } from "../file/choose.ts";
import type { Csv, Line } from "../file/csv.ts";
import type { Layout } from "../file/header.ts";
import { isWithheld, parseCount } from "../file/number.ts";
import { openFigures } from "../file/open-figures.ts";

/** How many of an area's adult social care staff left their employer in a financial year. */
export interface CareTurnover {
  readonly code: string;
  readonly area: string;
  /** The calendar year in which the financial year ends: 2019 for 2018-19. */
  readonly year: number;
  /** Leavers as a share of staff: 33.29% is 0.3329. Undefined where the publisher gives no figure. */
  readonly leaving: number | undefined;
  /** The same for the middle one of England's areas. */
  readonly england: number | undefined;
}

/** Which areas and years are wanted; everything of the file when left out. */
export interface CareTurnoverOptions extends ReadOptions {
  /** By name or code. */
  readonly areas?: readonly string[];
  /** Calendar years in which the financial years end. */
  readonly years?: readonly number[];
}

type Column = "year" | "code" | "area" | "leaving" | "england";

const layout: Layout<Column> = {
  title: "Adult social care turnover by area",
  columns: { year: ["financial_year"], code: ["la_code"], area: ["la_name"], leaving: ["turnover_pct"] },
  optional: { england: ["england_la_median_pct"] },
};

/** Rows that say how the areas of England spread stand under this code; they are of no area. */
const SPREAD = "ALL";

/**
 * Reads the turnover of adult social care staff by area and financial year, as the Office for Local Government gives
 * it: `financial_year, la_code, la_name, turnover_pct, england_la_median_pct`. Percentages become shares. A figure that
 * the publisher withholds is `undefined`, never zero; rows on the spread of all areas (code `ALL`) are left out.
 *
 * The publisher's word is turnover; a system file wants it as `leaving.rate` with `kind:
 * leavers-per-closing-headcount`, because it divides the leavers of a year by the staff at its end. Throws a `CadreError` with file,
 * line and column when a column is missing or renamed, a cell is no percentage, or an area or year asked for is not there.
 *
 * @example
 * ```ts
 * import { readCareTurnover } from "@cadre/sources";
 * const text = [
 *   "financial_year,la_code,la_name,turnover_pct,england_la_median_pct",
 *   "2017-18,E1,Northland,32.39,28.95",
 *   "2018-19,E1,Northland,,30.33",
 * ].join("\n");
 * readCareTurnover(text).rows[0].leaving; // 0.3239
 * readCareTurnover(text).rows[1].leaving; // undefined
 * ```
 */
export function readCareTurnover(
  content: string | Uint8Array,
  options: CareTurnoverOptions = {},
): Figures<CareTurnover> {
  const opened = openFigures<Column, Layout<Column>>(content, options, "care-turnover", [layout]);
  const { csv } = opened;
  const { field, line: names, body } = opened.header;
  const cell = (line: Line, column: Column): string => textOf(csv, names, line, field[column] as number);
  const lines = body.filter((line) => cell(line, "code") !== SPREAD);
  const known = new Map(lines.map((line) => [cell(line, "code"), cell(line, "area")]));
  const codes = chooseCodes(csv, { one: "area", many: "areas" }, known, options.areas);
  const share = (line: Line, column: "leaving" | "england"): number | undefined =>
    field[column] === undefined ? undefined : shareIn(csv, line, field[column], cell(line, column));
  const seen = new Set<string>();
  const all = lines
    .filter((line) => codes.has(cell(line, "code")))
    .map((line): CareTurnover => {
      const row = {
        code: cell(line, "code"),
        area: cell(line, "area"),
        year: yearIn(csv, line, field.year as number, cell(line, "year")),
        leaving: share(line, "leaving"),
        england: share(line, "england"),
      };
      if (seen.has(`${row.code}|${row.year}`)) failTwice(csv, line, field.leaving as number, row);
      seen.add(`${row.code}|${row.year}`);
      return row;
    });
  checkYears(csv, all, options.years);
  const rows = all.filter(({ year }) => options.years?.includes(year) ?? true);
  const source = { title: "Adult social care workforce turnover by area", publisher: "Office for Local Government" };
  return figuresFrom(rows, source, options, opened.notes);
}

function yearIn(csv: Csv, line: Line, field: number, text: string): number {
  const found = /^(\d{4})\s*[-/–]\s*(\d{2}|\d{4})$/.exec(text);
  const end = found ? Number(found[1]) + 1 : Number.NaN;
  if (found && end % 100 === Number(found[2]) % 100) return end;
  return badCell(csv, line, field, {
    what: "a financial year",
    value: text,
    rule: "A financial year names two years that follow each other.",
    fix: "Write it like 2018-19.",
  });
}

/** In per cent a year: in nine of ten areas of England more than 22% left in 2018-19 (the spread in the same publication). */
const LEAST_TURNOVER = 1;

function shareIn(csv: Csv, line: Line, field: number, text: string): number | undefined {
  if (isWithheld(text)) return undefined;
  const percent = parseCount(text.replace(/\s*%$/, ""));
  // More than everybody can leave in a year, but a hundred times as many means a misplaced point.
  // Moving the point in the text keeps 30.33% at 0.3033, which dividing would not.
  if (percent !== undefined && (percent === 0 || percent >= LEAST_TURNOVER) && percent < 1000)
    return Number(`${percent}e-2`);
  if (percent !== undefined && percent < LEAST_TURNOVER)
    return badCell(csv, line, field, {
      what: "a turnover of care staff",
      value: text,
      rule: `The column holds percentages, and fewer than ${LEAST_TURNOVER} in 100 leaving in a year is not known of any area.`,
      fix: `${text} looks like a share. Write ${Number(`${percent}e2`)} for ${Number(`${percent}e2`)}%.`,
    });
  return badCell(csv, line, field, {
    what: "a percentage",
    value: text,
    rule: "Turnover is a percentage, zero or more. The cell is empty if the figure is withheld.",
    fix: "Put the published percentage there, like 33.29.",
  });
}

/** Every area asked for has every year asked for. */
function checkYears(csv: Csv, rows: readonly CareTurnover[], wanted: readonly number[] | undefined): void {
  const yearsOf = new Map<string, number[]>();
  for (const { area, year } of rows) yearsOf.set(area, [...(yearsOf.get(area) ?? []), year]);
  for (const year of wanted ?? [])
    for (const [area, years] of yearsOf)
      if (!years.includes(year))
        csv.fail(undefined, 0, {
          code: "missing-year",
          message: `The file has no figure of ${area} for the financial year that ends in ${year}.`,
          path: "years",
          value: String(year),
          rule: `It has those that end in ${listOf([...years].sort((a, b) => a - b).map(String), 30)}.`,
          fix: "Ask for years of the file, or use the edition that has the year.",
        });
}

function failTwice(csv: Csv, line: Line, field: number, { area, year }: CareTurnover): never {
  return csv.fail(line, field, {
    code: "figure-twice",
    message: `${area} is in the file twice for the financial year that ends in ${year}.`,
    value: `${area}, ${year}`,
    rule: "Each area and year has one figure.",
    fix: "Leave out the row that does not belong there.",
  });
}
