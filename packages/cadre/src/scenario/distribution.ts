import { betaShape } from "./beta-shape.ts";
import { checkedEffect } from "./checked-effect.ts";
import { type Interval, intervalMean } from "./interval.ts";

/** A beta distribution between `low` and `high` (0 and 1 when left out), by its exponents or by its mean and spread. */
export type Beta =
  | { readonly a: number; readonly b: number; readonly low?: number; readonly high?: number }
  | { readonly mean: number; readonly sd: number; readonly low?: number; readonly high?: number };

/** A number that is not known exactly, by the shape of what is believed of it. */
export type Distribution =
  | Interval
  | { readonly normal: { readonly mean: number; readonly sd: number } }
  /** `sd` is that of the logarithm. */
  | { readonly lognormal: { readonly median: number; readonly sd: number } }
  | { readonly uniform: { readonly low: number; readonly high: number } }
  | { readonly triangular: { readonly low: number; readonly mode: number; readonly high: number } }
  | { readonly pert: { readonly low: number; readonly mode: number; readonly high: number } }
  | { readonly beta: Beta }
  /** One of a few values, each with its share; shares add up to 1. */
  | { readonly discrete: readonly { readonly value: number; readonly share: number }[] };

/** The mean of a distribution; a plain number is itself. Throws a `CadreError` for a distribution that is none. */
export function centre(given: number | Distribution): number {
  if (typeof given === "number") return given;
  const effect = checkedEffect(given);
  if (typeof effect === "number") return effect;
  if ("p10" in effect) return intervalMean(effect);
  if ("normal" in effect) return effect.normal.mean;
  if ("lognormal" in effect) return effect.lognormal.median * Math.exp(effect.lognormal.sd ** 2 / 2);
  if ("uniform" in effect) return (effect.uniform.low + effect.uniform.high) / 2;
  if ("triangular" in effect) return (effect.triangular.low + effect.triangular.mode + effect.triangular.high) / 3;
  if ("pert" in effect) return (effect.pert.low + 4 * effect.pert.mode + effect.pert.high) / 6;
  if ("discrete" in effect) return effect.discrete.reduce((sum, { value, share }) => sum + value * share, 0);
  const { a, b, low, high } = betaShape(effect.beta);
  return low + ((high - low) * a) / (a + b);
}
