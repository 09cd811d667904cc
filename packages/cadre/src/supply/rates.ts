/** People who leave one pool for another within the step; `from` equal to `to` is churn within the pool's sector. */
export interface MoveRate {
  readonly from: number;
  readonly to: number;
  /** Hazard by (sex, age, tenure) of the pool left. */
  readonly hazard: Float64Array;
}

/**
 * The yearly rates of all pools that hold at one time: hazards (yearly probabilities in the opening-stock convention)
 * by (pool, sex, age, tenure). Years with the same rates share one object.
 */
export interface YearRates {
  /** Leaving for good, beyond what `moves` and churn count. */
  readonly leaving: Float64Array;
  readonly retiring: Float64Array;
  readonly dying: Float64Array;
  readonly moves: readonly MoveRate[];
}
