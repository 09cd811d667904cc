/** Sizes of the flat arrays: pools, (sex, age) entries and tenures. */
export interface Size {
  readonly pools: number;
  /** Number of (sex, age) classes. */
  readonly entries: number;
  readonly tenures: number;
}

/** A number without a fraction. Where loops are compiled, it is a whole number there too. */
export type Whole = number;
