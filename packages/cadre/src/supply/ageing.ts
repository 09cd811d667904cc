import type { Whole } from "./size.ts";

/**
 * Birthdays and anniversaries at the end of the year, in place: everybody is a year older and has served a year more;
 * the last age and the last tenure are open and keep what they hold. `heads` by (pool, sex, age, tenure).
 */
export function ageOneYear(heads: Float64Array, ages: Whole, tenures: Whole): void {
  const K = tenures;
  const block = ages * K;
  for (let start = 0; start < heads.length; start += block) {
    const last = start + block - K;
    // Whoever is of the last age already stays in it; the longest serving down, so that nobody is moved twice.
    for (let k = K - 1; k > 0; k--) {
      if (k === K - 1) heads[last + k]! += heads[last + k - 1]!;
      else heads[last + k] = heads[last + k - 1]!;
    }
    if (K > 1) heads[last] = 0;
    if (ages === 1) continue;
    // The two oldest ages meet.
    const older = last - K;
    for (let k = 0; k < K; k++) heads[last + Math.min(k + 1, K - 1)]! += heads[older + k]!;
    if (K === 1) heads.copyWithin(start + 1, start, older);
    else {
      // K places on is a year of age, one more a year of service; who has served longest lands on the next age's first
      // place and is put back.
      heads.copyWithin(start + K + 1, start, older);
      heads[start + K] = 0;
      for (let at = start + K; at < last; at += K) {
        heads[at + K - 1]! += heads[at + K]!;
        heads[at + K] = 0;
      }
    }
    heads.fill(0, start, start + K);
  }
}
