import { type Axes, agesOf } from "../table/axes.ts";

/**
 * The recruits by (sex, age) that come closest to holding the age structure `wanted`, none of them negative, and hold
 * the headcount: `without` are the heads that the year leaves, before birthdays, when nobody is recruited, and `stay`
 * the share of recruits still there at its end. Closest means least squares over single ages.
 */
export function structureHoldingRecruits(
  axes: Axes,
  wanted: Float64Array,
  without: Float64Array,
  stay: Float64Array,
): Float64Array {
  const ages = agesOf(axes);
  const missing = new Float64Array(wanted.length);
  let total = 0;
  for (let i = 0; i < wanted.length; i++) {
    total += wanted[i]! - without[i]!;
    const a = i % ages;
    // A birthday takes everyone to the next age; the last two ages meet in the last one.
    if (ages === 1) missing[i] = wanted[i]! - without[i]!;
    else if (a === ages - 2) missing[i] = wanted[i + 1]! - without[i]! - without[i + 1]!;
    else if (a === ages - 1) missing[i] = Number.NEGATIVE_INFINITY;
    else missing[i] = wanted[i + 1]! - without[i]!;
  }
  const lift = total > 0 ? liftTo(missing, total) : Number.NEGATIVE_INFINITY;
  return missing.map((gap, i) => (gap + lift > 0 ? (gap + lift) / stay[i]! : 0));
}

/** The number that, added to all gaps, makes the positive ones add up to `total`. */
function liftTo(gaps: Float64Array, total: number): number {
  const ordered = gaps.filter(Number.isFinite).sort().reverse();
  let sum = 0;
  for (let n = 1; n <= ordered.length; n++) {
    sum += ordered[n - 1]!;
    const lift = (total - sum) / n;
    if (n === ordered.length || ordered[n]! + lift <= 0) return lift;
  }
  return 0;
}
