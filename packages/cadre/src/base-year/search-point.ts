import { equalParts } from "../supply/parts.ts";

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

/**
 * What one head of each pool counts for, so that large and small pools can be compared. Whoever passes through a pool
 * that has no staff yet is compared with the largest pool.
 */
export function perHeadOf(headcounts: readonly number[]): number[] {
  const largest = Math.max(...headcounts) || 1;
  return headcounts.map((headcount) => 1 / (headcount || largest));
}

/** What the entries of a point count for. */
export function weightsOf(size: PointSize, perHead: readonly number[]): Float64Array {
  const weight = pointIn(size);
  weight.all.fill(1);
  perHead.forEach((one, p) => {
    for (const heads of [weight.recruits, weight.joined, weight.returning])
      heads.subarray(p * size.entries, (p + 1) * size.entries).fill(one);
  });
  return weight.all;
}

/** How many heads by (sex, age) moved in a round. */
export function headsMoved(next: Float64Array, now: Float64Array): number {
  let total = 0;
  for (let i = 0; i < next.length; i++) total += Math.abs(next[i]! - now[i]!);
  return total;
}
