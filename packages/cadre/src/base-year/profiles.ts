import { classShares, spreadShares } from "../system/staff-by-age.ts";
import type { System } from "../system/types.ts";
import { agesOf, sexAgesOf } from "../table/axes.ts";
import type { QuantityMap } from "../table/quantity.ts";
import type { BaseYear } from "./base-year.ts";

/** Recruits' shares of a base year, which many scenarios and draws have in common. */
const profiles = new WeakMap<BaseYear, (Float64Array | undefined)[]>();

/** Shares of a pool's market recruits by (sex, age); as the file has them where the base year recruits nobody. */
export function recruitShares(system: System, baseYear: BaseYear, p: number): Float64Array {
  const known = profiles.get(baseYear) ?? [];
  profiles.set(baseYear, known);
  known[p] ??= recruitSharesAnew(system, baseYear, p);
  return known[p];
}

function recruitSharesAnew(system: System, baseYear: BaseYear, p: number): Float64Array {
  const entries = sexAgesOf(system.axes);
  const base = baseYear.recruits.slice(p * entries, (p + 1) * entries);
  const { ages, sex } = Object.values(system.pools)[p]!.recruitment;
  return normalised(base) ?? profileOf(system, ages, sex, staffByAge(system, baseYear, p));
}

/** Heads of a pool by (sex, age) in the opening stock; shares, as the file has them, of a pool that opens empty. */
export function staffByAge(system: System, baseYear: BaseYear, p: number): Float64Array {
  const entries = sexAgesOf(system.axes);
  const K = system.axes.tenure;
  const out = new Float64Array(entries);
  for (let i = 0; i < entries; i++) for (let k = 0; k < K; k++) out[i]! += baseYear.opening[(p * entries + i) * K + k]!;
  if (out.some((heads) => heads > 0)) return out;
  const { ages, sex } = Object.values(system.pools)[p]!;
  const n = agesOf(system.axes);
  const byAge = ages && n > 1 ? spreadShares(ages, system.axes) : new Float64Array(n).fill(1 / n);
  const sexes = classShares(sex, system.axes.sex);
  return out.map((_, i) => sexes[Math.floor(i / n)]! * byAge[i % n]!);
}

function normalised(heads: Float64Array): Float64Array | undefined {
  const total = heads.reduce((sum, n) => sum + n, 0);
  return total > 0 ? heads.map((n) => n / total) : undefined;
}

/** Shares by (sex, age) from ages and sexes as given; what is not given is as among `staff`. */
export function profileOf(
  system: System,
  ages: QuantityMap | undefined,
  sex: QuantityMap | undefined,
  staff: Float64Array,
): Float64Array {
  const { axes } = system;
  const n = agesOf(axes);
  const total = (of: Float64Array) => of.reduce((sum, heads) => sum + heads, 0);
  const bySex = axes.sex.map((_, s) => staff.slice(s * n, (s + 1) * n));
  const sexes = sex ? classShares(sex, axes.sex) : bySex.map((heads) => total(heads) / total(staff));
  const everybody = bySex[0]!.map((_, a) => bySex.reduce((sum, heads) => sum + heads[a]!, 0));
  // A sex that the staff lack has the ages of all.
  const byAge = bySex.map((heads) =>
    ages && n > 1 ? spreadShares(ages, axes) : (normalised(heads) ?? (normalised(everybody) as Float64Array)),
  );
  return staff.map((_, i) => sexes[Math.floor(i / n)]! * byAge[Math.floor(i / n)]![i % n]!);
}
