import { type Axes, agesOf, cellsOf } from "./axes.ts";

/** Tenure shares that the ages leave no room for: more people would have served so long than are old enough. */
export interface TooFewOldEnough {
  /** Completed years of service, and the youngest age at which somebody can have served them. */
  readonly tenure: number;
  readonly age: number;
  /** Shares of all heads: who would have served so long, and who is old enough. */
  readonly wanted: number;
  readonly possible: number;
}

/** Shares that differ by less are the same: rounding in a file is far above it, rounding of sums far below. */
const SAME_SHARE = 1e-9;

/**
 * Joins the heads by (sex, age) and the shares by tenure into heads by (sex, age, tenure): independence wherever nothing
 * says otherwise, except that nobody can have served longer than since `ageMin`. (Where there are no single ages,
 * everybody can have served for any time.) Both margins are kept. Where they cannot both hold, returns what stands in
 * the way instead.
 *
 * The longest tenure is taken out of all who are old enough, in proportion; the next longest out of those left, and so
 * on. This is the fit that proportional fitting would come to (Goodman 1968, on triangular tables), in one round.
 */
export function fitTenure(
  axes: Axes,
  bySexAge: ArrayLike<number>,
  tenureShares: readonly number[],
): { heads: Float64Array } | { conflict: TooFewOldEnough } {
  const ages = agesOf(axes);
  const K = axes.tenure;
  const oldEnough = (i: number, k: number): boolean => ages === 1 || i % ages >= k;
  const heads = new Float64Array(cellsOf(axes));
  const left = Float64Array.from(bySexAge);
  const total = left.reduce((sum, here) => sum + here, 0);
  if (total === 0) return { heads };
  for (let k = K - 1; k > 0; k--) {
    const eligible = left.reduce((sum, here, i) => (oldEnough(i, k) ? sum + here : sum), 0);
    const wanted = tenureShares[k]! * total;
    if (wanted > eligible + SAME_SHARE * total) {
      const possible = Float64Array.from(bySexAge).reduce((sum, here, i) => (oldEnough(i, k) ? sum + here : sum), 0);
      const asked = tenureShares.slice(k).reduce((sum, share) => sum + share, 0);
      return { conflict: { tenure: k, age: axes.ageMin + k, wanted: asked, possible: possible / total } };
    }
    const share = eligible > 0 ? Math.min(1, wanted / eligible) : 0;
    for (let i = 0; i < left.length; i++) {
      if (!oldEnough(i, k)) continue;
      heads[i * K + k] = left[i]! * share;
      left[i]! -= heads[i * K + k]!;
    }
  }
  for (let i = 0; i < left.length; i++) heads[i * K] = left[i]!;
  return { heads };
}
