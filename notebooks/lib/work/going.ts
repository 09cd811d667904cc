/** How long work goes on and how it is stopped. */
export interface Going {
  progress(done: number, of: number): void;
  readonly signal: AbortSignal;
}
