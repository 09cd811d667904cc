import { equalParts } from "../supply/parts.ts";
import { sum } from "./sum.ts";

/** What the search for the base year improves from round to round. */
export interface SearchPoint {
  /** Everything, one after the other. */
  readonly all: Float64Array;
  /** Levels of leaving by pool. */
  readonly levels: Float64Array;
  /** Share of those staying whom no other pool hires in a year, by pool. */
  readonly notHired: Float64Array;
  /** Market recruits and all joiners a year by (pool, sex, age). */
  readonly recruits: Float64Array;
  readonly joined: Float64Array;
  /** Returners a year by (pool, sex, age); empty when no leavers come back. */
  readonly returning: Float64Array;
  /** The last three, by pool. */
  readonly recruitsByPool: readonly Float64Array[];
  readonly joinedByPool: readonly Float64Array[];
  readonly returningByPool: readonly Float64Array[];
}

/** How large the parts of a point are. */
export interface PointSize {
  readonly pools: number;
  /** Classes by (sex, age). */
  readonly entries: number;
  /** Whether leavers come back. */
  readonly returning: boolean;
}

/** A point in memory that is there, or in memory of its own. */
export function pointIn({ pools, entries, returning }: PointSize, memory?: Float64Array): SearchPoint {
  const joins = pools * entries;
  const all = memory ?? new Float64Array(2 * pools + joins * (returning ? 3 : 2));
  let at = 0;
  const next = (length: number) => {
    at += length;
    return all.subarray(at - length, at);
  };
  const [levels, notHired, recruits, joined] = [next(pools), next(pools), next(joins), next(joins)];
  const back = next(returning ? joins : 0);
  return {
    all,
    levels,
    notHired,
    recruits,
    joined,
    returning: back,
    recruitsByPool: equalParts(recruits, pools),
    joinedByPool: equalParts(joined, pools),
    returningByPool: equalParts(back, pools),
  };
}

/** What the entries of a point count for, so that levels and heads of large and small pools can be compared. */
export function weightsOf(size: PointSize, headcounts: readonly number[]): Float64Array {
  const weight = pointIn(size);
  weight.all.fill(1);
  headcounts.forEach((headcount, p) => {
    for (const heads of [weight.recruits, weight.joined, weight.returning])
      heads.subarray(p * size.entries, (p + 1) * size.entries).fill(1 / Math.max(headcount, 1e-300));
  });
  return weight.all;
}

/** How far heads by (sex, age) moved in a round, as a share of the headcount of `staff`. */
export function shareMoved(next: Float64Array, now: Float64Array, staff: Float64Array): number {
  const start = sum(staff);
  let total = 0;
  for (let i = 0; i < next.length; i++) total += Math.abs(next[i]! - now[i]!);
  return start > 0 ? total / start : 0;
}
