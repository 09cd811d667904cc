/** Fewer years than this fit beside each other, each with its number. */
const FEW = 8;
/** Neither an end of the axis nor nothing: office programs shift what follows an empty cell. */
const NO_MARK = "\u00a0";

/** The years that an axis names: all where they are few, or else the first, the last, and round fives that are not close to them. */
export function yearMarks(years: readonly string[]): string[] {
  if (years.length <= FEW) return [...years];
  const last = years.length - 1;
  return years.map((year, i) => {
    const named = i === 0 || i === last || (Number(year) % 5 === 0 && i >= 3 && last - i >= 3);
    return named ? year : NO_MARK;
  });
}
