/** A number that is not known exactly, by the shape of what is believed of it. */
export type Distribution =
  | { readonly p10: number; readonly p90: number }
  | { readonly normal: { readonly mean: number; readonly sd: number } }
  | { readonly lognormal: { readonly median: number; readonly sd: number } }
  | { readonly uniform: { readonly low: number; readonly high: number } }
  | { readonly triangular: { readonly low: number; readonly mode: number; readonly high: number } }
  | { readonly pert: { readonly low: number; readonly mode: number; readonly high: number } };

/** The mean of a distribution (an 80% interval is read as normal); a plain number is itself. */
export function centre(effect: number | Distribution): number {
  if (typeof effect === "number") return effect;
  if ("p10" in effect) return (effect.p10 + effect.p90) / 2;
  if ("normal" in effect) return effect.normal.mean;
  if ("lognormal" in effect) return effect.lognormal.median * Math.exp(effect.lognormal.sd ** 2 / 2);
  if ("uniform" in effect) return (effect.uniform.low + effect.uniform.high) / 2;
  if ("triangular" in effect) return (effect.triangular.low + effect.triangular.mode + effect.triangular.high) / 3;
  return (effect.pert.low + 4 * effect.pert.mode + effect.pert.high) / 6;
}
