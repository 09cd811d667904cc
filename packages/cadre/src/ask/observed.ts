import type { Observation, Observed } from "../against/observed-file.ts";
import { RESULT } from "../error/argument.ts";
import { CadreError, type Problem } from "../error/cadre-error.ts";
import { checkArguments, FUNCTION, keys, list, NUMBER, optional, TEXT } from "../error/shape.ts";
import { isStock, type Measure } from "../model/measures.ts";
import type { Result } from "../projection/result.ts";
import { decimalYear, referenceDates } from "../table/dates.ts";
import { difference } from "../table/ratio.ts";

const OBSERVED = keys({
  figures: list(keys({ date: TEXT, pool: TEXT, measure: TEXT, value: NUMBER })),
  file: optional(TEXT),
});

/** An observed figure beside what a run projected. */
export interface ObservedAgainst {
  readonly date: string;
  readonly pool: string;
  readonly measure: Measure;
  readonly observed: number;
  /** Undefined where it cannot be worked out. */
  readonly projected: number | undefined;
  /** Observed less projected. */
  readonly difference: number | undefined;
  /** Whether the figure lies in the interval, ends included; undefined without one, or where it has no width. */
  readonly inside?: boolean;
}

/** The 80% interval of a number of a result, such as an ensemble gives; undefined where it has none. */
export type IntervalOf = (query: {
  pool: string;
  measure: Measure;
  year: number;
}) => { readonly p10: number | undefined; readonly p90: number | undefined } | undefined;

/**
 * Holds observed figures against a run, in the order of the table. A stock counted between two reference dates is set
 * against the straight line between them; a flow has to be of a whole model year, its date being the reference date on
 * which that year ends. `interval` says how wide the projection is, where that is known.
 *
 * Throws a `CadreError` that names the line when a figure has a pool, measure or date that the run has not.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { againstObserved, parseObserved } from "cadre/results";
 * import { readSystem } from "cadre/node";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * const observed = parseObserved("date,pool,measure,value\n2020-09-30,all,headcount,33500\n");
 * againstObserved(today, observed)[0].difference; // people more than projected for that day
 * ```
 */
export function againstObserved(result: Result, observed: Observed, interval?: IntervalOf): ObservedAgainst[] {
  checkArguments({ result, observed, interval }, { result: RESULT, observed: OBSERVED, interval: optional(FUNCTION) });
  const { figures, file } = observed;
  return figures.map((figure) => {
    const { date, pool, measure, value: counted } = figure;
    const points = pointsOf(result, figure, file);
    const projected = mixOf(points, (year) => result.at({ pool, measure, year }));
    const range = (end: "p10" | "p90") => mixOf(points, (year) => interval?.({ pool, measure, year })?.[end]);
    const [p10, p90] = [range("p10"), range("p90")];
    // What nothing uncertain bears on has no width, and every figure would lie outside.
    const wide = p10 !== undefined && p90 !== undefined && p90 - p10 > 1e-9 * Math.max(1, Math.abs(p90));
    return {
      date,
      pool,
      measure,
      observed: counted,
      projected,
      difference: difference(counted, projected),
      ...(wide && { inside: counted >= p10 && counted <= p90 }),
    };
  });
}

/** A reference date, and what it counts for. */
interface Point {
  readonly year: number;
  readonly share: number;
}

/** Numbers at reference dates, each as much as it counts for; undefined where one of them is not there. */
function mixOf(points: readonly Point[], of: (year: number) => number | undefined): number | undefined {
  let sum = 0;
  for (const { year, share } of points) {
    const value = of(year);
    if (value === undefined) return undefined;
    sum += share * value;
  }
  return sum;
}

/** The reference dates that a figure lies at or between, with what each counts for. */
function pointsOf(result: Result, figure: Observation, file: string | undefined): Point[] {
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
  if (isStock(measure)) {
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
