import { normalQuantile } from "./normal.ts";
import { stirlingRest } from "./stirling.ts";

const MOST_PARTS = 20_000;
const TINY = 1e-300;
const MOST_STEPS = 200;
/** Logarithm of 0.99: a number that lies so far from an end is not found from there. */
const NEAR_ONE = Math.log(0.99);

/**
 * The number between 0 and 1 below which a share `u` of a beta distribution lies; `a` and `b` are above 0. For many shares
 * of one distribution give its scale along.
 */
export function betaQuantile(a: number, b: number, u: number, scale = betaScale(a, b)): number {
  if (u <= 0) return 0;
  if (u >= 1) return 1;
  if (u <= 0.5) return Math.exp(solved(a, b, u, "below", start(a, b, u, scale), scale));
  // From the other end, where the share beyond is small; a number far from that end would be left with few digits.
  const t = solved(b, a, 1 - u, "below", start(b, a, 1 - u, scale), scale);
  if (t < NEAR_ONE) return -Math.expm1(t);
  const near = t < 0 ? Math.log(-Math.expm1(t)) : start(a, b, u, scale);
  return Math.exp(solved(a, b, 1 - u, "above", near, scale));
}

/**
 * The logarithm of the number that has so large a share below or above it. Newton's method on the logarithm of the share
 * over the logarithm of x, nearly a straight line in the tail; a step that leaves the bracket is replaced by halving it.
 */
function solved(a: number, b: number, share: number, side: "below" | "above", from: number, scale: number): number {
  const target = Math.log(share);
  const rising = side === "below" ? 1 : -1;
  let [low, high] = [Number.NEGATIVE_INFINITY, 0];
  let t = Math.min(from, -1e-12);
  for (let step = 0; step < MOST_STEPS; step++) {
    // The number and its distance from 1, each with all its digits.
    const [x, y] = [Math.exp(t), -Math.expm1(t)];
    const kernel = betaKernel(a, b, x, y, scale);
    const found = side === "below" ? shareBelow(a, b, x, y, kernel) : shareBelow(b, a, y, x, kernel);
    const off = rising * (Math.log(found) - target);
    if (off < 0) low = t;
    else high = t;
    // The slope is x times the density over the share; the kernel is x (1 − x) times the density.
    let next = t - (off * found * y) / kernel;
    if (!(next > low && next < high)) next = Number.isFinite(low) ? (low + high) / 2 : 2 * t - 1;
    if (Math.abs(next - t) <= 1e-15 * Math.max(1, Math.abs(t))) return next;
    t = next;
  }
  return t;
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

/** The share of a beta distribution that lies below x = 1 − y. */
function shareBelow(a: number, b: number, x: number, y: number, kernel: number): number {
  // The fraction takes few parts below about the mean; above, from the other end.
  return x > (a + 1) / (a + b + 2) ? 1 - kernel / fraction(b, a, y, x) : kernel / fraction(a, b, x, y);
}

/**
 * The continued fraction of A. R. DiDonato and A. H. Morris, "Significant digit computation of the incomplete beta function
 * ratios", ACM Transactions on Mathematical Software 18 (1992), by Lentz's method. It takes x and y = 1 − x, so that no
 * digits are lost near either end.
 */
function fraction(a: number, b: number, x: number, y: number): number {
  const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  const off = a * y - b * x + 1;
  let value = away((a * off) / (a + 1));
  let c = value;
  let d = 0;
  for (let m = 1; m < MOST_PARTS; m++) {
    const n = a + 2 * m;
    const top = ((a + m - 1) / (n - 1)) * ((a + b + m - 1) / (n - 1)) * m * (b - m) * x * x;
    const under = m + (m * (b - m) * x) / (n - 1) + ((a + m) * (off + m * (1 + y))) / (n + 1);
    d = 1 / away(under + top * d);
    c = away(under + top / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
}

/**
 * x^a y^b over the beta function, y = 1 − x, written about the mean so that large exponents lose no digits: after C. Loader,
 * "Fast and accurate computation of binomial probabilities" (2000).
 */
function betaKernel(a: number, b: number, x: number, y: number, scale: number): number {
  const n = a + b;
  const off = b * x - a * y;
  const first = Math.abs(off) < a / 2 ? Math.log1p(off / a) : Math.log(x * (n / a));
  const second = Math.abs(off) < b / 2 ? Math.log1p(-off / b) : Math.log(y * (n / b));
  return scale * Math.exp(a * first + b * second);
}

/** The kernel at the mean of a beta distribution, which depends on nothing but its exponents; either order gives the same. */
export function betaScale(a: number, b: number): number {
  const rest = stirlingRest(a + b) - (stirlingRest(a) + stirlingRest(b));
  return Math.sqrt(((a / (a + b)) * b) / (2 * Math.PI)) * Math.exp(rest);
}
