import type { Window } from "./tally.ts";

/** How counts of a pool are made fit to be shown. */
export interface ShownCounts {
  readonly threshold: number;
  readonly window: Window;
  /** Names of the sexes; none when the list has none. */
  readonly sexes: readonly string[];
  /** The id of a pool by its key. */
  readonly idOf: (pool: string) => string;
}
