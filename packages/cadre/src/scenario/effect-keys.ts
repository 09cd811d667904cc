/** What a distribution is written with: the keys it must have, and those it may have. */
export interface Keys {
  readonly wanted: readonly string[];
  readonly further?: readonly string[];
}

const ENDS = ["low", "high"];

/** Named distributions and the ways to write each. */
export const SHAPES: Readonly<Record<string, readonly Keys[]>> = {
  normal: [{ wanted: ["mean", "sd"] }],
  lognormal: [{ wanted: ["median", "sd"] }],
  uniform: [{ wanted: ENDS }],
  triangular: [{ wanted: ["low", "mode", "high"] }],
  pert: [{ wanted: ["low", "mode", "high"] }],
  beta: [
    { wanted: ["mean", "sd"], further: ENDS },
    { wanted: ["a", "b"], further: ENDS },
  ],
};

/** Every word that may stand where a distribution is written. */
export const KNOWN = [...Object.keys(SHAPES), "discrete", "p10", "p90", "family"];
