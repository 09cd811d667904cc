import type { Where } from "../table/where.ts";

/**
 * One change to one parameter: which staff, which model years, and exactly one of set, multiply and add. Over several
 * years it is phased in along a straight line.
 */
export interface Change {
  /** What is changed, such as `leaving.rate`. */
  readonly parameter: string;
  readonly where?: Where;
  /** First model year, by the calendar year in which it ends; from the start when left out. */
  readonly from?: number;
  /** Last model year; to the end when left out. */
  readonly until?: number;
  /** Years until the change works in full; 1 when left out. */
  readonly over?: number;
  readonly set?: number;
  readonly multiply?: number;
  readonly add?: number;
}

/** What to run a system under. */
export interface Scenario {
  readonly id?: string;
  readonly title?: string;
  readonly changes?: readonly Change[];
}

/** How far a change works in a model year: 0 not at all, 1 in full. */
export function phase({ from, until, over = 1 }: Change, year: number, firstYear: number): number {
  if (until !== undefined && year > until) return 0;
  const start = from ?? firstYear;
  return year < start ? 0 : Math.min(1, (year - start + 1) / over);
}

/** The factor and the addition that a change makes to a value, at a phase; a `set` is made of both. */
export function effect(change: Change, share: number): { factor: number; addition: number } {
  if (change.set !== undefined) return { factor: 1 - share, addition: change.set * share };
  return { factor: 1 + ((change.multiply ?? 1) - 1) * share, addition: (change.add ?? 0) * share };
}
