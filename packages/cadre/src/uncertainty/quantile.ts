import type { Distribution } from "../scenario/distribution.ts";
import { normalQuantile } from "./normal.ts";

/** The normal quantile at 90%: an 80% interval reaches this many standard deviations to each side. */
const Z90 = normalQuantile(0.9);

/** The value of a distribution below which a share `u` of it lies; a plain number is itself. */
export function quantile(effect: number | Distribution, u: number): number {
  if (typeof effect === "number") return effect;
  if ("p10" in effect) {
    const mean = (effect.p10 + effect.p90) / 2;
    return mean + ((effect.p90 - effect.p10) / (2 * Z90)) * normalQuantile(u);
  }
  if ("normal" in effect) return effect.normal.mean + effect.normal.sd * normalQuantile(u);
  if ("lognormal" in effect) return effect.lognormal.median * Math.exp(effect.lognormal.sd * normalQuantile(u));
  if ("uniform" in effect) return effect.uniform.low + (effect.uniform.high - effect.uniform.low) * u;
  if ("triangular" in effect) return triangular(effect.triangular, u);
  return pert(effect.pert, u);
}

function triangular({ low, mode, high }: { low: number; mode: number; high: number }, u: number): number {
  if (high === low) return low;
  const turn = (mode - low) / (high - low);
  return u < turn
    ? low + Math.sqrt(u * (high - low) * (mode - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
}

/** PERT: a beta distribution over low to high, its quantile found by bisection of the beta integral. */
function pert({ low, mode, high }: { low: number; mode: number; high: number }, u: number): number {
  if (high === low) return low;
  const a = 1 + (4 * (mode - low)) / (high - low);
  const b = 1 + (4 * (high - mode)) / (high - low);
  let [x0, x1] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const x = (x0 + x1) / 2;
    if (betaShare(a, b, x) < u) x0 = x;
    else x1 = x;
  }
  return low + ((x0 + x1) / 2) * (high - low);
}

const STEPS = 400;

/** Share of a beta distribution below `x`, by Simpson's rule; a and b are at least 1 here, so the density is bounded. */
function betaShare(a: number, b: number, x: number): number {
  const density = (t: number) => t ** (a - 1) * (1 - t) ** (b - 1);
  const area = (to: number) => {
    let sum = density(0) + density(to);
    for (let i = 1; i < STEPS; i++) sum += density((to * i) / STEPS) * (i % 2 ? 4 : 2);
    return (sum * to) / STEPS / 3;
  };
  return area(x) / area(1);
}
