import { binomial } from "./binomial.ts";

/** So few are quicker placed one by one. */
const APIECE = 5;

/**
 * Shares `n` people out by chance among `count` kinds, each person independently and in proportion to the weights, which
 * need not add up to 1. Writes heads to `into[at … at + count)` and allocates nothing; everybody lands somewhere, nobody
 * on a weight of 0. Without any weight nobody is placed.
 */
export function multinomial(
  n: number,
  weights: Float64Array,
  next: () => number,
  into: Float64Array,
  at = 0,
  count = weights.length,
): void {
  let last = -1;
  let total = 0;
  for (let i = 0; i < count; i++) {
    into[at + i] = 0;
    if (weights[i]! > 0) {
      total += weights[i]!;
      last = i;
    }
  }
  if (n <= APIECE) {
    for (let person = 0; person < n && last >= 0; person++) into[at + kind(weights, last, next() * total)]!++;
    return;
  }
  let left = n;
  for (let i = 0; i < last && left > 0; i++) {
    if (!(weights[i]! > 0)) continue;
    const heads = binomial(left, Math.min(1, weights[i]! / total), next);
    into[at + i] = heads;
    left -= heads;
    total -= weights[i]!;
  }
  if (last >= 0) into[at + last]! += left;
}

/** The kind on which a point of the weights laid end to end falls. */
function kind(weights: Float64Array, last: number, point: number): number {
  let rest = point;
  for (let i = 0; i < last; i++) {
    if (rest < weights[i]!) return i;
    if (weights[i]! > 0) rest -= weights[i]!;
  }
  return last;
}
