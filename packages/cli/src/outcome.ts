/** What a command hands back besides what it printed. */
export interface Outcome {
  exitCode: number;
}

/** Runs words of a command line, without a word said; a command that fails throws. */
export type RunAgain = (words: readonly string[]) => Promise<void>;
