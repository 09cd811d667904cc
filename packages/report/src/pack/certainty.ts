import type { UncertainRun } from "@cadre/charts";

/** What a board pack asks of many draws of one scenario: an `Ensemble` of the library. */
export type PackCertainty = UncertainRun & {
  readonly seed: number | string;
};
