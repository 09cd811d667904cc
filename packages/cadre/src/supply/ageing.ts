import type { Size } from "./step.ts";

/**
 * Birthdays and anniversaries at the end of the year, in place: everybody is a year older and has served a year more;
 * the last age and the last tenure are open and keep what they hold.
 */
export function ageOneYear(heads: Float64Array, size: Size, ages: number): void {
  const K = size.tenures;
  const sexes = size.pools * (size.entries / ages);
  for (let s = 0; s < sexes; s++) {
    const start = s * ages * K;
    for (let a = ages - 1; a >= 0; a--) {
      const from = start + a * K;
      const to = a === ages - 1 ? from : from + K;
      // From the longest serving down, so that nobody is moved twice.
      for (let k = K - 1; k >= 0; k--) {
        const moved = heads[from + k];
        heads[from + k] = 0;
        heads[to + Math.min(k + 1, K - 1)] += moved;
      }
    }
  }
}
