import { assumptionsOf } from "../base-year/inputs.ts";
import type { Input } from "../base-year/log.ts";
import { checkResult, NUMBER_ASKED, SERIES_ASKED } from "../error/argument.ts";
import { checkArgument } from "../error/shape.ts";
import { type AgeMeasure, MEASURE_NAMES, type Measure, type ValueOf } from "../model/measures.ts";
import type { UnitWords } from "../model/units.ts";
import type { PoolInfo } from "../plan/resolved.ts";
import { kindOf } from "../scenario/kind.ts";
import type { ScenarioKind } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import type { Axes } from "../table/axes.ts";
import { dayOf } from "../table/dates.ts";
import { Figures } from "./figures.ts";
import type { Group } from "./groups.ts";
import { responseLimits } from "./response-limits.ts";
import type { ResultData } from "./result-data.ts";
import { type Columns, longRows } from "./rows.ts";
import { shortfalls } from "./shortfalls.ts";

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
  readonly system: Pick<System, "id" | "title" | "place" | "tested">;
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
  /**
   * One number: `pool` defaults to `all`. Stocks are at the reference date in `year`, flows over the year ending then. A
   * ratio is `undefined` where it cannot be worked out, as a vacancy rate without posts.
   */
  at<M extends Measure>(query: { pool?: string; measure: M; year: number }): ValueOf<M>;
  /** One measure over the years: stocks from the base year on, flows from the year after. */
  series<M extends Measure>(query: { pool?: string; measure: M }): { year: number; value: ValueOf<M> }[];
  /**
   * Heads by (sex, age, tenure), row-major: `headcount` at the reference date in `year`, leavers of a cause over the year
   * ending then.
   */
  cells(query: { pool?: string; measure: AgeMeasure; year: number }): Float64Array;
  /** The unit of a measure: of a group, that of its pools; `pool` defaults to `all`. */
  unit(query: { pool?: string; measure: Measure }): UnitWords;
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
 * import { run } from "cadre";
 * import { openResult } from "cadre/results";
 * import { readSystem } from "cadre/node";
 * const { data } = run(await readSystem("scenarios/cumbria/system.yaml"));
 * openResult(structuredClone(data)).at({ measure: "headcount", year: 2019 }); // 33452
 * ```
 */
export function openResult(data: ResultData): Result {
  checkResult({ data });
  const { resolved, projection } = data;
  const { system, years, base, scenario } = resolved;
  const figures = new Figures(data);
  return Object.freeze({
    id: scenario.id,
    title: scenario.title,
    kind: kindOf(scenario),
    system: { id: system.id, title: system.title, place: system.place, tested: system.tested },
    base,
    years,
    last: base + years.length,
    referenceDate: dayOf(system.calendar.base),
    axes: system.axes,
    pools: resolved.pools,
    groups: figures.groups,
    measures: MEASURE_NAMES,
    sources: sourcesOf(system),
    assumptions: assumptionsOf(system),
    warnings: [...resolved.warnings, ...shortfalls(resolved, projection), ...responseLimits(resolved, projection)],
    at: <M extends Measure>(query: { pool?: string; measure: M; year: number }) => {
      checkArgument("query", query, NUMBER_ASKED);
      const { pool = "all", measure, year } = query;
      return figures.at(pool, measure, year) as ValueOf<M>;
    },
    series: <M extends Measure>(query: { pool?: string; measure: M }) => {
      checkArgument("query", query, SERIES_ASKED);
      const { pool = "all", measure } = query;
      return figures.series(pool, measure) as { year: number; value: ValueOf<M> }[];
    },
    cells: (query: { pool?: string; measure: AgeMeasure; year: number }) => {
      checkArgument("query", query, NUMBER_ASKED);
      const { pool = "all", measure, year } = query;
      return figures.cells(pool, measure, year);
    },
    unit: (query: { pool?: string; measure: Measure }) => {
      checkArgument("query", query, SERIES_ASKED);
      const { pool = "all", measure } = query;
      return figures.unit(pool, measure);
    },
    rows: () => longRows(scenario.id, figures),
    data,
  });
}

const sourcesOf = ({ sources }: System): ResultSource[] =>
  Object.entries(sources).map(([id, { title, publisher, published }]) => ({
    id,
    title,
    ...(publisher && { publisher }),
    ...(published !== undefined && { published: String(published) }),
  }));
