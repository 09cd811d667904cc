/**
 * The years an axis names: the first, the last and round years between them, as many as fit side by side in `width` pixels.
 */
export function yearTicks(first: number, last: number, width: number): number[] {
  if (last <= first) return [first];
  const room = 44;
  const pixelsAYear = width / (last - first);
  if (pixelsAYear >= room) return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  // Planners think in fives: 2025, 2030, 2035.
  const step = [5, 10, 20, 50].find((years) => years * pixelsAYear >= room) ?? 100;
  const apart = Math.ceil(room / pixelsAYear);
  const between: number[] = [];
  for (let year = Math.ceil((first + 1) / step) * step; year < last; year += step) {
    if (year - first >= apart && last - year >= apart) between.push(year);
  }
  return (last - first) * pixelsAYear >= room ? [first, ...between, last] : [last];
}

/** The years a sentence names: the first, the last, and the years between that end in 0 or 5 and are not next to them. */
export function milestones(years: readonly number[]): number[] {
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return [];
  if (first === last) return [first];
  return [first, ...years.filter((year) => year % 5 === 0 && year - first > 2 && last - year > 2), last];
}
