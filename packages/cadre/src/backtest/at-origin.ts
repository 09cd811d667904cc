import type { RateSpread } from "../rates/rate-spreads.ts";
import type { KnownFigures } from "./known-figures.ts";
import type { Series } from "./series.ts";

/** Inputs that a backtest can be given as they turned out. */
export const HOLDS = ["recruits", "population", "inputs"] as const;
/** An input that a backtest can be given as it turned out; its scores are then called conditional. */
export type Hold = (typeof HOLDS)[number];

/** How a system is put back to an origin. */
export interface AtOrigin {
  readonly series: Series;
  readonly known: KnownFigures;
  /** The last year that is scored. */
  readonly until: number;
  readonly hold: readonly Hold[];
  readonly reference?: string | undefined;
  readonly spread?: RateSpread | undefined;
}
