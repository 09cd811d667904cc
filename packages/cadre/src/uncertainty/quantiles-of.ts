/** Quantiles of some numbers, with a straight line between neighbours. */
export function quantilesOf(values: Float64Array): (share: number) => number {
  const sorted = values.slice().sort();
  return (share) => {
    const at = share * (sorted.length - 1);
    const low = Math.floor(at);
    const high = Math.min(low + 1, sorted.length - 1);
    // Between two alike nothing is added: what has no end less itself is no number.
    if (sorted[low] === sorted[high]) return sorted[low]!;
    return sorted[low]! + (sorted[high]! - sorted[low]!) * (at - low);
  };
}
