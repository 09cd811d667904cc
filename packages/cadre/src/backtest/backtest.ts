import { SYSTEM } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, list, NUMBER, only, optional, TEXT, whole } from "../error/shape.ts";
import { suggest } from "../error/suggest.ts";
import { numberOf } from "../projection/number-of.ts";
import { type RateSpread, SPREAD } from "../rates/rate-spreads.ts";
import type { System } from "../system/types.ts";
import { monthsLater } from "../table/dates.ts";
import { DRAWING, type EnsembleOptions, ensemble } from "../uncertainty/ensemble.ts";
import type { Ensemble } from "../uncertainty/open-ensemble.ts";
import { HELD_INPUTS, type HeldInput } from "./at-origin.ts";
import type { Forecast } from "./forecast.ts";
import { laterInputs, refuseLaterInputs } from "./inputs-known.ts";
import { figuresKnown, type KnownFigures } from "./known-figures.ts";
import { naiveForecasts } from "./naive.ts";
import { possibleOrigins } from "./origins.ts";
import { type Backtest, outcomeOf } from "./outcome.ts";
import { MONTHS_TO_PUBLISH, SERIES, type Series } from "./series.ts";
import { type SystemThen, systemAt } from "./system-at.ts";
import { type Target, targetsFrom } from "./targets.ts";

const { measures: _, ...DRAWN } = DRAWING;
const OPTIONS = only<BacktestOptions>({
  ...DRAWN,
  origins: optional(list(whole(1900, 2200))),
  horizons: optional(list(whole(1, 100))),
  hold: optional(list(TEXT)),
  readAfter: optional(NUMBER),
  reference: optional(TEXT),
  spread: optional(SPREAD),
});

/** Years ahead that are scored unless somebody says otherwise. */
const HORIZONS = [1, 3, 5];

/** Which projections of the past are made, and how. */
export interface BacktestOptions extends Omit<EnsembleOptions, "measures"> {
  /** Calendar years of the reference dates to start from; every year that all pools were counted in when left out. */
  readonly origins?: readonly number[];
  /** Whole years ahead; 1, 3 and 5 when left out. */
  readonly horizons?: readonly number[];
  /** Inputs given as they turned out, which makes the scores conditional; none when left out. */
  readonly hold?: readonly HeldInput[];
  /** Months from an origin to the day on which the projection could be made; 9 when left out. */
  readonly readAfter?: number;
  /** The pool of the series that leaving rates are drawn toward. */
  readonly reference?: string;
  /** How much leaving rates differ between years and places; the default of leaving when left out. */
  readonly spread?: RateSpread;
}

/**
 * How good projections of a system would have been: at each origin the system is put back to what the series and its own
 * inputs knew by the reading day, projected with everything uncertain drawn, and held against what was counted 1, 3 and 5
 * years later, beside the naive forecasts. Leaving rates are fitted to their history; each career is left to chance unless
 * `noise` is false.
 *
 * Throws a `CadreError` that names what was not known at an origin: an input of the file that was published later, a
 * population that is no projection of that time, a pool that nobody had counted. What `hold` gives as it turned out makes
 * the scores conditional, and `held` of the outcome lists it. 500 draws an origin unless `draws` says otherwise.
 *
 * Method: docs/method/backtest.md.
 *
 * @example
 * ```ts
 * import { parseSystem } from "cadre";
 * import { backtest, parseSeries } from "cadre/backtest";
 * const system = parseSystem(`
 *   cadre: 1
 *   id: home-care
 *   title: Home care
 *   calendar: { base: 2016-03-31, until: 2020-03-31 }
 *   axes: { age: none }
 *   pools:
 *     carers:
 *       { title: Carers, employer: Us, sector: care, headcount: 500, leaving: { rate: 30%, kind: hazard, scope: employer } }
 * `);
 * const counted = [500, 510, 490, 505].map((heads, i) => `201${5 + i}-03-31,carers,headcount,${heads},,first,payroll`);
 * const leaving = [31, 28].map((rate, i) => `201${5 + i}-03-31,carers,leaving.rate,${rate}%,,first,payroll`);
 * const series = parseSeries(["date,pool,measure,value,published,vintage,source", ...counted, ...leaving].join("\n"));
 * const { scores } = await backtest(system, series, { origins: [2016, 2017], horizons: [1], draws: 50 });
 * scores[0].cadre.mape; // how far off the headcount was a year later, as a share
 * ```
 */
export async function backtest(system: System, series: Series, options: BacktestOptions = {}): Promise<Backtest> {
  checkArguments({ system, series, options }, { system: SYSTEM, series: SERIES, options: OPTIONS });
  const hold = options.hold ?? [];
  for (const one of hold) if (!HELD_INPUTS.includes(one)) throw unknownHold(one);
  const forecasts: Forecast[] = [];
  const held: string[] = [];
  const notes: string[] = [];
  const origins = options.origins ?? possibleOrigins(system, series, options.readAfter ?? MONTHS_TO_PUBLISH);
  for (const year of [...new Set(origins)].sort((a, b) => a - b)) {
    const from = await projectedFrom(system, series, `${year}${system.calendar.base.slice(4)}`, options);
    forecasts.push(...from.forecasts);
    held.push(...from.held);
    notes.push(...from.notes);
  }
  if (forecasts.length === 0) throw nothingToScore(series, origins, options.horizons ?? HORIZONS);
  return outcomeOf(forecasts, { held, notes });
}

async function projectedFrom(
  system: System,
  series: Series,
  origin: string,
  options: BacktestOptions,
): Promise<{ forecasts: Forecast[]; held: readonly string[]; notes: readonly string[] }> {
  const { readAfter = MONTHS_TO_PUBLISH, hold = [], reference, spread } = options;
  const known = figuresKnown(series, origin, monthsLater(origin, readAfter));
  const targets = targetsFrom(system, series, known, options.horizons ?? HORIZONS, hold);
  if (targets.length === 0) return { forecasts: [], held: [], notes: [] };
  const until = Math.max(...targets.map(({ figure }) => yearOf(figure.date)));
  const then = systemAt(system, { series, known, until, hold, reference, spread });
  const { held, notes } = checked(then, known, hold);
  const sure = await drawnFrom(then, targets, options);
  const forecasts = targets.map((target) => forecastOf(target, known, sure));
  return { forecasts, held: [...then.held, ...held], notes: [...then.notes, ...notes] };
}

/** Refuses what was not known, apart from what is held. */
function checked(
  then: SystemThen,
  known: KnownFigures,
  hold: readonly HeldInput[],
): { held: string[]; notes: string[] } {
  const { later, judgements } = laterInputs(then.system, known.readingDay);
  const asHeld = (path: string) => then.heldPaths.includes(path) || (hold.includes("inputs") && !NEVER_HELD.test(path));
  refuseLaterInputs(
    then.system,
    later.filter(({ path }) => !asHeld(path)),
    known.readingDay,
  );
  const held = later.filter(({ path }) => !then.heldPaths.includes(path));
  return {
    held: held.map(({ path, published }) => `${path}: as published ${published ?? "on a day nobody gives"}`),
    notes: judgements > 0 ? [`${judgements} inputs of the system are judgements without a day.`] : [],
  };
}

/** Inputs that are scored themselves, or decide what is: they come from the series or are as old as they say. */
const NEVER_HELD = /\.(headcount|leaving\.rate)$|^population$/;

async function drawnFrom(then: SystemThen, targets: readonly Target[], options: BacktestOptions): Promise<Ensemble> {
  const { draws = 500, seed = 1, noise = true, sampling, workers, progress, signal } = options;
  return ensemble(
    then.system,
    { id: "backtest", title: "As known then" },
    {
      draws,
      seed,
      noise,
      measures: [...new Set(targets.map(({ measure }) => measure))],
      ...(sampling && { sampling }),
      ...(workers && { workers }),
      ...(progress && { progress }),
      ...(signal && { signal }),
    },
  );
}

function forecastOf({ figure, measure, horizon, history }: Target, { origin }: KnownFigures, sure: Ensemble): Forecast {
  const { pool, vintage, date, value: observed } = figure;
  const query = { pool, measure, year: yearOf(date) };
  const { p10, p90 } = sure.at(query);
  const below = sure.chance({ ...query, atMost: observed });
  const expected = numberOf(sure.central.at(query), measure, pool, query.year);
  // What nothing uncertain bears on has no width, and every figure would lie outside.
  const drawn = p10 !== undefined && p90 !== undefined && below !== undefined && p90 > p10;
  return {
    pool,
    measure,
    vintage,
    origin,
    date,
    horizon,
    observed,
    expected,
    ...(drawn && { interval: { p10, p90, inMiddleHalf: below >= 0.25 && below <= 0.75 } }),
    naive: naiveForecasts(history, date),
  };
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

const unknownHold = (hold: string): CadreError =>
  new CadreError({
    code: "unknown-hold",
    message: "This cannot be held.",
    value: hold,
    rule: `One of ${HELD_INPUTS.join(", ")}.`,
    didYouMean: suggest(hold, HELD_INPUTS),
    fix: `Write one of ${HELD_INPUTS.join(", ")}.`,
  });

const nothingToScore = ({ file }: Series, origins: readonly number[], horizons: readonly number[]): CadreError =>
  new CadreError({
    code: "nothing-to-score",
    file,
    message: "The series counts nothing of this system on the days that would be scored.",
    value: `origins ${origins.join(", ") || "(none)"}; ${horizons.join(", ")} years ahead`,
    rule: "A figure is scored when its pool and measure are a run's, and its date lies whole years after an origin.",
    fix: "Choose other origins or horizons, or add what was counted to the series.",
  });
