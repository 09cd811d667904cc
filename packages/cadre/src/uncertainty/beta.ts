import { normalQuantile } from "./normal.ts";
import { stirlingRest } from "./stirling.ts";

const MOST_PARTS = 20_000;
const TINY = 1e-300;
const MOST_STEPS = 200;

/**
 * The number between 0 and 1 below which a share `u` of a beta distribution lies; `a` and `b` are above 0. For many shares
 * of one distribution give its scale along.
 */
export function betaQuantile(a: number, b: number, u: number, scale = betaScale(a, b)): number {
  if (u <= 0) return 0;
  if (u >= 1) return 1;
  return u <= 0.5 ? lowerQuantile(a, b, u, scale) : 1 - lowerQuantile(b, a, 1 - u, scale);
}

/**
 * Newton's method on the logarithm of the share over the logarithm of x, nearly a straight line in the tail; a step that
 * leaves the bracket is replaced by halving it.
 */
function lowerQuantile(a: number, b: number, u: number, scale: number): number {
  const target = Math.log(u);
  let [low, high] = [Number.NEGATIVE_INFINITY, 0];
  let t = Math.min(start(a, b, u, scale), -1e-12);
  for (let step = 0; step < MOST_STEPS; step++) {
    const x = Math.exp(t);
    const kernel = betaKernel(a, b, x, scale);
    const share = betaShare(a, b, x, kernel);
    const off = Math.log(share) - target;
    if (off < 0) low = t;
    else high = t;
    // The slope is x times the density over the share; the kernel is x (1 − x) times the density.
    let next = t - (off * share * (1 - x)) / kernel;
    if (!(next > low && next < high)) next = Number.isFinite(low) ? (low + high) / 2 : 2 * t - 1;
    if (Math.abs(next - t) <= 1e-15 * Math.max(1, Math.abs(t))) return Math.exp(next);
    t = next;
  }
  return Math.exp(t);
}

/** Where to begin, as the logarithm of x: 26.5.22 of Abramowitz and Stegun, or the leading power of x in the tail. */
function start(a: number, b: number, u: number, scale: number): number {
  if (a > 1 && b > 1) {
    const y = -normalQuantile(u);
    const [p, q] = [1 / (2 * a - 1), 1 / (2 * b - 1)];
    const h = 2 / (p + q);
    const lambda = (y * y - 3) / 6;
    const w = (y * Math.sqrt(Math.max(h + lambda, 0))) / h - (q - p) * (lambda + 5 / 6 - 2 / (3 * h));
    return -Math.log1p((b / a) * Math.exp(2 * w));
  }
  // The leading power: u = x^a / (a B(a, b)), with the beta function B out of the scale.
  const logBeta = a * Math.log(a / (a + b)) + b * Math.log(b / (a + b)) - Math.log(scale);
  return (Math.log(u) + Math.log(a) + logBeta) / a;
}

/** The share of a beta distribution that lies below x. */
export function betaShare(a: number, b: number, x: number, kernel = betaKernel(a, b, x, betaScale(a, b))): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - (kernel * fraction(b, a, 1 - x)) / b;
  return (kernel * fraction(a, b, x)) / a;
}

/** Continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, by Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < MOST_PARTS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
}

/**
 * x^a (1 − x)^b over the beta function, written about the mean so that large exponents lose no digits: after C. Loader,
 * "Fast and accurate computation of binomial probabilities" (2000).
 */
function betaKernel(a: number, b: number, x: number, scale: number): number {
  const n = a + b;
  const off = n * x - a;
  const first = Math.abs(off) < a / 2 ? Math.log1p(off / a) : Math.log((x * n) / a);
  const second = Math.abs(off) < b / 2 ? Math.log1p(-off / b) : Math.log1p(-x) + Math.log(n / b);
  return scale * Math.exp(a * first + b * second);
}

/** The kernel at the mean of a beta distribution, which depends on nothing but its exponents; either order gives the same. */
export function betaScale(a: number, b: number): number {
  const rest = stirlingRest(a + b) - (stirlingRest(a) + stirlingRest(b));
  return Math.sqrt(((a / (a + b)) * b) / (2 * Math.PI)) * Math.exp(rest);
}
