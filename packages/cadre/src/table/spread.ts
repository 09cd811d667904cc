import { checkArguments, keys, list, NUMBER, NUMBERS, plain } from "../error/shape.ts";
import type { Band } from "./band.ts";

/**
 * Spreads the total of each age band over single ages: smooth across bands, never negative, and the total of every
 * band kept to rounding. `weight[i]` says how thick the ages are within their bands for other reasons (the share not
 * yet retired, say); equal weights spread by smoothness alone. Returns heads (or shares) by single age from `ageMin`.
 *
 * Method: monotone cubic interpolation (Fritsch and Carlson 1980) of the running total against the running weight,
 * so the spread is a smooth density times the weight.
 *
 * @example
 * ```ts
 * import { spreadBands } from "cadre/tables";
 * const bands = [{ from: 16, to: 17, label: "16-17" }, { from: 18, to: 20, label: "18-20" }];
 * spreadBands(bands, [40, 90], 16, [1, 1, 1, 1, 1]); // five ages that add up to 40 and 90
 * ```
 */
export function spreadBands(
  bands: readonly Band[],
  totals: readonly number[],
  ageMin: number,
  weight: ArrayLike<number>,
): Float64Array {
  const band = keys({
    from: NUMBER,
    to: plain("an age", (to) => typeof to === "number" && !Number.isNaN(to)),
  });
  const shapes = { bands: list(band), totals: NUMBERS, ageMin: NUMBER, weight: NUMBERS };
  checkArguments({ bands, totals, ageMin, weight }, shapes);
  const out = new Float64Array(weight.length);
  let start = 0;
  // A gap between bands (ages nobody named) breaks the smooth run: nobody is put there.
  while (start < bands.length) {
    let end = start + 1;
    while (end < bands.length && bands[end]!.from === bands[end - 1]!.to + 1) end++;
    spreadRun(bands.slice(start, end), totals.slice(start, end), ageMin, weight, out);
    start = end;
  }
  return out;
}

function spreadRun(
  bands: readonly Band[],
  totals: readonly number[],
  ageMin: number,
  weight: ArrayLike<number>,
  out: Float64Array,
): void {
  const last = weight.length - 1;
  const first = bands.map((band) => Math.max(band.from - ageMin, 0));
  const final = bands.map((band) => Math.min(band.to - ageMin, last));
  const knots = [0];
  const running = [0];
  bands.forEach((_, b) => {
    let width = 0;
    for (let i = first[b]!; i <= final[b]!; i++) width += weight[i]!;
    knots.push(knots[b]! + width);
    running.push(running[b]! + totals[b]!);
  });
  const slopes = monotoneSlopes(knots, running);
  bands.forEach((_, b) => {
    let at = knots[b]!;
    let before = running[b]!;
    let sum = 0;
    for (let i = first[b]!; i <= final[b]!; i++) {
      at += weight[i]!;
      const now = hermite(at, knots, running, slopes, b);
      out[i] = Math.max(0, now - before);
      sum += out[i]!;
      before = now;
    }
    // The last digits: the ages of a band add up to its total.
    const scale = sum > 0 ? totals[b]! / sum : 0;
    for (let i = first[b]!; i <= final[b]!; i++) out[i] = out[i]! * scale;
  });
}

/** Slopes at the knots that keep a cubic through increasing points increasing. */
function monotoneSlopes(x: readonly number[], y: readonly number[]): number[] {
  const n = x.length - 1;
  const h = Array.from({ length: n }, (_, i) => x[i + 1]! - x[i]!);
  const d = h.map((width, i) => (width > 0 ? (y[i + 1]! - y[i]!) / width : 0));
  if (n === 1) return [d[0]!, d[0]!];
  const slopes: number[] = [end(h[0]!, h[1]!, d[0]!, d[1]!)];
  for (let i = 1; i < n; i++) {
    const [before, after] = [d[i - 1]!, d[i]!];
    const w1 = 2 * h[i]! + h[i - 1]!;
    const w2 = h[i]! + 2 * h[i - 1]!;
    slopes.push(before > 0 && after > 0 ? (w1 + w2) / (w1 / before + w2 / after) : 0);
  }
  slopes.push(end(h[n - 1]!, h[n - 2]!, d[n - 1]!, d[n - 2]!));
  return slopes;
}

/** One-sided slope at an end, held between zero and three times the nearest step. */
function end(h0: number, h1: number, d0: number, d1: number): number {
  if (h0 + h1 <= 0) return 0;
  const slope = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);
  return Math.min(Math.max(slope, 0), 3 * d0);
}

function hermite(
  at: number,
  x: readonly number[],
  y: readonly number[],
  slopes: readonly number[],
  piece: number,
): number {
  const h = x[piece + 1]! - x[piece]!;
  if (h <= 0) return y[piece + 1]!;
  const t = Math.min(1, (at - x[piece]!) / h);
  const [y0, y1] = [y[piece]!, y[piece + 1]!];
  const [m0, m1] = [slopes[piece]! * h, slopes[piece + 1]! * h];
  return y0 * (1 + 2 * t) * (1 - t) ** 2 + m0 * t * (1 - t) ** 2 + y1 * t * t * (3 - 2 * t) + m1 * t * t * (t - 1);
}
