import { logFactorial } from "../stirling.ts";

/** Below so many expected, counting up from none is faster than rejection. */
const FEW = 10;

/** A number that is not far from the mean, however small that is. */
const FAR = 40;

/**
 * How many of `n` people something happens to, each with chance `p`, independently. `n` is a whole number from 0 to
 * below 2³² and `p` lies between 0 and 1; `next` gives numbers from 0 to below 1.
 */
export function binomial(n: number, p: number, next: () => number): number {
  if (!(n > 0) || !(p > 0)) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - rarer(n, 1 - p, next);
  return rarer(n, p, next);
}

const rarer = (n: number, p: number, next: () => number): number =>
  n * p < FEW ? inverted(n, p, next) : rejected(n, p, next);

/** Walks up the distribution until a random share is used up. */
function inverted(n: number, p: number, next: () => number): number {
  const none = power(1 - p, n);
  for (;;) {
    let share = next();
    if (share < none) return 0;
    const odds = p / (1 - p);
    let chance = none;
    for (let k = 1; k <= n; k++) {
      // Further than ten standard deviations beyond the mean only rounding errors lead; such a share is drawn again.
      if (k > FAR && k > FAR + n * p + 10 * Math.sqrt(n * p)) break;
      share -= chance;
      chance *= (odds * (n - k + 1)) / k;
      if (share < chance) return k;
    }
  }
}

/** A number to a whole power, by squaring: for small n faster than `**`. */
function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest >>>= 1) {
    if (rest & 1) result *= square;
    square *= square;
  }
  return result;
}

/**
 * Transformed rejection with squeeze, algorithm BTRS: W. Hörmann, "The generation of binomial random variates", Journal of
 * Statistical Computation and Simulation 46 (1993), with its constants; for p up to ½ and n p from 10.
 */
function rejected(n: number, p: number, next: () => number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const sure = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const mode = Math.floor((n + 1) * p);
  const logOdds = Math.log(p / (1 - p));
  const atMode = logFactorial(mode) + logFactorial(n - mode);
  for (;;) {
    const u = next() - 0.5;
    const v = next();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (us >= 0.07 && v <= sure) return k;
    if (!(k >= 0 && k <= n)) continue;
    const height = (v * alpha) / (a / (us * us) + b);
    if (Math.log(height) <= atMode - logFactorial(k) - logFactorial(n - k) + (k - mode) * logOdds) return k;
  }
}
