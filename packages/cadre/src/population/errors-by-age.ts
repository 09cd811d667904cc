import { type Band, parseBand } from "../table/band.ts";
import { decimalYear } from "../table/dates.ts";
import type { ForecastError, Population } from "./types.ts";

/** By what the people of each band are multiplied at each date; undefined for a band that is as projected. */
export type Factors = readonly Float64Array[];

/** The factors that the errors of a population came to last; draws write the errors over. */
interface Known {
  readonly dates: readonly number[];
  readonly values: readonly number[];
  readonly factors: Factors;
}
const lastOf = new WeakMap<NonNullable<Population["error"]>, Known>();

/**
 * What the errors of a projection make of each of its bands at some dates: (1 + e) to the power of the part of ten years
 * that has gone, to the group's own power. Undefined while no group has an error, so that people stay as they are to the
 * last digit. The same errors and dates give the same arrays. Method: docs/method/population-errors.md.
 */
export function errorFactors(population: Population, dates: readonly number[]): Factors | undefined {
  const { error, bands } = population;
  if (error === undefined) return undefined;
  const groups = Object.entries(error);
  if (groups.every(([, { value }]) => value === 0)) return undefined;
  const values = groups.map(([, { value }]) => value);
  const known = lastOf.get(error);
  if (known?.dates === dates && known.values.every((value, g) => value === values[g])) return known.factors;
  const ofGroups = groups.map(([, one]) => growing(one, tenthsSince(population, dates)));
  const factors = bands.map((band) => {
    const shares = sharesOf(band, Object.keys(error));
    return Float64Array.from(dates, (_, y) => shares.reduce((sum, share, g) => sum + share * ofGroups[g]![y]!, 0));
  });
  lastOf.set(error, { dates, values, factors });
  return factors;
}

/** Decades gone at each date since the people were counted. */
function tenthsSince({ countedUntil, years, date }: Population, dates: readonly number[]): readonly number[] {
  const counted = decimalYear(`${countedUntil ?? years[0]}-${date}`) as number;
  return dates.map((day) => Math.max(0, day - counted) / 10);
}

const growing = ({ value, power }: ForecastError, tenths: readonly number[]): readonly number[] =>
  tenths.map((gone) => (1 + value) ** (gone ** power));

/** The part of a band that lies in each group, by years of age; an open end counts as ten. */
function sharesOf(label: string, groups: readonly string[]): readonly number[] {
  const band = parseBand(label);
  const widths = groups.map((group) => overlap(band, parseBand(group)));
  const all = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width / all);
}

const OPEN = 10;

function overlap(one: Band | undefined, other: Band | undefined): number {
  if (!one || !other) return 0;
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  if (to < from) return 0;
  return to === Number.POSITIVE_INFINITY ? OPEN : to - from + 1;
}
