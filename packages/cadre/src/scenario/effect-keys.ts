/** What a distribution is written with: the keys it must have, and those it may have. */
export interface DistributionKeys {
  readonly wanted: readonly string[];
  readonly further?: readonly string[];
}

/** What each number of a distribution is, as an editor tells it. */
export const SAYS: Readonly<Record<string, string>> = {
  mean: "The mean",
  sd: "The standard deviation; of a lognormal, that of the logarithm",
  median: "The middle: half of the chance lies below it",
  low: "The lowest value",
  high: "The highest value",
  mode: "The likeliest value",
  a: "First exponent",
  b: "Second exponent",
  value: "A value it may have",
  share: "The chance of this value",
};

const ENDS = ["low", "high"] as const;

/** Named distributions and the ways to write each. */
export const SHAPES = {
  normal: [{ wanted: ["mean", "sd"] }],
  /** `sd` is that of the logarithm. */
  lognormal: [{ wanted: ["median", "sd"] }],
  uniform: [{ wanted: ENDS }],
  triangular: [{ wanted: ["low", "mode", "high"] }],
  pert: [{ wanted: ["low", "mode", "high"] }],
  /** Between `low` and `high` (0 and 1 when left out), by its mean and spread or by its exponents. */
  beta: [
    { wanted: ["mean", "sd"], further: ENDS },
    { wanted: ["a", "b"], further: ENDS },
  ],
} as const satisfies Readonly<Record<string, readonly DistributionKeys[]>>;

/** The name of a distribution. */
export type ShapeName = keyof typeof SHAPES;

/** Whether a distribution is called so. */
export const isShape = (name: string): name is ShapeName => Object.hasOwn(SHAPES, name);

/** Every word that may stand where a distribution is written. */
export const DISTRIBUTION_WORDS = [...Object.keys(SHAPES), "discrete", "p10", "p90", "family"];
