import type { NumbersOf } from "./distribution.ts";

/** A beta distribution by its exponents and its ends. */
export interface BetaShape {
  readonly a: number;
  readonly b: number;
  readonly low: number;
  readonly high: number;
}

/** The exponents of a beta distribution, by the method of moments where mean and spread are given. */
export function betaShape(beta: NumbersOf<"beta">): BetaShape {
  const { low = 0, high = 1 } = beta;
  if ("a" in beta) return { a: beta.a, b: beta.b, low, high };
  const mean = (beta.mean - low) / (high - low);
  const variance = (beta.sd / (high - low)) ** 2;
  const size = (mean * (1 - mean)) / variance - 1;
  return { a: mean * size, b: (1 - mean) * size, low, high };
}
