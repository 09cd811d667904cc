import { coverBand } from "../table/band.ts";
import { decimalYear } from "../table/dates.ts";
import type { Population } from "./types.ts";

/**
 * People of an age band at the given dates (decimal years). Each of the population's own bands is interpolated
 * geometrically between the given years (equal percentage growth each year), and then added, so that a band is the sum
 * of its parts at every date. Method: docs/method/population.md.
 */
export function peopleAt(population: Population, band: string, dates: readonly number[]): Float64Array {
  const columns = coverBand(population.bands, band) ?? [];
  const given = population.years.map((year) => decimalYear(`${year}-${population.date}`) as number);
  const parts = columns.map((column) => population.people.map((row) => row[column]!));
  return Float64Array.from(dates, (date) => parts.reduce((sum, people) => sum + interpolate(given, people, date), 0));
}

function interpolate(at: readonly number[], values: readonly number[], date: number): number {
  let i = 0;
  while (i < at.length - 2 && at[i + 1]! < date) i++;
  if (at.length === 1) return values[0]!;
  const share = (date - at[i]!) / (at[i + 1]! - at[i]!);
  // A band that is empty at one end cannot grow by a percentage.
  if (values[i]! <= 0 || values[i + 1]! <= 0) return values[i]! + share * (values[i + 1]! - values[i]!);
  return values[i]! * (values[i + 1]! / values[i]!) ** share;
}
