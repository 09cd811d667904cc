import type { Careers } from "./careers.ts";
import type { Day } from "./day.ts";

/** The pool into which those with too few people are put. No words of a list make this key. */
export const OTHER_POOL = "\u0000other";

/**
 * The pools with fewer people in post than the threshold, and the next smallest where even together they have fewer. They
 * become one pool. Undefined when the whole list has fewer people.
 */
export function smallPools(
  careers: Careers,
  pools: readonly string[],
  asOf: Day,
  threshold: number,
): ReadonlySet<string> | undefined {
  const heads = new Map(pools.map((pool) => [pool, 0]));
  for (const spells of careers.values())
    for (const { pool, start, stop } of spells)
      if (start <= asOf && stop > asOf) heads.set(pool, (heads.get(pool) ?? 0) + 1);
  // A pool that nobody is in any more has no base year either.
  const least = Math.max(threshold, 1);
  const sorted = [...heads].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  const small = new Set<string>();
  let together = 0;
  for (const [pool, count] of sorted) {
    if (count >= least && (small.size === 0 || together >= least)) break;
    small.add(pool);
    together += count;
  }
  return small.size > 0 && together < least ? undefined : small;
}
