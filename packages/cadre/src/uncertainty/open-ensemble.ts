import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import { isStock } from "../projection/measure-columns.ts";
import type { Measure } from "../projection/measures.ts";
import { openResult, type Result, type ResultData } from "../projection/result.ts";
import type { Sampling } from "./sampling.ts";
import { type Spread, type SpreadsData, shareAtMost, spreadOf } from "./spreads.ts";
import type { UncertainNumber } from "./uncertain.ts";

/** Everything an ensemble is made of, as plain data that a worker can post to a page; `openEnsemble` opens it again. */
export interface EnsembleData {
  readonly central: ResultData;
  readonly draws: number;
  readonly seed: number | string;
  readonly sampling: Sampling;
  readonly noise: boolean;
  readonly refused: number;
  readonly uncertain: readonly UncertainNumber[];
  readonly measures: readonly Measure[];
  readonly spreads: SpreadsData;
  readonly difference?: SpreadsData;
}

/** Which number: `pool` is a pool or group and defaults to `all`. */
export interface SpreadQuery {
  readonly pool?: string;
  readonly measure: string;
  readonly year: number;
}

/** What draws say of every number that is kept of them. */
export interface SpreadOf {
  /** Mean and quantiles of one number: of stocks at the reference date in `year`, of flows over the year ending then. */
  at(query: SpreadQuery): Spread;
  /** One measure over the years: stocks from the base year on, flows from the year after. */
  series(query: { readonly pool?: string; readonly measure: string }): ({ readonly year: number } & Spread)[];
  /** Share of draws in which the measure is at most so much. */
  chance(query: SpreadQuery & { readonly atMost: number }): number;
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
  readonly measures: readonly Measure[];
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
  readonly measure: string[];
  readonly stat: string[];
  readonly value: number[];
}

/**
 * Opens an ensemble from its plain data, as after posting it from a worker, and returns it as `ensemble` does.
 *
 * @example
 * ```ts
 * import { ensemble, openEnsemble } from "cadre";
 * import { readSystem } from "cadre/node";
 * const { data } = await ensemble(await readSystem("scenarios/england/system.yaml"), {}, { draws: 20 });
 * openEnsemble(structuredClone(data)).at({ measure: "gap", year: 2035 }).p50; // full-time equivalents short
 * ```
 */
export function openEnsemble(data: EnsembleData): Ensemble {
  const central = openResult(data.central);
  const { measures } = data;
  const groups = central.groups.filter(({ pools }) => pools.length > 0).map(({ id }) => id);
  const dates = [central.base, ...central.years];
  const rowOf = ({ pool = "all", measure, year }: SpreadQuery): number => {
    const [group, kept] = [known("pool", pool, groups), known("measure", measure, measures)];
    const years = isStock(measure) ? dates : central.years;
    known("year", String(year), years.map(String));
    return (group * measures.length + kept) * dates.length + dates.indexOf(year);
  };
  const open = (spreads: SpreadsData): SpreadOf => ({
    at: (query) => spreadOf(spreads, rowOf(query)),
    series: (query) =>
      (isStock(query.measure) ? dates : central.years).map((year) => ({
        year,
        ...spreadOf(spreads, rowOf({ ...query, year })),
      })),
    chance: ({ atMost, ...query }) => shareAtMost(spreads, rowOf(query), atMost),
  });
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
      for (const pool of groups)
        for (const measure of measures)
          for (const { year, ...spread } of draws.series({ pool, measure }))
            for (const [stat, value] of Object.entries(spread)) {
              columns.scenario.push(central.id);
              columns.year.push(year);
              columns.pool.push(pool);
              columns.measure.push(measure);
              columns.stat.push(stat);
              columns.value.push(value);
            }
      return columns;
    },
    data,
  });
}

/** The place of a name among those that draws keep. */
function known(what: string, name: string, names: readonly string[]): number {
  const at = names.indexOf(name);
  if (at >= 0) return at;
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
