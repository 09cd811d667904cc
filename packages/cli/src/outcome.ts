/** What a command hands back besides what it printed. */
export interface Outcome {
  exitCode: number;
}
