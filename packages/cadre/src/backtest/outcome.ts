import type { Forecast } from "./forecast.ts";
import { type Score, scoresOf } from "./scores.ts";

/** What history says of a method: every forecast of the past beside what came, and the scores. */
export interface Backtest {
  /** In the order of pool, measure, origin and horizon. */
  readonly forecasts: readonly Forecast[];
  readonly scores: readonly Score[];
  /**
   * Inputs that were given what was observed or published later. Where there are any, the scores are conditional: they say
   * how good the rest of the model is, not how good a forecast was.
   */
  readonly held: readonly string[];
  /** What has to be said about it, in sentences. */
  readonly notes: readonly string[];
}

export function outcomeOf(
  forecasts: readonly Forecast[],
  { held = [], notes = [] }: { readonly held?: readonly string[]; readonly notes?: readonly string[] } = {},
): Backtest {
  return Object.freeze({
    forecasts: Object.freeze(forecasts.map((one) => Object.freeze(one))),
    scores: Object.freeze(scoresOf(forecasts)),
    held: Object.freeze([...new Set(held)]),
    notes: Object.freeze([...new Set(notes)]),
  });
}
