import type { PoolMeasure } from "../model/measures.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { Obstacle } from "./obstacles.ts";

/** One lever at the value found. */
export interface LeverValue {
  readonly parameter: string;
  readonly kind: "set" | "multiply" | "add";
  readonly value: number;
}

/** One target, and what a run made of it. */
export interface TargetOutcome {
  readonly pool: string;
  readonly measure: PoolMeasure;
  readonly year: number;
  /** The number it was to be, worked out from shares. */
  readonly target: number;
  readonly sense: "atMost" | "atLeast";
  /** If no lever moves. */
  readonly unchanged: number;
  /** With the levers at the values found. */
  readonly reached: number;
}

/**
 * What was found: `value` (this meets every target), `not-needed` (they are met without any lever), or `cannot-be-met`
 * (the values come nearest, and `because` says what stands in the way).
 */
export type Solution =
  | ({ readonly kind: "value" } & SolvedLevers)
  | { readonly kind: "not-needed"; readonly targets: readonly TargetOutcome[]; readonly runs: number }
  | ({ readonly kind: "cannot-be-met"; readonly because: readonly Obstacle[] } & SolvedLevers);

/** Levers at values, and what they come to. */
export interface SolvedLevers {
  readonly levers: readonly LeverValue[];
  readonly targets: readonly TargetOutcome[];
  /** What was asked with the levers as changes: run it, or write it to a file. */
  readonly scenario: Scenario;
  /** How often the model was run. */
  readonly runs: number;
}
