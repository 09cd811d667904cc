/** Counts from 1 to one below the threshold could be recognised as people. */
export const isSmall = (count: number, threshold: number): boolean => count > 0 && count < threshold;

/**
 * Puts small counts of unordered things together under one name, with the next smallest where even together they are
 * small. When all of them are small, their number is undefined: fewer than the threshold.
 */
export function poolSmall(
  counts: ReadonlyMap<string, number>,
  threshold: number,
  together: string,
): { readonly name: string; readonly count: number | undefined }[] {
  const sorted = [...counts].filter(([, count]) => count > 0).sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  let pooled = 0;
  let taken = 0;
  while (taken < sorted.length && (isSmall(sorted[taken]![1], threshold) || isSmall(pooled, threshold)))
    pooled += sorted[taken++]![1];
  const rest = sorted
    .slice(taken)
    .reverse()
    .map(([name, count]) => ({ name, count }));
  if (taken === 0) return rest;
  return [...rest, { name: together, count: isSmall(pooled, threshold) ? undefined : pooled }];
}

/** A class of something ordered, from one whole number to another; the last one has no upper end. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/**
 * Joins neighbouring bands until none of the counts that will be shown of a band is small. A band that stays small at the
 * end joins the one before it. The bands cover the same range as before.
 */
export function joinBands(
  bands: readonly Band[],
  countsOf: (band: Band) => readonly number[],
  threshold: number,
): readonly Band[] {
  const small = (band: Band): boolean => countsOf(band).some((count) => isSmall(count, threshold));
  const joined: Band[] = [];
  let open: Band | undefined;
  for (const band of bands) {
    open = open ? { from: open.from, to: band.to } : band;
    if (small(open)) continue;
    joined.push(open);
    open = undefined;
  }
  while (open && joined.length > 0) {
    open = { from: joined.pop()!.from, to: open.to };
    if (!small(open)) {
      joined.push(open);
      open = undefined;
    }
  }
  return open ? [open] : joined;
}

/** Of a list of numbers that add up to a whole, each small one becomes zero or the threshold, whichever is nearer. */
export const roundSmall = (count: number, threshold: number): number =>
  isSmall(count, threshold) ? (count * 2 < threshold ? 0 : threshold) : count;
