import type { NaiveMethod } from "./naive.ts";

/** One forecast of the past and the figure that was counted for its date. */
export interface Forecast {
  readonly pool: string;
  readonly measure: string;
  readonly vintage: string;
  /** Where the projection starts. */
  readonly origin: string;
  /** The date that is scored, `horizon` years later. */
  readonly date: string;
  readonly horizon: number;
  /** What was counted. */
  readonly observed: number;
  /** What Cadre expected. */
  readonly expected: number;
  /** Its intervals; none where nothing was drawn. */
  readonly interval?: ForecastInterval;
  /** What the naive methods expected. */
  readonly naive: Readonly<Partial<Record<NaiveMethod, number>>>;
}

/** The middle half and the middle eight tenths of what was thought likely. */
export interface ForecastInterval {
  readonly p10: number;
  readonly p90: number;
  /** Whether the figure that was counted lies in the middle half. */
  readonly inMiddleHalf: boolean;
}
