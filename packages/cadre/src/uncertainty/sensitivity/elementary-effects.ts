import { stream } from "../streams.ts";

/** Levels that each number takes, in the middle of so many equal parts of its range. */
const LEVELS = 8;
/** A step of half the levels: with it every level is taken equally often (Morris 1991). */
const STEP = LEVELS / 2;

/**
 * Rows of trajectories through the unit cube of `k` numbers: each begins at random and changes one number after the other,
 * in random order, by half of its range. By (row, number); `k + 1` rows a trajectory.
 */
export function trajectories(k: number, count: number, seed: number | string): Float64Array {
  const next = stream(seed, "trajectories");
  const rows = new Float64Array(count * (k + 1) * k);
  for (let t = 0; t < count; t++) {
    const level = Array.from({ length: k }, () => Math.floor(next() * LEVELS));
    const order = Array.from({ length: k }, (_, i) => i);
    for (let i = k - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (let r = 0; r <= k; r++) {
      if (r > 0) level[order[r - 1]!]! += level[order[r - 1]!]! < STEP ? STEP : -STEP;
      for (let i = 0; i < k; i++) rows[(t * (k + 1) + r) * k + i] = (level[i]! + 0.5) / LEVELS;
    }
  }
  return rows;
}

/** Mean, mean absolute value and standard deviation of the effects of each number, per whole range of it. */
export function effectsOf(
  rows: Float64Array,
  results: Float64Array,
  k: number,
): { mean: number; meanAbsolute: number; sd: number }[] {
  const effects: number[][] = Array.from({ length: k }, () => []);
  for (let r = 1; r < results.length; r++) {
    if (r % (k + 1) === 0) continue;
    for (let i = 0; i < k; i++) {
      const change = rows[r * k + i]! - rows[(r - 1) * k + i]!;
      if (change !== 0) effects[i]!.push((results[r]! - results[r - 1]!) / change);
    }
  }
  return effects.map((found) => {
    const mean = found.reduce((sum, effect) => sum + effect, 0) / found.length;
    const meanAbsolute = found.reduce((sum, effect) => sum + Math.abs(effect), 0) / found.length;
    const squares = found.reduce((sum, effect) => sum + (effect - mean) ** 2, 0);
    return { mean, meanAbsolute, sd: Math.sqrt(squares / Math.max(1, found.length - 1)) };
  });
}
