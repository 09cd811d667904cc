import { fteOf } from "../rates/fte-a-head.ts";
import { byAge } from "../rates/shape.ts";
import { type Axes, agesOf, sexAgesOf } from "../table/axes.ts";
import { orderBands, parseBand } from "../table/band.ts";
import type { QuantityMap } from "../table/quantity.ts";
import { spreadBands } from "../table/spread.ts";
import type { Pool } from "./schema/pool.ts";

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

/** FTE a head by (sex, age). */
export function fteBySexAge({ fte }: Pool, axes: Axes): Float64Array {
  const ages = agesOf(axes);
  const bySex = axes.sex.map((sex) => {
    const { one, values } = fteOf(fte, sex);
    return one === undefined ? byAge(values, axes, 1) : new Float64Array(ages).fill(one);
  });
  return Float64Array.from({ length: sexAgesOf(axes) }, (_, i) => bySex[Math.floor(i / ages)]![i % ages]!);
}

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
