import { stream } from "../streams.ts";

/** A share of a variance, and where nineteen of twenty resamples of the rows put it. */
export interface VarianceShare {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Resamples behind an interval. */
const RESAMPLES = 400;

/**
 * Rows of the design of Saltelli and others (2010) from 2k independent columns `base`, by (row, column): for each of its
 * rows, first the first half of the columns (A), then the second half (B), then A with one column from B, for each column.
 * By (row, number); `k + 2` rows for each row of `base`.
 */
export function pickedRows(base: Float64Array, k: number): Float64Array {
  const n = base.length / (2 * k);
  const rows = new Float64Array(n * (k + 2) * k);
  for (let r = 0, at = 0; r < n; r++) {
    const A = base.subarray(2 * r * k, 2 * r * k + k);
    const B = base.subarray(2 * r * k + k, 2 * (r + 1) * k);
    rows.set(A, at);
    rows.set(B, at + k);
    for (let i = 0; i < k; i++) {
      rows.set(A, at + (2 + i) * k);
      rows[at + (2 + i) * k + i] = B[i]!;
    }
    at += (k + 2) * k;
  }
  return rows;
}

/**
 * First and total shares of the variance of each number, from the results of `pickedRows`: the first by Saltelli and others
 * (2010), `mean(f(B)·(f(ABᵢ) − f(A))) ÷ variance`, the total by Jansen (1999), `mean((f(A) − f(ABᵢ))²) ÷ 2 variance`;
 * intervals by resampling rows (Archer, Saltelli and Sobol 1997).
 */
export function varianceShares(
  results: Float64Array,
  k: number,
  seed: number | string,
): { first: VarianceShare; total: VarianceShare }[] {
  const n = results.length / (k + 2);
  // About their mean: the estimate of the first share is steadier then, and the same.
  const mean = results.reduce((sum, value) => sum + value, 0) / results.length;
  const f = results.map((value) => value - mean);
  const all = Int32Array.from({ length: n }, (_, r) => r);
  const next = stream(seed, "resamples");
  const resamples = Array.from({ length: RESAMPLES }, () => all.map(() => Math.floor(next() * n)));
  const at = sharesOf(f, k, all);
  const again = resamples.map((rows) => sharesOf(f, k, rows));
  return at.map(({ first, total }, i) => ({
    first: withInterval(
      first,
      again.map((one) => one[i]!.first),
    ),
    total: withInterval(
      total,
      again.map((one) => one[i]!.total),
    ),
  }));
}

function sharesOf(f: Float64Array, k: number, rows: Int32Array): { first: number; total: number }[] {
  const step = k + 2;
  let [sum, squares] = [0, 0];
  for (const r of rows) {
    sum += f[r * step]! + f[r * step + 1]!;
    squares += f[r * step]! ** 2 + f[r * step + 1]! ** 2;
  }
  const variance = squares / (2 * rows.length) - (sum / (2 * rows.length)) ** 2;
  return Array.from({ length: k }, (_, i) => {
    let [first, total] = [0, 0];
    for (const r of rows) {
      const [A, B, picked] = [f[r * step]!, f[r * step + 1]!, f[r * step + 2 + i]!];
      first += B * (picked - A);
      total += (A - picked) ** 2;
    }
    // A result that nothing moves has no variance to share.
    if (!(variance > 0)) return { first: 0, total: 0 };
    return { first: first / rows.length / variance, total: total / (2 * rows.length) / variance };
  });
}

function withInterval(value: number, again: readonly number[]): VarianceShare {
  const sorted = [...again].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return { value, low: at(0.025), high: at(0.975) };
}
