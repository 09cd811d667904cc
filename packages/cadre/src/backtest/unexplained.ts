import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, NUMBER, only, optional, TEXT } from "../error/shape.ts";
import { decimalYear } from "../table/dates.ts";
import { type Figure, SERIES, type Series } from "./series.ts";

/** What a stock gained between two counts, beyond those who were counted as joining and leaving. */
export interface UnexplainedChange {
  /** The days of the two counts, `yyyy-mm-dd`. */
  readonly from: string;
  readonly until: string;
  /** Heads at both. */
  readonly opening: number;
  readonly closing: number;
  /** Heads who were counted as joining and leaving in the years between. */
  readonly joiners: number;
  readonly leavers: number;
  /** closing − opening − joiners + leavers: joiners whom nobody counted; below zero, leavers. */
  readonly unexplained: number;
  /** Their share of all joiners, counted or not: `recruitment.unexplained` of a pool. */
  readonly share: number;
}

/**
 * Joiners whom nobody counted: how far the stocks and flows of a pool do not close. For each two neighbouring counts of staff
 * with the joiners and leavers of every year between, it gives what the stock gained beyond them. Counts are heads
 * (`headcount`), or FTE (`supply`) over `fte`, full-time equivalents a head.
 *
 * Empty where no two counts have all flows between them. Throws a `CadreError` for an `fte` that is not above zero, and where a
 * pool is counted in FTE and none is given. Method: docs/method/backtest.md#stocks-and-flows-that-do-not-close.
 *
 * @example
 * ```ts
 * import { parseSeries, unexplainedJoiners } from "cadre/backtest";
 * const series = parseSeries(`date,pool,measure,value,published,vintage,source
 * 2017-03-31,carers,headcount,500,,first,payroll
 * 2018-03-31,carers,headcount,510,,first,payroll
 * 2018-03-31,carers,joiners,90,,first,payroll
 * 2018-03-31,carers,leavers,95,,first,payroll
 * `);
 * unexplainedJoiners(series, { pool: "carers" })[0].unexplained; // 15
 * ```
 */
export function unexplainedJoiners(
  series: Series,
  of: { readonly pool: string; readonly fte?: number },
): readonly UnexplainedChange[] {
  checkArguments({ series, of }, { series: SERIES, of: only({ pool: TEXT, fte: optional(NUMBER) }) });
  const figuresOf = (measure: string) =>
    series.figures
      .filter((one) => one.pool === of.pool && one.measure === measure)
      .sort((a, b) => a.date.localeCompare(b.date));
  const heads = figuresOf("headcount");
  const counts = heads.length > 1 ? heads : figuresOf("supply");
  const perHead = counts === heads ? 1 : of.fte;
  if (counts.length > 1 && !(perHead !== undefined && perHead > 0)) throw noFte(of.pool, perHead);
  return counts.slice(1).flatMap((last, i): UnexplainedChange[] => {
    const first = counts[i]!;
    if (first.vintage !== last.vintage) return [];
    const flows = [figuresOf("joiners"), figuresOf("leavers")].map((all) => flowBetween(all, first.date, last.date));
    const [joiners, leavers] = flows;
    if (joiners === undefined || leavers === undefined) return [];
    const [opening, closing] = [first.value / (perHead ?? 1), last.value / (perHead ?? 1)];
    const unexplained = closing - opening - joiners + leavers;
    const share = unexplained / (joiners + unexplained);
    return [{ from: first.date, until: last.date, opening, closing, joiners, leavers, unexplained, share }];
  });
}

/** The flows of whole years between two days, where every year was counted. */
function flowBetween(flows: readonly Figure[], from: string, until: string): number | undefined {
  const years = Math.round((decimalYear(until) as number) - (decimalYear(from) as number));
  if (years < 1 || from.slice(4) !== until.slice(4)) return undefined;
  const counted = Array.from({ length: years }, (_, y) => {
    const day = `${Number(from.slice(0, 4)) + y + 1}${from.slice(4)}`;
    return flows.find(({ date }) => date === day)?.value;
  });
  return counted.reduce<number | undefined>(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0,
  );
}

const noFte = (pool: string, fte: number | undefined): CadreError =>
  new CadreError({
    code: "no-fte",
    path: "of.fte",
    message: `The staff of "${pool}" are counted in full-time equivalents, and their flows in people.`,
    value: fte === undefined ? "(nothing)" : String(fte),
    rule: "Full-time equivalents a head, above zero, such as 0.88.",
    fix: "Give fte, or a headcount in the series.",
  });
