import { checkText } from "../error/argument.ts";
import { CadreError, type Problem } from "../error/cadre-error.ts";
import { isMeasure, MEASURE_NAMES, MEASURES, type Measure } from "../model/measures.ts";
import { badCell, csvTable } from "../system/csv-table.ts";
import { noMeasure } from "../system/measure-named.ts";
import { newMeasure, oldWordNote } from "../system/old-words.ts";
import { decimalYear } from "../table/dates.ts";
import { parseNumber } from "../table/quantity.ts";

/** A figure that somebody counted later: of a stock on a day, or of a flow over the year that ends on it. */
export interface Observation {
  /** `yyyy-mm-dd`. */
  readonly date: string;
  readonly pool: string;
  readonly measure: Measure;
  readonly value: number;
  /** Line of the table it stands in. */
  readonly line: number;
}

/** The figures of one table. */
export interface Observed {
  readonly file?: string;
  readonly figures: readonly Observation[];
  /** Words of the table that a later version will not know, one sentence each. */
  readonly notes: readonly string[];
}

const COLUMNS = ["date", "pool", "measure", "value"] as const;
type Column = (typeof COLUMNS)[number];

/**
 * Reads figures that were counted after a projection was made, from the text of a CSV file with the columns `date` (as
 * 2021-03-31), `pool`, `measure` and `value`. A value may be a percentage. Further columns, such as a source, are left
 * alone. Throws a `CadreError` that names the line. Format: docs/guide/scenarios.md.
 *
 * @example
 * ```ts
 * import { parseObserved } from "cadre/results";
 * const { figures } = parseObserved("date,pool,measure,value\n2021-03-31,all,headcount,33020\n");
 * figures[0].value; // 33020
 * ```
 */
export function parseObserved(text: string, options: { file?: string } = {}): Observed {
  checkText(text, options);
  const { file } = options;
  const table = csvTable(text, file ?? "observed figures", "table of observed figures", COLUMNS);
  const read = table.rows.map((row) => figureOf(row, table.columns, file));
  const problems = read.flatMap(({ problems }) => problems);
  throwFirst(problems.length > 0 ? problems : standingTwice(read, file));
  return Object.freeze({
    ...(file && { file }),
    figures: Object.freeze(read.flatMap(({ figure }) => (figure ? [figure] : []))),
    notes: oldMeasures(read, file),
  });
}

/** A line of the table: its figure, or what is wrong with it. */
interface ReadLine {
  readonly line: number;
  readonly figure?: Observation;
  /** The name its measure had in the version before, where it uses that. */
  readonly was?: string;
  readonly problems: readonly Problem[];
}

function figureOf(
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
  columns: Readonly<Record<Column, number>>,
  file: string | undefined,
): ReadLine {
  const problems: Problem[] = [];
  const cell = (name: Column) => cells[columns[name]]!.trim();
  const bad = (name: Column, rule: string, fix: string) =>
    problems.push(badCell({ file, line, column: columns[name] + 1 }, name, cell(name), rule, fix));
  const [date, pool, named] = [cell("date"), cell("pool"), cell("measure")];
  const found = parseNumber(cell("value"));
  const measure = newMeasure(named) ?? named;
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || decimalYear(date) === undefined)
    bad("date", "A day as year-month-day.", "Write it like 2021-03-31.");
  if (pool === "") bad("pool", "A pool's id, all, sector:…, employer:…, level:… or pipeline:….", "Add it.");
  if (named === "") bad("measure", "A measure of the results.", "Write headcount, for example.");
  else if (!isMeasure(measure))
    problems.push({ ...noMeasure(named, MEASURE_NAMES), file, line, column: columns.measure + 1 });
  if (found?.unit !== "" || !Number.isFinite(found.value))
    bad("value", "A number without spaces or commas, or a percentage.", "Write it like 33020 or 7.8%.");
  else if (isMeasure(measure) && MEASURES[measure].unit === "share" && Math.abs(found.value) > 1)
    bad(
      "value",
      `${MEASURES[measure].title} is a share, at most 100%; ${cell("value")} would be ${Number(`${found.value}e2`)}%.`,
      `Write ${cell("value")}% if that is meant.`,
    );
  if (problems.length > 0 || !found || !isMeasure(measure)) return { line, problems };
  const figure = { date, pool, measure, value: found.value, line };
  return { line, figure, problems, ...(measure !== named && { was: named }) };
}

/** Figures of one date, pool and measure after the first. */
function standingTwice(read: readonly ReadLine[], file: string | undefined): Problem[] {
  const seen = new Map<string, number>();
  return read.flatMap(({ line, figure }): Problem[] => {
    if (!figure) return [];
    const key = [figure.date, figure.pool, figure.measure].join(", ");
    const before = seen.get(key);
    seen.set(key, line);
    if (before === undefined) return [];
    return [
      {
        code: "observed-twice",
        ...{ file, line, column: 1 },
        message: `This figure is already in line ${before}.`,
        value: key,
        rule: "One line for each date, pool and measure.",
        fix: "Remove one of the two.",
      },
    ];
  });
}

/** What to say of names that the next version will not know. */
function oldMeasures(read: readonly ReadLine[], file: string | undefined): string[] {
  const old = new Map<string, { readonly is: string; readonly places: string[] }>();
  for (const { line, figure, was } of read) {
    if (!figure || was === undefined) continue;
    const { is, places } = old.get(was) ?? { is: figure.measure, places: [] };
    old.set(was, { is, places: [...places, `${file ? `${file}, ` : ""}line ${line}`] });
  }
  return [...old].map(([was, { is, places }]) => oldWordNote(was, is, places));
}

function throwFirst([first, ...others]: readonly Problem[]): void {
  if (first) throw new CadreError(first, others);
}
