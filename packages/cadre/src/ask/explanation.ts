/** One step on the way to a number. */
export interface ExplanationStep {
  readonly what: string;
  readonly value?: number;
  readonly unit?: string;
  readonly source?: string;
  readonly at?: string;
  readonly note?: string;
  /** `file:line:column` of the number. */
  readonly place?: string;
}

/** Why a number is what it is: the steps from what was written to what the engine used or computed. */
export interface Explanation {
  readonly title: string;
  /** Undefined where a ratio cannot be worked out. */
  readonly value: number | undefined;
  readonly unit: string;
  readonly steps: readonly ExplanationStep[];
}
