import { betaShape } from "./beta-shape.ts";
import { checkedEffect } from "./checked-effect.ts";
import type { Distribution } from "./distribution.ts";
import { intervalMean } from "./interval.ts";

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
