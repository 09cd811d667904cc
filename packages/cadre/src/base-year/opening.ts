import { type Convention, hazardOf } from "../rates/kinds.ts";
import { shape } from "../rates/shape.ts";
import type { Pool } from "../system/schema/pool.ts";
import { classShares } from "../system/staff-by-age.ts";
import type { System } from "../system/types.ts";
import { type Axes, agesOf, tenureLabels } from "../table/axes.ts";
import { fitTenure } from "../table/fit.ts";
import type { QuantityMap } from "../table/quantity.ts";
import { tooFewOldEnough } from "./contradictions.ts";

/** Opening heads of a pool by (sex, age, tenure) when the file gives tenure shares; an error where its ages forbid them. */
export function headsByTenure(system: System, id: string, map: QuantityMap, bySexAge: Float64Array): Float64Array {
  const { axes } = system;
  const found = fitTenure(axes, bySexAge, classShares(map, tenureLabels(axes)));
  if ("conflict" in found) throw tooFewOldEnough(system, id, found.conflict);
  return found.heads;
}

/**
 * What leaving is over the cells of a pool, to be multiplied by its level: the relative shape of a total, or the yearly
 * hazards themselves where the file gives a rate for each class.
 */
export function leavingShape(pool: Pool, axes: Axes, convention: Convention): Float64Array {
  const { byTenure, byAge: ages, bySex, rates, kind } = pool.leaving;
  if (!rates) return shape(axes, { tenure: byTenure?.values, age: ages?.values, sex: bySex?.values });
  const hazards = (list: QuantityMap | undefined) =>
    list && mapValues(list.values, (rate) => hazardOf(kind, rate, { convention }));
  return shape(axes, { tenure: hazards(rates.byTenure), age: hazards(rates.byAge), sex: hazards(rates.bySex) });
}

const mapValues = (values: Readonly<Record<string, number>>, of: (value: number) => number): Record<string, number> =>
  Object.fromEntries(Object.entries(values).map(([label, value]) => [label, of(value)]));

/**
 * Spreads heads by (sex, age) over tenure, into `heads`, as the pool's own leaving and steady recruitment would: `stay`
 * and `joinerStay` are the yearly shares by cell of one pool, of which `notHired` are left by those who hire from it;
 * `joiners` its yearly joiners by (sex, age).
 */
export function steadyTenure(
  axes: Axes,
  bySexAge: Float64Array,
  stay: Float64Array,
  joinerStay: Float64Array,
  joiners: Float64Array,
  notHired: number,
  heads: Float64Array,
): void {
  const ages = agesOf(axes);
  const K = axes.tenure;
  const now = new Float64Array(K);
  const next = new Float64Array(K);
  const share = new Float64Array(K);
  for (let s = 0; s < axes.sex.length; s++) {
    now.fill(0);
    // Whoever is at the youngest age joined within the last year, and has had one anniversary by the model's calendar.
    share.fill(0);
    share[Math.min(1, K - 1)] = 1;
    for (let a = 0; a < ages; a++) {
      const i = s * ages + a;
      if (a === ages - 1) {
        // A birthday takes nobody out of the last age: besides those who enter it, its own joiners stay in it.
        now[Math.min(1, K - 1)]! += joiners[i]! * joinerStay[i]!;
        settle(now, stay, i * K, K, notHired);
      }
      let sum = 0;
      for (let k = 0; k < K; k++) sum += now[k]!;
      if (sum > 0) for (let k = 0; k < K; k++) share[k] = now[k]! / sum;
      for (let k = 0; k < K; k++) heads[i * K + k] = bySexAge[i]! * share[k]!;
      next.fill(0);
      for (let k = 0; k < K; k++) next[Math.min(k + 1, K - 1)]! += now[k]! * (stay[i * K + k]! * notHired);
      next[Math.min(1, K - 1)]! += joiners[i]! * joinerStay[i]!;
      now.set(next);
    }
  }
}

/** The open last age keeps those who stay: its steady state, given those who enter it each year. */
function settle(now: Float64Array, stay: Float64Array, at: number, K: number, notHired: number): void {
  const staying = (k: number) => stay[at + k]! * notHired;
  for (let k = 1; k < K - 1; k++) now[k]! += now[k - 1]! * staying(k - 1);
  const last = K - 1;
  const entering = now[last]! + (last > 0 ? now[last - 1]! * staying(last - 1) : 0);
  // Nobody ever leaves: all who are there have served longest.
  if (staying(last) >= 1 - 1e-12) {
    now.fill(0);
    now[last] = 1;
  } else now[last] = entering / (1 - staying(last));
}
