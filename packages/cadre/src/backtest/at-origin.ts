import type { RateSpread } from "../rates/rate-spreads.ts";
import type { KnownFigures } from "./known-figures.ts";
import type { Series } from "./series.ts";

/** Inputs that a backtest can be given as they turned out. */
export const HELD_INPUTS = ["recruits", "population", "inputs"] as const;
/** An input that a backtest can be given as it turned out; its scores are then called conditional. */
export type HeldInput = (typeof HELD_INPUTS)[number];

/** How a system is put back to an origin. */
export interface AtOrigin {
  readonly series: Series;
  readonly known: KnownFigures;
  /** The last year that is scored. */
  readonly until: number;
  readonly hold: readonly HeldInput[];
  readonly reference?: string | undefined;
  readonly spread?: RateSpread | undefined;
}
