import { normalQuantile } from "./normal.ts";
import { normalShare } from "./normal-share.ts";

/** Beside which others an uncertain number moves, and how closely. */
export interface Membership {
  readonly group: string;
  /** From −1 to 1; below 0 it moves the other way. Two members correlate by √|their product|, before their shapes. */
  readonly correlation: number;
}

const ABOVE_ZERO = 2 ** -1022;
const BELOW_ONE = 1 - 2 ** -53;

/**
 * Makes independent shares follow those of a group, in place: a Gaussian copula of one factor, on the normal scale
 * `z = sign(ρ) √|ρ| z_group + √(1 − |ρ|) z_own`. Each stays uniform by itself.
 */
export function correlate(own: Float64Array, group: Float64Array, correlation: number): void {
  if (correlation === 0) return;
  const loading = Math.sign(correlation) * Math.sqrt(Math.abs(correlation));
  const rest = Math.sqrt(1 - Math.abs(correlation));
  for (let d = 0; d < own.length; d++) {
    const z = loading * normalQuantile(group[d]!) + (rest === 0 ? 0 : rest * normalQuantile(own[d]!));
    own[d] = Math.min(Math.max(normalShare(z), ABOVE_ZERO), BELOW_ONE);
  }
}
