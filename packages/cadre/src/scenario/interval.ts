import { Z90 } from "../table/normal-ends.ts";
/** Shapes an 80% interval can be read as. */
export const FAMILIES = ["normal", "lognormal", "uniform", "logit-normal"] as const;

/** The shape of an 80% interval: which numbers between and beyond its ends are how likely. */
export type Family = (typeof FAMILIES)[number];

/** An 80% interval: one time in ten the number lies below `p10`, one time in ten above `p90`. */
export interface Interval {
  readonly p10: number;
  readonly p90: number;
  /** `normal` when left out. */
  readonly family?: Family;
}

/** On a scale where it is normal, the middle and the standard deviation of an interval, and the way back from there. */
export function normalScale({ p10, p90, family }: Interval): {
  readonly middle: number;
  readonly sd: number;
  readonly back: (z: number) => number;
} {
  const [there, back] = SCALES[family === "lognormal" || family === "logit-normal" ? family : "normal"];
  const [low, high] = [there(p10), there(p90)];
  return { middle: (low + high) / 2, sd: (high - low) / (2 * Z90), back };
}

const same = (x: number): number => x;
const SCALES = {
  normal: [same, same],
  lognormal: [Math.log, Math.exp],
  "logit-normal": [(x: number) => Math.log(x) - Math.log1p(-x), (z: number) => 1 / (1 + Math.exp(-z))],
} as const;

/** The mean of an 80% interval of a family. */
export function intervalMean(interval: Interval): number {
  const { p10, p90, family = "normal" } = interval;
  if (p10 === p90) return p10;
  if (family === "normal" || family === "uniform") return (p10 + p90) / 2;
  const { middle, sd } = normalScale(interval);
  return family === "lognormal" ? Math.exp(middle + sd ** 2 / 2) : logitNormalMean(middle, sd);
}

/**
 * The mean of a share whose logit is normal has no formula. The trapezium rule over ±10 standard deviations is exact to
 * rounding here, since the integrand is analytic in a strip of half-width π/sd, which the step divides by more than six.
 */
function logitNormalMean(middle: number, sd: number): number {
  const steps = Math.ceil(20 * Math.max(8, 2 * sd));
  let [sum, weights] = [0, 0];
  for (let i = 0; i <= steps; i++) {
    const z = -10 + (20 * i) / steps;
    const weight = Math.exp((-z * z) / 2);
    sum += weight / (1 + Math.exp(-(middle + sd * z)));
    weights += weight;
  }
  return sum / weights;
}
