import type { Convention } from "../rates/kinds.ts";
import { type Axes, cellsOf, sexAgesOf } from "../table/axes.ts";
import { meanSurvivalOfJoiners } from "./decay.ts";
import { factorMoves, type MoveNetwork } from "./moves.ts";
import type { YearRates } from "./rates.ts";

/**
 * Everything about one set of rates that a step needs, worked out once, so that the loops over steps only multiply
 * and add. By (pool, sex, age, tenure), for opening heads N and joiners J of one step:
 * closing heads `N·stay + J·joinerStay`, person-years `N·lived + J·joinerLived`.
 */
export interface Coefficients {
  readonly stay: Float64Array;
  readonly joinerStay: Float64Array;
  readonly lived: Float64Array;
  readonly joinerLived: Float64Array;
  /** For people taken out evenly over the step, by (pool, sex, age, tenure); empty when nobody ever is. */
  readonly removedStay: Float64Array;
  readonly removedLived: Float64Array;
  readonly network: MoveNetwork;
}

/**
 * Works out the coefficients of one step of length `delta` years; `withRemoval` also those for people taken out.
 * Method: docs/method/step.md.
 */
export function coefficients(
  rates: YearRates,
  pools: number,
  axes: Axes,
  delta: number,
  convention: Convention,
  withRemoval = false,
): Coefficients {
  const cells = cellsOf(axes);
  const total = totalHazard(rates, cells);
  const n = pools * cells;
  const stay = new Float64Array(n);
  const lived = new Float64Array(n);
  // Joiners enter at tenure 0 only, so these two are by (pool, sex, age).
  const entries = pools * sexAgesOf(axes);
  const joinerStay = new Float64Array(entries);
  const joinerLived = new Float64Array(entries);
  const K = axes.tenure;
  const removedStay = new Float64Array(withRemoval ? n : 0).fill(1);
  const removedLived = new Float64Array(withRemoval ? n : 0);
  if (convention === "continuous") {
    for (let c = 0; c < n; c++) {
      const u = total[c] * delta;
      const lost = -Math.expm1(-u);
      stay[c] = 1 - lost;
      lived[c] = u === 0 ? delta : lost / total[c];
    }
    for (let i = 0; i < entries; i++) {
      const u = total[i * K] * delta;
      joinerStay[i] = lived[i * K] / delta;
      joinerLived[i] = delta * meanSurvivalOfJoiners(u);
    }
    for (let c = 0; c < removedStay.length; c++) {
      removedStay[c] = lived[c] / delta;
      removedLived[c] = delta * meanSurvivalOfJoiners(total[c] * delta);
    }
  } else {
    // Probabilities of the opening stock; whoever joins stays until the year ends.
    for (let c = 0; c < n; c++) {
      stay[c] = 1 - total[c];
      lived[c] = 1;
    }
    joinerStay.fill(1);
  }
  return {
    stay,
    joinerStay,
    lived,
    joinerLived,
    removedStay,
    removedLived,
    network: factorMoves(rates.moves, pools, axes, lived, joinerLived),
  };
}

/** All causes together, by (pool, sex, age, tenure). */
export function totalHazard(rates: YearRates, cells: number): Float64Array {
  const total = new Float64Array(rates.leaving.length);
  for (let c = 0; c < total.length; c++) total[c] = rates.leaving[c] + rates.retiring[c] + rates.dying[c];
  for (const { from, hazard } of rates.moves) {
    const start = from * cells;
    for (let c = 0; c < cells; c++) total[start + c] += hazard[c];
  }
  return total;
}
