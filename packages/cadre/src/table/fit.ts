import { type Axes, agesOf, cellsOf } from "./axes.ts";

/**
 * Joins the heads by (sex, age) and the shares by tenure into heads by (sex, age, tenure) by iterative proportional
 * fitting: independence wherever nothing says otherwise, save that nobody can have served longer than since `ageMin`.
 * Returns the fitted heads and the largest gap left between a tenure total and what was asked for, in heads.
 */
export function fitTenure(
  axes: Axes,
  bySexAge: ArrayLike<number>,
  tenureShares: readonly number[],
): { heads: Float64Array; residual: number } {
  const ages = agesOf(axes);
  const K = axes.tenure;
  const heads = new Float64Array(cellsOf(axes));
  let total = 0;
  for (let i = 0; i < bySexAge.length; i++) {
    total += bySexAge[i]!;
    // Tenure k needs an entry k years ago, at ageMin or later.
    for (let k = 0; k < K; k++) heads[i * K + k] = k <= i % ages || k === 0 ? tenureShares[k]! : 0;
  }
  const sums = new Float64Array(K);
  let residual = 0;
  for (let round = 0; round < 500; round++) {
    sums.fill(0);
    for (let i = 0; i < bySexAge.length; i++) {
      let row = 0;
      for (let k = 0; k < K; k++) row += heads[i * K + k]!;
      const scale = row > 0 ? bySexAge[i]! / row : 0;
      if (row === 0) heads[i * K] = bySexAge[i]!;
      for (let k = 0; k < K; k++) {
        if (row > 0) heads[i * K + k]! *= scale;
        sums[k]! += heads[i * K + k]!;
      }
    }
    residual = 0;
    for (let k = 0; k < K; k++) residual = Math.max(residual, Math.abs(sums[k]! - tenureShares[k]! * total));
    if (residual <= 1e-12 * total) break;
    for (let k = 0; k < K; k++) {
      const scale = sums[k]! > 0 ? (tenureShares[k]! * total) / sums[k]! : 1;
      for (let i = 0; i < bySexAge.length; i++) heads[i * K + k]! *= scale;
    }
  }
  // Whatever is left undone is left in tenure: heads by sex and age are kept exactly.
  for (let i = 0; i < bySexAge.length; i++) {
    let row = 0;
    for (let k = 0; k < K; k++) row += heads[i * K + k]!;
    if (row > 0) for (let k = 0; k < K; k++) heads[i * K + k]! *= bySexAge[i]! / row;
  }
  return { heads, residual };
}
