import { logFactorial } from "../stirling.ts";

/** Below so many expected, counting up from none is faster than rejection. */
const FEW = 10;
/** Ten standard deviations and more beyond any mean below that. */
const FURTHEST = 80;

/** How many people come when `mean` are expected and each comes by himself; `next` gives numbers from 0 to below 1. */
export function poisson(mean: number, next: () => number): number {
  if (!(mean > 0)) return 0;
  return mean < FEW ? inverted(mean, next) : rejected(mean, next);
}

/** Walks up the distribution until a random share is used up. */
function inverted(mean: number, next: () => number): number {
  const none = Math.exp(-mean);
  for (;;) {
    let share = next();
    if (share < none) return 0;
    let chance = none;
    // Further out only rounding errors lead; such a share is drawn again.
    for (let k = 1; k <= FURTHEST; k++) {
      share -= chance;
      chance *= mean / k;
      if (share < chance) return k;
    }
  }
}

/**
 * Transformed rejection with squeeze, algorithm PTRS: W. Hörmann, "The transformed rejection method for generating Poisson
 * random variables", Insurance: Mathematics and Economics 12 (1993), with its constants; for means from 10.
 */
function rejected(mean: number, next: () => number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const alpha = 1.1239 + 1.1328 / (b - 3.4);
  const sure = 0.9277 - 3.6224 / (b - 2);
  const logMean = Math.log(mean);
  for (;;) {
    const u = next() - 0.5;
    const v = next();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= sure) return k;
    if (!(k >= 0) || (us < 0.013 && v > us)) continue;
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= k * logMean - mean - logFactorial(k)) return k;
  }
}
