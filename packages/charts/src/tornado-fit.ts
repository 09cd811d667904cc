/** One side of a bar: how far it reaches from the centre, in the unit of the measure, and the pixels of the word beyond. */
export interface BarReach {
  reach: number;
  word: number;
}

/** Where the centre lies, and how many pixels make a unit, so that every bar is as long as its word leaves room for. */
export function tornadoFit(
  rows: readonly { before: BarReach; behind: BarReach }[],
  width: number,
): { at: number; perUnit: number } {
  const need = (side: "before" | "behind", perUnit: number) =>
    Math.max(0, ...rows.map((row) => row[side].reach * perUnit + row[side].word));
  const widest = Math.max(0, ...rows.flatMap(({ before, behind }) => [before.reach, behind.reach]));
  if (widest === 0) return { at: width / 2, perUnit: 0 };
  let [low, high] = [0, width / widest];
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (low + high) / 2;
    if (need("before", middle) + need("behind", middle) <= width) low = middle;
    else high = middle;
  }
  return { at: need("before", low), perUnit: low };
}
