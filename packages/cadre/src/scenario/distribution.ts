import type { Interval } from "./interval.ts";

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
