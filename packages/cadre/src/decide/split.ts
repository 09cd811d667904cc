/** A value that separates where something is gained from where nothing is. */
export interface Split {
  readonly beyond: "above" | "below";
  readonly value: number;
  /** Mean gain of the points beyond it. */
  readonly saves: number;
  /** Share of the points beyond it. */
  readonly share: number;
}

/** A split leaves at least this share of the points on each side, and its gain is so many standard errors above zero. */
const [LEAST, SURE] = [0.05, 2];

/**
 * The value of `x` beyond which most is gained in all, if there is nothing to gain on its other side. It is found in every
 * other point and has to hold in the rest beyond chance.
 */
export function bestSplit(x: Float64Array, gain: Float64Array): Split | undefined {
  const points = Array.from(x.keys());
  const found = points.filter((d) => d % 2 === 0).sort((a, b) => x[a]! - x[b]!);
  const least = Math.max(2, Math.ceil(LEAST * found.length));
  const sum = (of: readonly number[]) => of.reduce((so, d) => so + gain[d]!, 0);
  const total = sum(found);
  let best: { beyond: Split["beyond"]; value: number; sum: number } | undefined;
  let below = 0;
  for (let i = 0; i < found.length - least; i++) {
    below += gain[found[i]!]!;
    const [here, next] = [x[found[i]!]!, x[found[i + 1]!]!];
    if (i + 1 < least || here === next) continue;
    const value = (here + next) / 2;
    for (const [beyond, won, rest] of [
      ["below", below, total - below],
      ["above", total - below, below],
    ] as const)
      if (won > 0 && rest <= 0 && (!best || won > best.sum)) best = { beyond, value, sum: won };
  }
  if (!best) return undefined;
  const { beyond, value } = best;
  const isBeyond = (d: number) => (beyond === "above" ? x[d]! > value : x[d]! < value);
  const held = points.filter((d) => d % 2 === 1);
  const [there, rest] = [held.filter(isBeyond), held.filter((d) => !isBeyond(d))];
  if (there.length < 2 || sum(rest) > 0) return undefined;
  const mean = sum(there) / there.length;
  const spread = there.reduce((so, d) => so + (gain[d]! - mean) ** 2, 0) / (there.length - 1);
  if (mean <= SURE * Math.sqrt(spread / there.length)) return undefined;
  const all = points.filter(isBeyond);
  return { beyond, value, saves: sum(all) / all.length, share: all.length / points.length };
}
