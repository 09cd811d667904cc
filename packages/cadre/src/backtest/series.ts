import { checkText } from "../error/argument.ts";
import { CadreError, type Problem } from "../error/cadre-error.ts";
import { keys, list, NUMBER, TEXT } from "../error/shape.ts";
import { csvTable } from "../system/csv-table.ts";
import { decimalYear, monthsLater } from "../table/dates.ts";
import { parseNumber } from "../table/quantity.ts";

/** A figure that somebody counted, or the line of a population projection, and the day on which it was published. */
export interface Figure {
  /** Reference date of a stock, or the day on which the year of a flow or rate ends: `yyyy-mm-dd`. */
  readonly date: string;
  /** A pool or group of the system, the name of an area, or `population`. */
  readonly pool: string;
  readonly measure: string;
  readonly value: number;
  /** `yyyy-mm-dd`; nine months after `date` where the file leaves it empty. */
  readonly published: string;
  /** The edition: figures of two editions are never joined. */
  readonly vintage: string;
  readonly source: string;
  /** Line of the file it stands in. */
  readonly line: number;
}

/** The figures of one file. */
export interface Series {
  readonly file?: string;
  readonly figures: readonly Figure[];
}

/** The pool under which a series gives people by age: estimates, or a projection that was published before its dates. */
export const POPULATION = "population";

const COLUMNS = ["date", "pool", "measure", "value", "published", "vintage", "source"] as const;
type Column = (typeof COLUMNS)[number];

/**
 * Reads a series file, CSV with the columns `date,pool,measure,value,published,vintage,source`: what was counted of each
 * pool and measure, when it was published and in which edition. A value may be a percentage. Where `published` is empty a
 * figure counts as published nine months after its date. Further columns are left alone.
 *
 * Throws a `CadreError` that names line and column: for cells that cannot be read, a figure that stands twice, and a
 * counted figure that was published before its date. Method: docs/method/backtest.md.
 *
 * @example
 * ```ts
 * import { parseSeries } from "cadre/backtest";
 * const { figures } = parseSeries(`date,pool,measure,value,published,vintage,source
 * 2018-03-31,carers,leaving.rate,32.4%,2018-10-01,first,annual-report
 * 2019-03-31,carers,leaving.rate,33.3%,,first,annual-report
 * `);
 * figures[1].published; // 2019-12-31
 * ```
 */
export function parseSeries(text: string, options: { readonly file?: string } = {}): Series {
  checkText(text, options);
  const { file } = options;
  const { columns, rows } = csvTable(text, file ?? "series", "series", COLUMNS);
  const problems: Problem[] = [];
  const figures = rows.map(({ line, cells }): Figure => {
    const cell = (name: Column) => cells[columns[name]!]!.trim();
    const bad = (name: Column, rule: string, fix: string, message = `This is not a ${name}.`) =>
      problems.push({
        code: "bad-cell",
        file,
        line,
        column: columns[name]! + 1,
        message,
        value: cell(name) || "(nothing)",
        rule,
        fix,
      });
    const date = cell("date");
    if (!isDay(date)) bad("date", "A day as year-month-day.", "Write it like 2019-03-31.");
    for (const name of ["pool", "measure", "vintage", "source"] as const)
      if (cell(name) === "") bad(name, RULES[name], "Add it.", `The ${name} is missing.`);
    const number = parseNumber(cell("value"));
    if (number?.unit !== "" || !Number.isFinite(number.value))
      bad("value", "A number without spaces or commas, or a percentage.", "Write it like 33020 or 7.8%.");
    const given = cell("published");
    if (given !== "" && !isDay(given))
      bad("published", "A day as year-month-day, or nothing.", "Write it like 2019-10-01.");
    const published = given !== "" ? given : isDay(date) ? monthsLater(date, MONTHS_TO_PUBLISH) : "";
    if (isDay(date) && isDay(published) && published < date && cell("pool") !== POPULATION)
      bad(
        "published",
        `A figure that was counted is published after its date (${date}). Only a population may be projected.`,
        "Correct the day, or leave a forecast out: a series holds what was counted.",
        "This figure would have been published before it could be counted.",
      );
    const [pool, measure, vintage, source] = [cell("pool"), cell("measure"), cell("vintage"), cell("source")];
    return { date, pool, measure, value: number?.value ?? 0, published, vintage, source, line };
  });
  refuseTwice(figures, file, problems);
  const [first, ...others] = problems;
  if (first) throw new CadreError(first, others);
  return Object.freeze({
    ...(file !== undefined && { file }),
    figures: Object.freeze(figures.map((one) => Object.freeze(one))),
  });
}

/** Months from the end of a period to the day on which its figure counts as known, where nobody says. */
export const MONTHS_TO_PUBLISH = 9;

const RULES = {
  pool: "A pool or group of the system, the name of an area, or population.",
  measure: "A measure of the results, or leaving.rate.",
  vintage: "The edition a figure belongs to, such as first or revised-2018; editions are never joined.",
  source: "The id of the source.",
} as const;

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && decimalYear(text) !== undefined;

function refuseTwice(figures: readonly Figure[], file: string | undefined, problems: Problem[]): void {
  const seen = new Map<string, number>();
  for (const { date, pool, measure, vintage, line } of figures) {
    const key = [date, pool, measure, vintage].join(", ");
    const before = seen.get(key);
    if (before !== undefined)
      problems.push({
        code: "figure-twice",
        file,
        line,
        column: 1,
        message: `This figure is already in line ${before}.`,
        value: key,
        rule: "One line for each date, pool, measure and vintage.",
        fix: "Remove one of the two, or give each the vintage it belongs to.",
      });
    seen.set(key, line);
  }
}

/** What parsing a series gives. */
export const SERIES = keys({ figures: list(keys({ date: TEXT, pool: TEXT, measure: TEXT, value: NUMBER })) });
