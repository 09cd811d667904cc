import type { LaidMargin } from "./space.ts";

/** What the cells add up to in each target of a margin. */
export function sumsOf({ targets, slot }: LaidMargin, cells: Float64Array): Float64Array {
  const sums = new Float64Array(targets.length);
  for (let i = 0; i < cells.length; i++) if (slot[i]! >= 0) sums[slot[i]!]! += cells[i]!;
  return sums;
}

/**
 * Iterative proportional fitting (Deming and Stephan 1940): scales the cells to one margin after the other until all
 * hold. What the margins leave open stays as it was: the cross-product ratios of the cells do not change, so equal
 * cells come out independent. Changes `cells` in place.
 *
 * Returns the largest difference left, in parts of the margin's total, and the rounds it took.
 */
export function fitProportionally(
  cells: Float64Array,
  margins: readonly LaidMargin[],
  limit = 10_000,
): { left: number; rounds: number } {
  let left = Number.POSITIVE_INFINITY;
  for (let round = 1; round <= limit; round++) {
    left = 0;
    for (const margin of margins) {
      const scale = sumsOf(margin, cells);
      const { targets, slot } = margin;
      const total = targets.reduce((sum, { value }) => sum + value, 0);
      for (let j = 0; j < scale.length; j++) {
        const target = targets[j]!.value;
        left = Math.max(left, Math.abs(scale[j]! - target) / (total || 1));
        scale[j] = scale[j]! > 0 ? target / scale[j]! : 1;
      }
      for (let i = 0; i < cells.length; i++) if (slot[i]! >= 0) cells[i]! *= scale[slot[i]!]!;
    }
    // Differences are measured before each scaling, so one round with none proves that all margins hold together.
    if (left <= 1e-13) return { left, rounds: round };
  }
  return { left, rounds: limit };
}
