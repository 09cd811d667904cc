/**
 * So many orders of `n` things, the same ones every time, and as many again reversed: permutations spread evenly over all
 * of them by the golden ratio in the factorial number system, so that no chance is needed.
 */
export function evenOrders(n: number, count: number): number[][] {
  return Array.from({ length: count }, (_, i) => {
    const order = orderAt(n, evenShare(i + 1));
    return [order, [...order].reverse()];
  }).flat();
}

/** The order at a share of the way through all orders of `n` things. */
function orderAt(n: number, share: number): number[] {
  const left = Array.from({ length: n }, (_, i) => i);
  let at = share;
  return Array.from({ length: n }, (_, i) => {
    at *= n - i;
    const pick = Math.min(Math.floor(at), n - i - 1);
    at -= pick;
    return left.splice(pick, 1)[0]!;
  });
}

/** The golden-ratio sequence: shares between 0 and 1 that fill the line evenly. */
function evenShare(i: number): number {
  return (i * 0.618_033_988_749_894_8) % 1;
}
