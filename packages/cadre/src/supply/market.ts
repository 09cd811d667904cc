/**
 * Shares a market's capacity among those who want recruits: in proportion to wanted × weight, nobody getting more than
 * they want, what is left over shared again until it is used up or everybody has what they want (water-filling).
 * Returns what each gets, in the order of `wanted`. Method: docs/method/labour-market.md.
 *
 * Of 100 recruits for two that want 30 and 120, with equal weights, the first gets its 20 by proportion and the second 80;
 * where the first is three times as attractive it gets 30, no more than it wants, and the second 70.
 */
export function shareCapacity(wanted: readonly number[], weight: readonly number[], capacity: number): number[] {
  const got = wanted.map(() => 0);
  const total = wanted.reduce((sum, heads) => sum + heads, 0);
  if (total <= capacity) return [...wanted];
  let open = wanted.flatMap((heads, i) => (heads > 0 && weight[i]! > 0 ? [i] : []));
  let left = capacity;
  while (open.length > 0 && left > 0) {
    // In proportion to the largest, so that no product is too small for a number.
    const largest = (of: readonly number[]) => open.reduce((max, i) => Math.max(max, of[i]!), 0);
    const [most, heaviest] = [largest(wanted), largest(weight)];
    const claims = open.map((i) => (wanted[i]! / most) * (weight[i]! / heaviest));
    const sum = claims.reduce((total, claim) => total + claim, 0);
    const offered = claims.map((claim) => left * (claim / sum));
    const full = open.filter((i, at) => offered[at]! >= wanted[i]!);
    if (full.length === 0) {
      open.forEach((i, at) => {
        got[i] = offered[at]!;
      });
      return got;
    }
    for (const i of full) {
      got[i] = wanted[i]!;
      left -= wanted[i]!;
    }
    open = open.filter((i) => !full.includes(i));
  }
  // What nobody with a weight wants goes to those without one.
  const unweighted = wanted.flatMap((heads, i) => (heads > 0 && !(weight[i]! > 0) ? [i] : []));
  const rest = unweighted.reduce((sum, i) => sum + wanted[i]!, 0);
  for (const i of unweighted) got[i] = left > 0 ? Math.min(wanted[i]!, (left * wanted[i]!) / rest) : 0;
  return got;
}
