/** What a model of plans foretells. */
export interface PlanForecast {
  readonly gaps: Float64Array;
  readonly money: Float64Array;
  readonly missing: number;
}

/** A plan to run next, and what it is expected to come to: no other plan that was not run is expected below that. */
export interface PlanProposal {
  /** None where the search for one was ended before it found any. */
  readonly plan: readonly number[] | undefined;
  readonly value: number;
}

/** How far a model of plans has been wrong, at most. */
export interface ForecastSlack {
  readonly gaps: number;
  readonly money: number;
  readonly missing: number;
  /** By how much it expected more of what is to be as little as possible than there was. */
  readonly value: number;
}
