/** Round sums from nothing to ten thousand million pounds, for a slider that has to reach from a team to a country. */
export const ROUND_SUMS: readonly number[] = [
  0,
  ...[1e4, 1e5, 1e6, 1e7, 1e8, 1e9].flatMap((unit) => [1, 2, 3, 5, 7.5].map((times) => times * unit)),
  1e10,
];

/** The place of the round sum that is nearest to a sum, by their ratio. */
export function nearestSum(pounds: number): number {
  const apart = (sum: number) => Math.abs(Math.log(Math.max(sum, 1) / Math.max(pounds, 1)));
  return ROUND_SUMS.reduce((best, sum, i) => (apart(sum) < apart(ROUND_SUMS[best] ?? 0) ? i : best), 0);
}
