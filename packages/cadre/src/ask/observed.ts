import { csvParseRows } from "d3-dsv";
import { CadreError, type Problem } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import { STOCK_MEASURES } from "../projection/measures.ts";
import type { Result } from "../projection/result.ts";
import { newMeasure, oldWordNote } from "../system/old-words.ts";
import { decimalYear, referenceDates } from "../table/dates.ts";
import { parseNumber } from "../table/quantity.ts";

/** A figure that somebody counted later: of a stock on a day, or of a flow over the year that ends on it. */
export interface Observation {
  /** `yyyy-mm-dd`. */
  readonly date: string;
  readonly pool: string;
  readonly measure: string;
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

/** An observed figure beside what a run projected. */
export interface ObservedAgainst {
  readonly date: string;
  readonly pool: string;
  readonly measure: string;
  readonly observed: number;
  readonly projected: number;
  /** Observed less projected. */
  readonly difference: number;
  /** Whether the figure lies in the interval, ends included; undefined without one, or where it has no width. */
  readonly inside?: boolean;
}

/** The 80% interval of a number of a result, such as an ensemble gives; undefined where it has none. */
export type IntervalOf = (query: {
  pool: string;
  measure: string;
  year: number;
}) => { readonly p10: number; readonly p90: number } | undefined;

const COLUMNS = ["date", "pool", "measure", "value"] as const;

/**
 * Reads figures that were counted after a projection was made, from the text of a CSV file with the columns `date` (as
 * 2021-03-31), `pool`, `measure` and `value`. A value may be a percentage. Further columns, such as a source, are left
 * alone. Throws a `CadreError` that names the line. Format: docs/guide/scenarios.md.
 *
 * @example
 * ```ts
 * import { parseObserved } from "cadre";
 * const { figures } = parseObserved("date,pool,measure,value\n2021-03-31,all,headcount,33020\n");
 * figures[0].value; // 33020
 * ```
 */
export function parseObserved(text: string, { file }: { file?: string } = {}): Observed {
  const [header = [], ...rows] = csvParseRows(text.replace(/^\uFEFF/, ""));
  const names = header.map((name) => name.trim());
  const at = Object.fromEntries(COLUMNS.map((name) => [name, names.indexOf(name)]));
  const problems: Problem[] = [];
  for (const name of COLUMNS)
    if (at[name]! < 0)
      problems.push({
        code: "missing-column",
        file,
        line: 1,
        column: 1,
        message: `The table has no column "${name}".`,
        value: header.join(",") || "(nothing)",
        rule: `A table of observed figures has the columns ${COLUMNS.join(", ")}.`,
        fix: "Name the columns so in the first line.",
        didYouMean: names.find((known) => suggest(name, [known]) !== undefined),
      });
  throwFirst(problems);
  const old = new Map<string, { is: string; places: readonly string[] }>();
  const figures = rows.flatMap((row, index): Observation[] => {
    if (row.length === 1 && row[0]!.trim() === "") return [];
    const line = index + 2;
    const cell = (name: (typeof COLUMNS)[number]) => row[at[name]!]?.trim() ?? "";
    const bad = (name: (typeof COLUMNS)[number], rule: string, fix: string) =>
      problems.push({
        code: "bad-cell",
        file,
        line,
        column: at[name]! + 1,
        message: `This is not a ${name}.`,
        value: cell(name) || "(nothing)",
        rule,
        fix,
      });
    const found = parseNumber(cell("value"));
    // "1,000" would otherwise be read as 1; empty cells at the end are commas too many, which harm nobody.
    if (row.slice(header.length).some((one) => one.trim() !== ""))
      problems.push({
        code: "too-many-cells",
        file,
        line,
        column: header.length + 1,
        message: "This line has more cells than the first one has columns.",
        value: row.join(","),
        rule: "Numbers have no commas, and a text with a comma stands in quotes.",
        fix: "Write 33020, not 33,020.",
      });
    if (!/^\d{4}-\d\d-\d\d$/.test(cell("date")) || decimalYear(cell("date")) === undefined)
      bad("date", "A day as year-month-day.", "Write it like 2021-03-31.");
    if (cell("pool") === "") bad("pool", "A pool's id, all, sector:…, employer:…, level:… or pipeline:….", "Add it.");
    if (cell("measure") === "") bad("measure", "A measure of the results.", "Write headcount, for example.");
    if (found?.unit !== "" || !Number.isFinite(found.value))
      bad("value", "A number without spaces or commas, or a percentage.", "Write it like 33020 or 7.8%.");
    const { value } = found ?? { value: 0 };
    if (cell("measure") === "vacancyRate" && Math.abs(value) > 1)
      bad(
        "value",
        `A vacancy rate is a share of posts, at most 100%; ${cell("value")} would be ${Number(`${value}e2`)}%.`,
        `Write ${cell("value")}% if that is meant.`,
      );
    const [was, is] = [cell("measure"), newMeasure(cell("measure"))];
    const place = `${file ? `${file}, ` : ""}line ${line}`;
    if (is !== undefined) old.set(was, { is, places: [...(old.get(was)?.places ?? []), place] });
    const measure = is ?? was;
    return [{ date: cell("date"), pool: cell("pool"), measure, value, line }];
  });
  throwFirst(problems);
  const key = ({ date, pool, measure }: Observation) => [date, pool, measure].join("|");
  const seen = new Map<string, number>();
  for (const figure of figures) {
    const before = seen.get(key(figure));
    if (before !== undefined)
      problems.push({
        code: "observed-twice",
        file,
        line: figure.line,
        column: 1,
        message: `This figure stands in line ${before} already.`,
        value: key(figure).replaceAll("|", ", "),
        rule: "One line for each date, pool and measure.",
        fix: "Remove one of the two.",
      });
    seen.set(key(figure), figure.line);
  }
  throwFirst(problems);
  const notes = [...old].map(([was, { is, places }]) => oldWordNote(was, is, places));
  return Object.freeze({ ...(file && { file }), figures: Object.freeze(figures), notes });
}

/**
 * Holds observed figures against a run, in the order of the table. A stock counted between two reference dates is set
 * against the straight line between them; a flow has to be of a whole model year, its date being the reference date on
 * which that year ends. `interval` says how wide the projection is, where that is known.
 *
 * Throws a `CadreError` that names the line when a figure has a pool, measure or date that the run has not.
 *
 * @example
 * ```ts
 * import { againstObserved, parseObserved, run } from "cadre";
 * import { readSystem } from "cadre/node";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * const observed = parseObserved("date,pool,measure,value\n2020-09-30,all,headcount,33500\n");
 * againstObserved(today, observed)[0].difference; // people more than projected for that day
 * ```
 */
export function againstObserved(result: Result, { figures, file }: Observed, interval?: IntervalOf): ObservedAgainst[] {
  return figures.map((figure) => {
    const { date, pool, measure, value: observed } = figure;
    const points = pointsOf(result, figure, file);
    const mix = (of: (year: number) => number) => points.reduce((sum, { year, share }) => sum + share * of(year), 0);
    const projected = mix((year) => result.at({ pool, measure, year }));
    const ranges = points.map(({ year }) => interval?.({ pool, measure, year }));
    const known = ranges.every((range) => range !== undefined);
    const end = (which: "p10" | "p90") =>
      ranges.reduce((sum, range, i) => sum + points[i]!.share * (range?.[which] ?? 0), 0);
    const [p10, p90] = [end("p10"), end("p90")];
    // What nothing uncertain bears on has no width, and every figure would lie outside.
    const wide = p90 - p10 > 1e-9 * Math.max(1, Math.abs(p90));
    return {
      date,
      pool,
      measure,
      observed,
      projected,
      difference: observed - projected,
      ...(known && wide && { inside: observed >= p10 && observed <= p90 }),
    };
  });
}

/** The reference dates that a figure lies at or between, with what each counts for. */
function pointsOf(result: Result, figure: Observation, file: string | undefined): { year: number; share: number }[] {
  const { date, pool, measure, line } = figure;
  const fail = (column: number, problem: Problem) => new CadreError({ file, line, column, ...problem });
  const years = [result.base, ...result.years];
  const { base, until } = result.data.resolved.system.calendar;
  const dates = referenceDates(base, until);
  const day = decimalYear(date) as number;
  // A pool or measure that is not there gets the result's own error, at the line of the table.
  try {
    result.at({ pool, measure, year: years[1]! });
  } catch (error) {
    if (!(error instanceof CadreError)) throw error;
    throw fail(1, { ...error, message: error.summary, file, line, column: 1 });
  }
  if ((STOCK_MEASURES as readonly string[]).includes(measure)) {
    const exact = dates.findIndex((known) => Math.abs(known - day) < 1e-9);
    if (exact >= 0) return [{ year: years[exact]!, share: 1 }];
    const after = dates.findIndex((known) => known > day);
    if (after <= 0)
      throw fail(1, {
        code: "date-outside",
        message: "This date is outside the projection.",
        value: date,
        rule: `From ${base} to ${until}.`,
        fix: "Remove the line, or project to a later date (calendar.until).",
      });
    const share = (day - dates[after - 1]!) / (dates[after]! - dates[after - 1]!);
    return [
      { year: years[after - 1]!, share: 1 - share },
      { year: years[after]!, share },
    ];
  }
  const year = years.find((_, i) => i > 0 && Math.abs(dates[i]! - day) < 1e-9);
  if (year === undefined)
    throw fail(1, {
      code: "not-a-model-year",
      message: `${measure} is counted over whole model years.`,
      value: date,
      rule: `A flow's date is the day on which its year ends: ${result.referenceDate}, ${years[1]} to ${years.at(-1)}.`,
      fix: "Give the figure of a year that ends then, or a stock such as headcount.",
    });
  return [{ year, share: 1 }];
}

function throwFirst([first, ...others]: readonly Problem[]): void {
  if (first) throw new CadreError(first, others);
}
