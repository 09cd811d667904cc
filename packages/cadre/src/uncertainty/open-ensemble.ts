import { NUMBER_ASKED, SEED, SERIES_ASKED } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import {
  ANY_OBJECT,
  ARRAY,
  checkArgument,
  checkArguments,
  FLAG,
  keys,
  list,
  NUMBER,
  only,
  optional,
  TEXT,
} from "../error/shape.ts";
import { suggest } from "../error/suggest.ts";
import { isStock, type PoolMeasure, type ValueOf } from "../model/measures.ts";
import { Layout, numbersOf } from "../projection/layout.ts";
import { openResult, type Result } from "../projection/result.ts";
import type { ResultData } from "../projection/result-data.ts";
import type { Sampling } from "./sampling.ts";
import { type Spread, type SpreadsData, shareAtMost, spreadOf } from "./spreads.ts";
import type { UncertainNumber } from "./uncertain.ts";

const SPREADS = keys({
  draws: NUMBER,
  capacity: NUMBER,
  values: ARRAY,
  sums: ARRAY,
  low: ARRAY,
  step: ARRAY,
  least: ARRAY,
});
/** What an ensemble is made of, which may have been kept in a file. */
export const ENSEMBLE_DATA = keys({
  central: keys({ resolved: ANY_OBJECT, projection: ANY_OBJECT }),
  draws: NUMBER,
  from: NUMBER,
  of: optional(NUMBER),
  seed: SEED,
  sampling: TEXT,
  noise: FLAG,
  refused: NUMBER,
  uncertain: list(keys({ id: TEXT })),
  measures: list(TEXT),
  spreads: SPREADS,
  difference: optional(SPREADS),
});

const CHANCE_ASKED = only({ pool: optional(TEXT), measure: TEXT, year: NUMBER, atMost: NUMBER });

/** Everything an ensemble is made of, as plain data that a worker can post to a page; `openEnsemble` opens it again. */
export interface EnsembleData {
  readonly central: ResultData;
  readonly draws: number;
  /** Number of the first draw, and how many draws it is a part of where that was said. */
  readonly from: number;
  readonly of?: number;
  readonly seed: number | string;
  readonly sampling: Sampling;
  readonly noise: boolean;
  readonly refused: number;
  readonly uncertain: readonly UncertainNumber[];
  readonly measures: readonly PoolMeasure[];
  readonly spreads: SpreadsData;
  readonly difference?: SpreadsData;
}

/** Which number: `pool` is a pool or group and defaults to `all`. */
export interface SpreadQuery<M extends PoolMeasure = PoolMeasure> {
  readonly pool?: string;
  readonly measure: M;
  readonly year: number;
}

/** What draws say of every number that is kept of them. A ratio is `undefined` where a draw has nothing to divide by. */
export interface SpreadOf {
  /** Mean and quantiles of one number: of stocks at the reference date in `year`, of flows over the year ending then. */
  at<M extends PoolMeasure>(query: SpreadQuery<M>): Spread<ValueOf<M>>;
  /** One measure over the years: stocks from the base year on, flows from the year after. */
  series<M extends PoolMeasure>(
    query: Omit<SpreadQuery<M>, "year">,
  ): ({ readonly year: number } & Spread<ValueOf<M>>)[];
  /** Share of draws in which the measure is at most so much. */
  chance<M extends PoolMeasure>(query: SpreadQuery<M> & { readonly atMost: number }): ValueOf<M>;
}

/** Many draws of everything uncertain. */
export interface Ensemble extends SpreadOf {
  /** Id and title of the scenario. */
  readonly id: string;
  readonly title: string;
  /** The run with everything at its centre. */
  readonly central: Result;
  readonly draws: number;
  readonly seed: number | string;
  readonly sampling: Sampling;
  /** Whether the chance of individual careers is in it; what is not known exactly always is. */
  readonly noise: boolean;
  /** Draws whose numbers contradicted each other, for which the centre stands. */
  readonly refused: number;
  /** What was drawn. */
  readonly uncertain: readonly UncertainNumber[];
  /** What was kept of each draw. */
  readonly measures: readonly PoolMeasure[];
  /** Draw by draw against the first of several scenarios; none for the first. */
  readonly difference?: SpreadOf;
  /** All numbers in long form, as columns of equal length. */
  rows(): SpreadColumns;
  /** The plain data, for posting to another thread. */
  readonly data: EnsembleData;
}

/** Numbers of an ensemble in long form: one entry a row in each column; `stat` is mean, p10, p50 or p90. */
export interface SpreadColumns {
  readonly scenario: string[];
  readonly year: number[];
  readonly pool: string[];
  readonly measure: PoolMeasure[];
  readonly stat: (keyof Spread)[];
  /** Undefined where a ratio cannot be worked out in every draw. */
  readonly value: (number | undefined)[];
}

/**
 * Opens an ensemble from its plain data, as after posting it from a worker, and returns it as `ensemble` does.
 *
 * @example
 * ```ts
 * import { ensemble } from "cadre";
 * import { openEnsemble } from "cadre/uncertainty";
 * import { readSystem } from "cadre/node";
 * const { data } = await ensemble(await readSystem("scenarios/england/system.yaml"), {}, { draws: 20 });
 * openEnsemble(structuredClone(data)).at({ measure: "gap", year: 2035 }).p50; // full-time equivalents short
 * ```
 */
export function openEnsemble(data: EnsembleData): Ensemble {
  checkArguments({ data }, { data: ENSEMBLE_DATA });
  const central = openResult(data.central);
  const { measures } = data;
  const layout = new Layout(central.groups, measures, central);
  const yearsOf = (measure: PoolMeasure) => {
    known("measure", measure, measures);
    return isStock(measure) ? [central.base, ...central.years] : central.years;
  };
  const placeOf = ({ pool = "all", measure, year }: SpreadQuery): number => {
    known(
      "pool",
      pool,
      layout.groups.map(({ id }) => id),
    );
    known("year", String(year), yearsOf(measure).map(String));
    return layout.placeOf(pool, measure, year);
  };
  const open = (spreads: SpreadsData): SpreadOf => {
    const at = <M extends PoolMeasure>(query: SpreadQuery<M>) => {
      checkArgument("query", query, NUMBER_ASKED);
      return spreadOf(spreads, placeOf(query)) as Spread<ValueOf<M>>;
    };
    return {
      at,
      series: (query) => {
        checkArgument("query", query, SERIES_ASKED);
        return yearsOf(query.measure).map((year) => ({ year, ...at({ ...query, year }) }));
      },
      chance: <M extends PoolMeasure>(query: SpreadQuery<M> & { atMost: number }) => {
        checkArgument("query", query, CHANCE_ASKED);
        return shareAtMost(spreads, placeOf(query), query.atMost) as ValueOf<M>;
      },
    };
  };
  const draws = open(data.spreads);
  return Object.freeze({
    id: central.id,
    title: central.title,
    central,
    draws: data.draws,
    seed: data.seed,
    sampling: data.sampling,
    noise: data.noise,
    refused: data.refused,
    uncertain: data.uncertain,
    measures,
    ...draws,
    ...(data.difference && { difference: open(data.difference) }),
    rows: () => {
      const columns: SpreadColumns = { scenario: [], year: [], pool: [], measure: [], stat: [], value: [] };
      for (const { group, measure, year } of numbersOf(layout.groups, central, measures))
        for (const stat of STATS) {
          columns.scenario.push(central.id);
          columns.year.push(year);
          columns.pool.push(group.id);
          columns.measure.push(measure);
          columns.stat.push(stat);
          columns.value.push(draws.at({ pool: group.id, measure, year })[stat]);
        }
      return columns;
    },
    data,
  });
}

const STATS = ["mean", "p10", "p50", "p90"] as const satisfies readonly (keyof Spread)[];

/** Asks for a name that draws keep. */
function known(what: string, name: string, names: readonly string[]): void {
  if (names.includes(name)) return;
  throw new CadreError({
    code: `unknown-${what}`,
    message: `These draws keep no ${what} "${name}".`,
    value: name,
    rule: `Known: ${names.slice(0, 24).join(", ")}.`,
    fix:
      what === "measure"
        ? "Ask for one of these, or name it under `measures` when drawing."
        : `Ask for a ${what} that is there.`,
    didYouMean: suggest(name, names),
  });
}
