/** How long work goes on and how it is stopped. */
export interface TaskControl {
  progress(done: number, of: number): void;
  readonly signal: AbortSignal;
}
