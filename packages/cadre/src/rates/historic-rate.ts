import type { Quantity } from "../table/quantity.ts";
import { type FittedRate, fitRate, type YearlyRates } from "./history.ts";
import { RATE_SPREADS, type RateSpread } from "./rate-spreads.ts";

/** Whose rate it is: a place's, whose level stays and whose years are noisy, or a country's, whose level moves. */
export const SPREADS = ["place", "country"] as const;
export type SpreadOf = (typeof SPREADS)[number];

/** The default spread of leaving rates of a place or of a country. */
export const spreadOfLeaving = (of: SpreadOf = "place"): RateSpread =>
  of === "country" ? RATE_SPREADS.leavingOfCountry : RATE_SPREADS.leaving;

/** The yearly figures of a rate, and what they are fitted with. */
export interface RateHistory {
  /** The place's own figures; none where one number is given with a spread. */
  readonly figures: YearlyRates;
  /** Figures of the place that the level is drawn toward. */
  readonly reference: YearlyRates;
  readonly spread: SpreadOf;
}

/** A rate, and what its own past or the default of its kind says of its spread. */
export interface HistoricRate extends Quantity {
  readonly history?: RateHistory;
  /** The level and spreads that draws are made with; where `p10` and `p90` are given these are drawn instead. */
  readonly fitted?: FittedRate;
}

/** The fit of a history; of one number, whose year does not matter, the spread alone is used. */
export const fittedTo = ({ figures, reference, spread }: RateHistory, value: number): FittedRate =>
  fitRate(Object.keys(figures).length > 0 ? figures : { 2000: value }, { spread: spreadOfLeaving(spread), reference });
