import type { CountedPoolMeasure } from "../model/measures.ts";
import type { Resolved } from "../plan/resolved.ts";
import type { Projection } from "./projection.ts";

/** What a measure of pools is read from: a projection, and other measures of it. */
export interface Reading {
  readonly resolved: Resolved;
  readonly projection: Projection;
  /** Another measure by (date or year, pool), row-major. */
  of(measure: CountedPoolMeasure): Float64Array;
}

/**
 * Reads a measure by (date or year, pool), row-major: an array of the projection as it is, or what is worked out, in the
 * memory that `out` gives, all of which has to be written.
 */
export type Reader = (reading: Reading, out: () => Float64Array) => Float64Array;

/** A measure that is several others added up. */
export const sumOf =
  (parts: readonly CountedPoolMeasure[]): Reader =>
  (reading, out) => {
    const sum = out().fill(0);
    for (const part of parts) {
      const values = reading.of(part);
      for (let r = 0; r < sum.length; r++) sum[r]! += values[r]!;
    }
    return sum;
  };

/** Whether a measure is one that these readers read. */
export const isRead = <M extends string>(readers: Readonly<Record<M, unknown>>, measure: string): measure is M =>
  Object.hasOwn(readers, measure);
