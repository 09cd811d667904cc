/** Where the series ends and the continued fraction begins. */
const FAR = 2.5;
/** Parts of the continued fraction; beyond FAR this many give all digits. */
const PARTS = 60;

/** The share of a standard normal distribution that lies below `z`, to 14 digits in both tails. */
export function normalShare(z: number): number {
  return z > 0 ? 1 - tail(z) : tail(-z);
}

/**
 * The share beyond a distance from the middle: a series of positive terms near it, Laplace's continued fraction further
 * out (NIST Digital Library of Mathematical Functions, 7.6.2 and 7.9.1).
 */
function tail(size: number): number {
  const height = Math.exp((-size * size) / 2) / Math.sqrt(2 * Math.PI);
  if (size < FAR) {
    let term = size;
    let sum = term;
    for (let odd = 3; term > sum * 1e-17; odd += 2) {
      term *= (size * size) / odd;
      sum += term;
    }
    return 0.5 - height * sum;
  }
  let fraction = size;
  for (let part = PARTS; part >= 1; part--) fraction = size + part / fraction;
  return height / fraction;
}
