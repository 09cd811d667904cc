import { assumptionsOf } from "../base-year/inputs.ts";
import type { Input } from "../base-year/log.ts";
import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import type { PoolInfo, Resolved } from "../plan/resolved.ts";
import { kindOf } from "../scenario/kind.ts";
import type { ScenarioKind } from "../scenario/types.ts";
import { newMeasure } from "../system/old-words.ts";
import { type Axes, cellsOf } from "../table/axes.ts";
import { dayOf } from "../table/dates.ts";
import { type Group, groupsOf } from "./groups.ts";
import { isStock, MeasureColumns } from "./measure-columns.ts";
import { FLOW_MEASURES, type HazardKind, type Measure, PIPELINE_MEASURES, STOCK_MEASURES } from "./measures.ts";
import type { Projection } from "./projection.ts";
import { type Columns, longRows } from "./rows.ts";
import { shortfalls } from "./shortfalls.ts";
import { leaversByCell } from "./tally.ts";

/** Everything a result is made of, as plain data that a worker can post to a page; `openResult` opens it again. */
export interface ResultData {
  readonly resolved: Resolved;
  readonly projection: Projection;
}

/** A source that a result rests on. */
export interface ResultSource {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly published?: string;
}

/** The projection of one scenario: what to expect of every pool at every reference date. */
export interface Result {
  /** The scenario's id and title; `do-nothing` when none was given. */
  readonly id: string;
  readonly title: string;
  /** Whether the scenario is a plan, a risk or a what-if. */
  readonly kind: ScenarioKind;
  readonly system: { readonly id: string; readonly title: string; readonly place: string };
  /** Year of the base date. */
  readonly base: number;
  /** Model years by the calendar year in which they end. */
  readonly years: readonly number[];
  /** The last model year. */
  readonly last: number;
  /** Day on which stocks are counted, such as `31 March`. */
  readonly referenceDate: string;
  readonly axes: Axes;
  readonly pools: readonly PoolInfo[];
  /** Every pool, then `all`, each `sector:…`, `employer:…` and `level:…`, and each `pipeline:…`. */
  readonly groups: readonly Group[];
  readonly measures: readonly Measure[];
  readonly sources: readonly ResultSource[];
  /** Every number and default the run rests on. */
  readonly assumptions: readonly Input[];
  readonly warnings: readonly string[];
  /** One number: `pool` defaults to `all`. Stocks are at the reference date in `year`, flows over the year ending then. */
  at(query: { pool?: string; measure: string; year: number }): number;
  /** One measure over the years: stocks from the base year on, flows from the year after. */
  series(query: { pool?: string; measure: string }): { year: number; value: number }[];
  /** Heads by (sex, age, tenure), row-major, at the reference date in `year`. */
  stock(query: { pool?: string; year: number }): Float64Array;
  /** Heads that leave by one cause over the year ending in `year`, by (sex, age, tenure), row-major. */
  leaversBy(query: { pool?: string; cause: HazardKind; year: number }): Float64Array;
  /** All numbers in long form, as columns of equal length. */
  rows(): Columns;
  /** The plain data, for posting to another thread. */
  readonly data: ResultData;
}

/**
 * Opens a result from its plain data, as after posting it from a worker, and returns it as `run` does.
 *
 * @example
 * ```ts
 * import { openResult, run } from "cadre";
 * import { readSystem } from "cadre/node";
 * const { data } = run(await readSystem("scenarios/cumbria/system.yaml"));
 * openResult(structuredClone(data)).at({ measure: "headcount", year: 2019 }); // 33452
 * ```
 */
export function openResult(data: ResultData): Result {
  const { resolved, projection } = data;
  const { system, years, base } = resolved;
  const columns = new MeasureColumns(resolved, projection);
  const groups = groupsOf(resolved);
  const pools = resolved.pools.length;
  const cells = cellsOf(system.axes);
  const measures = [...new Set([...STOCK_MEASURES, ...FLOW_MEASURES, ...PIPELINE_MEASURES])];

  const find = (pool = "all"): Group => {
    const group = groups.find(({ id }) => id === pool);
    return (
      group ??
      unknown(
        "pool",
        pool,
        groups.map(({ id }) => id),
      )
    );
  };
  const yearAt = (year: number, stock: boolean): number => {
    const index = year - base - (stock ? 0 : 1);
    const known = stock ? [base, ...years] : years;
    return Number.isInteger(index) && index >= 0 && index < known.length
      ? index
      : unknown("year", String(year), known.map(String));
  };
  const known = new Map<string, Float64Array>();
  const column = (group: Group, measure: Measure): Float64Array => {
    const name = `${group.id} ${measure}`;
    const found = known.get(name) ?? columns.of(group, measure);
    known.set(name, found);
    return found;
  };
  const measureOf = (measure: string): Measure =>
    (measures as readonly string[]).includes(measure) ? (measure as Measure) : unknown("measure", measure, measures);

  return Object.freeze({
    id: resolved.scenario.id,
    title: resolved.scenario.title,
    kind: kindOf(resolved.scenario),
    system: { id: system.id, title: system.title, place: system.place },
    base,
    years,
    last: base + years.length,
    referenceDate: dayOf(system.calendar.base),
    axes: system.axes,
    pools: resolved.pools,
    groups,
    measures,
    sources: Object.entries(system.sources).map(([id, { title, publisher, published }]) => ({
      id,
      title,
      ...(publisher && { publisher }),
      ...(published !== undefined && { published: String(published) }),
    })),
    assumptions: assumptionsOf(system),
    warnings: [...resolved.warnings, ...shortfalls(resolved, projection)],
    at: ({ pool, measure, year }: { pool?: string; measure: string; year: number }) => {
      const asked = measureOf(measure);
      return column(find(pool), asked)[yearAt(year, isStock(asked))]!;
    },
    series: ({ pool, measure }: { pool?: string; measure: string }) => {
      const [group, asked] = [find(pool), measureOf(measure)];
      const values = column(group, asked);
      return (isStock(asked) ? [base, ...years] : years).map((year, row) => ({ year, value: values[row]! }));
    },
    stock: ({ pool, year }: { pool?: string; year: number }) => {
      const [group, date] = [find(pool), yearAt(year, true)];
      const out = new Float64Array(cells);
      for (const p of group.pools)
        for (let c = 0; c < cells; c++) out[c]! += projection.stock[(date * pools + p) * cells + c]!;
      return out;
    },
    leaversBy: ({ pool, cause, year }: { pool?: string; cause: HazardKind; year: number }) => {
      const [group, y] = [find(pool), yearAt(year, false)];
      const out = new Float64Array(cells);
      for (const p of group.pools) {
        const part = leaversByCell(resolved, projection, p, cause, y);
        for (let c = 0; c < cells; c++) out[c]! += part[c]!;
      }
      return out;
    },
    rows: () =>
      longRows(resolved.scenario.id, groups, base, years, (group, measure, row) => column(group, measure)[row]!),
    data,
  });
}

function unknown(what: string, name: string, known: readonly string[]): never {
  throw new CadreError({
    code: `unknown-${what}`,
    message: `This result has no ${what} "${name}".`,
    value: name,
    rule: `Known: ${known.slice(0, 24).join(", ")}.`,
    fix: `Ask for a ${what} that is there.`,
    didYouMean: newMeasure(name) ?? suggest(name, known),
  });
}
