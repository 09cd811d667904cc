import { solveSymmetric } from "./cholesky.ts";
import { sumsOf } from "./fit.ts";
import type { LaidMargin } from "./space.ts";

/** One figure among all of all margins. */
interface Figure {
  readonly target: number;
  /** How far it gives way under a unit of pressure, in heads; zero for a figure that must hold. */
  readonly give: number;
}

/**
 * Moves the cells to the compromise between margins that contradict each other: among all cells that hold the fully
 * trusted margins, those with the least Σ w·(fitted − target)² ÷ target over the other figures, w = trust ÷ (1 − trust).
 * Cells stay their start times one factor a figure, as in proportional fitting, so they keep its cross-product ratios.
 * Changes `cells` in place; they must hold the fully trusted margins already.
 *
 * Method: proximal points. Each round minimises the misfit plus a small entropy distance from the round before, by
 * Newton's method on the logarithms of the factors (generalised raking, Deville, Särndal and Sautory 1993); the
 * distance shrinks to nothing, and the misfit alone remains. Method page: docs/method/reconciliation.md.
 */
export function compromise(cells: Float64Array, margins: readonly LaidMargin[]): void {
  const weights = margins.map(({ margin }) => margin.trust / (1 - margin.trust));
  // Small beside the weakest figure, so that a few rounds do; the ratio to the strongest stays within the digits.
  const pull = 1e-3 * Math.min(...weights);
  const figures: Figure[] = margins.flatMap(({ targets }, m) =>
    targets.map(({ value }) => ({
      target: value,
      // A figure of zero gets the variance of one person; otherwise it would have none.
      give: Number.isFinite(weights[m]) ? (pull / weights[m]!) * Math.max(value, 1) : 0,
    })),
  );
  for (let round = 0; round < 100; round++) {
    const before = fittedOf(cells, margins);
    settle(cells, margins, figures);
    const after = fittedOf(cells, margins);
    const scale = Math.max(...after, Number.MIN_VALUE);
    if (after.every((value, j) => Math.abs(value - before[j]!) <= 1e-10 * scale)) return;
  }
}

const fittedOf = (cells: Float64Array, margins: readonly LaidMargin[]): Float64Array =>
  Float64Array.from(margins.flatMap((margin) => [...sumsOf(margin, cells)]));

/** One round: the cells nearest to the present ones in entropy that give way to the figures as far as they press. */
function settle(cells: Float64Array, margins: readonly LaidMargin[], figures: readonly Figure[]): void {
  const start = Float64Array.from(cells);
  let factors = new Float64Array(figures.length);
  let worth = worthOf(cells, factors, figures);
  let last = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 200; step++) {
    const fitted = fittedOf(cells, margins);
    const slack = Float64Array.from(figures, ({ target, give }, j) => target - fitted[j]! - give * factors[j]!);
    const total = Math.max(...fitted, 1);
    if (slack.every((value) => Math.abs(value) <= 1e-13 * total)) return;
    const direction = solveSymmetric(curvature(cells, margins, figures), slack);
    const turn = logFactors(margins, direction, cells.length);
    const gain = slack.reduce((sum, value, j) => sum + value * direction[j]!, 0);
    // The exponential is too far from its tangent beyond e². A cell on its way to nobody may go there at once: it no
    // longer weighs in any figure.
    let steepest = 0;
    for (let i = 0; i < cells.length; i++)
      if (turn[i]! > 0 || cells[i]! > 1e-15 * total) steepest = Math.max(steepest, Math.abs(turn[i]!));
    let length = Math.min(1, 2 / steepest);
    for (; ; length /= 2) {
      const next = factors.map((value, j) => value + length * direction[j]!);
      const shift = logFactors(margins, next, cells.length);
      for (let i = 0; i < cells.length; i++) cells[i] = start[i]! * Math.exp(shift[i]!);
      const now = worthOf(cells, next, figures);
      // At the end of the digits a step can no longer be told from none.
      if (now >= worth + 1e-4 * length * gain || length < 1e-6 || gain <= 1e-12 * total) {
        factors = next;
        worth = now;
        break;
      }
    }
    // Near the end each step gains far less than the last, until rounding is all there is.
    if (gain <= 1e-14 * total && gain > last / 4) return;
    last = gain;
  }
}

/** The concave function that Newton's method climbs; its slope is what the figures still lack. */
function worthOf(cells: Float64Array, factors: Float64Array, figures: readonly Figure[]): number {
  let worth = 0;
  figures.forEach(({ target, give }, j) => {
    worth += factors[j]! * (target - (give * factors[j]!) / 2);
  });
  for (let i = 0; i < cells.length; i++) worth -= cells[i]!;
  return worth;
}

function logFactors(margins: readonly LaidMargin[], factors: Float64Array, size: number): Float64Array {
  const sums = new Float64Array(size);
  let offset = 0;
  for (const { slot, targets } of margins) {
    for (let i = 0; i < size; i++) if (slot[i]! >= 0) sums[i]! += factors[offset + slot[i]!]!;
    offset += targets.length;
  }
  return sums;
}

/** Heads that two figures have in common, for every pair, and on the diagonal how far each gives way. */
function curvature(cells: Float64Array, margins: readonly LaidMargin[], figures: readonly Figure[]): Float64Array[] {
  const matrix = figures.map(({ give }, j) => {
    const row = new Float64Array(figures.length);
    row[j] = give;
    return row;
  });
  const offsets: number[] = [];
  let offset = 0;
  for (const { targets } of margins) {
    offsets.push(offset);
    offset += targets.length;
  }
  for (let a = 0; a < margins.length; a++)
    for (let b = 0; b < margins.length; b++) {
      const [one, other] = [margins[a]!.slot, margins[b]!.slot];
      for (let i = 0; i < cells.length; i++)
        if (one[i]! >= 0 && other[i]! >= 0) matrix[offsets[a]! + one[i]!]![offsets[b]! + other[i]!]! += cells[i]!;
    }
  return matrix;
}
