import { checkArguments, NUMBER, numberFrom, optional } from "../error/shape.ts";
import type { Calibration } from "../model/calibrations.ts";

/** Fewer independent pairs than this say nothing. */
export const ENOUGH_PAIRS = 5;

/**
 * What to call 80% intervals of which a share `coverage` of `independent` pairs held the figure that was counted: too
 * narrow or too wide when right ones would look like this or worse in fewer than one of 20 histories.
 * Method: docs/method/backtest.md.
 *
 * @example
 * ```ts
 * import { calibrationOf } from "cadre/backtest";
 * calibrationOf(0.5, 20); // "too narrow": right intervals would hold so few in 1 history of 400
 * ```
 */
export function calibrationOf(coverage: number | undefined, independent: number): Calibration {
  checkArguments({ coverage, independent }, { coverage: optional(numberFrom(0, 1)), independent: NUMBER });
  if (coverage === undefined || independent < ENOUGH_PAIRS) return "not tested";
  const held = coverage * independent;
  if (atMost(held, independent) < UNLIKELY) return "too narrow";
  if (1 - atMost(held - 1, independent) < UNLIKELY) return "too wide";
  return "calibrated";
}

const UNLIKELY = 0.05;
const NOMINAL = 0.8;

/**
 * The chance that at most `held` of `n` figures lie in an interval that holds four of five. A share of pairs that overlap
 * makes a number of independent ones that is not whole: on the straight line between its neighbours.
 */
function atMost(held: number, n: number): number {
  const below = Math.floor(held + 1e-9);
  let [sum, term] = [0, (1 - NOMINAL) ** n];
  for (let i = 0; i <= Math.min(below, n); i++) {
    sum += term;
    term *= ((n - i) / (i + 1)) * (NOMINAL / (1 - NOMINAL));
  }
  return Math.min(1, sum + (held - below) * term);
}
