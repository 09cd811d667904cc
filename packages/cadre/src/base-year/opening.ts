import { fteOf } from "../rates/fte-a-head.ts";
import { type Convention, hazardOf } from "../rates/kinds.ts";
import { byAge, shape } from "../rates/shape.ts";
import type { Pool } from "../system/schema/pool.ts";
import type { System } from "../system/types.ts";
import { type Axes, agesOf, sexAgesOf, tenureLabels } from "../table/axes.ts";
import { orderBands, parseBand } from "../table/band.ts";
import { fitTenure } from "../table/fit.ts";
import type { QuantityMap } from "../table/quantity.ts";
import { spreadBands } from "../table/spread.ts";
import { tooFewOldEnough } from "./contradictions.ts";

/**
 * Opening heads by (sex, age): age bands spread over single ages, thinner where the pool's own retirement and
 * mortality leave fewer, and sexes and ages joined by independence. `left` are the hazards of retirement and death by
 * (sex, age, tenure).
 */
export function headsBySexAge(pool: Pool, axes: Axes, left: Float64Array): Float64Array {
  const ages = agesOf(axes);
  const heads = new Float64Array(sexAgesOf(axes));
  const sexes = classShares(pool.sex, axes.sex);
  axes.sex.forEach((_, s) => {
    const spread = pool.ages
      ? spreadShares(pool.ages, axes, stayers(left, axes, s))
      : new Float64Array(ages).fill(1 / ages);
    for (let a = 0; a < ages; a++) heads[s * ages + a] = pool.headcount.value * sexes[s]! * spread[a]!;
  });
  return heads;
}

/** Shares by band spread over single ages; scaled so that they add up to one. */
export function spreadShares(map: QuantityMap, axes: Axes, weight?: Float64Array): Float64Array {
  const bands = Object.entries(map.values).flatMap(([label, share]) => {
    const band = parseBand(label);
    return band ? [{ ...band, share }] : [];
  });
  const { ordered } = orderBands(bands);
  const sum = ordered.reduce((total, { share }) => total + share, 0);
  return spreadBands(
    ordered,
    ordered.map(({ share }) => share / sum),
    axes.ageMin,
    weight ?? new Float64Array(agesOf(axes)).fill(1),
  );
}

/** Shares by class in the order of the axis, adding up to one; equal when nothing is given, zero for a class left out. */
export function classShares(map: QuantityMap | undefined, labels: readonly string[]): number[] {
  const given = labels.map((label) => (map ? (map.values[label] ?? 0) : 1));
  const sum = given.reduce((total, share) => total + share, 0);
  return given.map((share) => share / sum);
}

/** Opening heads of a pool by (sex, age, tenure) when the file gives tenure shares; an error where its ages forbid them. */
export function headsByTenure(system: System, id: string, map: QuantityMap, bySexAge: Float64Array): Float64Array {
  const { axes } = system;
  const found = fitTenure(axes, bySexAge, classShares(map, tenureLabels(axes)));
  if ("conflict" in found) throw tooFewOldEnough(system, id, found.conflict);
  return found.heads;
}

/** FTE a head by (sex, age). */
export function fteBySexAge({ fte }: Pool, axes: Axes): Float64Array {
  const ages = agesOf(axes);
  const bySex = axes.sex.map((sex) => {
    const { one, values } = fteOf(fte, sex);
    return one === undefined ? byAge(values, axes, 1) : new Float64Array(ages).fill(one);
  });
  return Float64Array.from({ length: sexAgesOf(axes) }, (_, i) => bySex[Math.floor(i / ages)]![i % ages]!);
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

/** Share of people not yet retired or dead at each age, from the hazards at tenure 0. */
function stayers(left: Float64Array, axes: Axes, s: number): Float64Array {
  const ages = agesOf(axes);
  const out = new Float64Array(ages);
  let gone = 0;
  for (let a = 0; a < ages; a++) {
    const hazard = left[(s * ages + a) * axes.tenure]!;
    // People of one age are on average half a year into its hazard.
    out[a] = Math.max(Math.exp(-gone - hazard / 2), 1e-9);
    gone += hazard;
  }
  return out;
}

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
