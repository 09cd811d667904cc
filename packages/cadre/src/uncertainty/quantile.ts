import { betaShape } from "../scenario/beta-shape.ts";
import { checkedEffect } from "../scenario/checked-effect.ts";
import type { Distribution } from "../scenario/distribution.ts";
import { type Interval, normalScale } from "../scenario/interval.ts";
import { betaQuantile, betaScale } from "./beta.ts";
import { normalQuantile } from "./normal.ts";

/** The value of a distribution below which a share `u` of it lies; a plain number is itself. */
export function quantile(effect: number | Distribution, u: number): number {
  return compileQuantile(effect)(u);
}

/**
 * `quantile` for many shares of one distribution: what does not depend on the share is worked out once. Throws a
 * `CadreError` for a distribution that is none.
 */
export function compileQuantile(given: number | Distribution): (u: number) => number {
  const effect = typeof given === "number" ? given : checkedEffect(given);
  if (typeof effect === "number") return () => effect;
  if ("p10" in effect) return interval(effect);
  if ("normal" in effect) {
    const { mean, sd } = effect.normal;
    return (u) => mean + sd * normalQuantile(u);
  }
  if ("lognormal" in effect) {
    const { median, sd } = effect.lognormal;
    return (u) => median * Math.exp(sd * normalQuantile(u));
  }
  if ("uniform" in effect) return between(effect.uniform.low, effect.uniform.high);
  if ("triangular" in effect) return triangular(effect.triangular);
  if ("pert" in effect) return pert(effect.pert);
  if ("discrete" in effect) return discrete(effect.discrete);
  const { a, b, low, high } = betaShape(effect.beta);
  return scaledBeta(a, b, low, high);
}

const between =
  (low: number, high: number) =>
  (u: number): number =>
    low + (high - low) * u;

function interval(given: Interval): (u: number) => number {
  const { p10, p90, family } = given;
  if (p10 === p90) return () => p10;
  // A tenth lies beyond either end, and eight tenths between.
  if (family === "uniform") return between(p10 - (p90 - p10) / 8, p90 + (p90 - p10) / 8);
  const { middle, sd, back } = normalScale(given);
  return (u) => back(middle + sd * normalQuantile(u));
}

function triangular({ low, mode, high }: { low: number; mode: number; high: number }): (u: number) => number {
  if (high === low) return () => low;
  const turn = (mode - low) / (high - low);
  return (u) =>
    u < turn
      ? low + Math.sqrt(u * (high - low) * (mode - low))
      : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
}

/** PERT: a beta distribution whose mean is (low + 4 mode + high) / 6. */
function pert({ low, mode, high }: { low: number; mode: number; high: number }): (u: number) => number {
  if (high === low) return () => low;
  return scaledBeta(1 + (4 * (mode - low)) / (high - low), 1 + (4 * (high - mode)) / (high - low), low, high);
}

function scaledBeta(a: number, b: number, low: number, high: number): (u: number) => number {
  const scale = betaScale(a, b);
  return (u) => low + (high - low) * betaQuantile(a, b, u, scale);
}

/** Values from the lowest up, each for as much of (0, 1) as its share. */
function discrete(values: readonly { value: number; share: number }[]): (u: number) => number {
  const rising = values.filter(({ share }) => share > 0).sort((one, other) => one.value - other.value);
  let sum = 0;
  const ends = rising.map(({ share }) => {
    sum += share;
    return sum;
  });
  return (u) => (rising.find((_, i) => u * sum < ends[i]!) ?? rising[rising.length - 1]!).value;
}
