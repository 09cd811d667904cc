import { coverBand } from "../table/band.ts";
import { decimalYear } from "../table/dates.ts";
import { errorFactors } from "./errors-by-age.ts";
import { projectedRows, projectedWith } from "./projection.ts";
import type { Population, Projection } from "./types.ts";

/**
 * People of an age band at the given dates (decimal years). Each of the population's own bands is interpolated
 * geometrically between the given years (equal percentage growth each year), multiplied by what an error of the projection
 * makes of it, and then added, so that a band is the sum of its parts at every date. Method: docs/method/population.md.
 */
export function peopleAt(population: Population, band: string, dates: readonly number[]): Float64Array {
  const columns = coverBand(population.bands, band) ?? [];
  const ofColumn = byColumn(population, dates);
  const factors = errorFactors(population, dates);
  return Float64Array.from(dates, (_, y) =>
    columns.reduce((sum, column) => sum + ofColumn(column)[y]! * (factors ? factors[column]![y]! : 1), 0),
  );
}

/** What people of a population at some dates depend on; the same while nothing of it has changed. */
export interface PeopleNow {
  readonly rows: Population["people"];
  readonly factors: ReturnType<typeof errorFactors>;
}

/** What a population comes to now: draws write over numbers that stand in it. */
export const peopleNow = (population: Population, dates: readonly number[]): PeopleNow => ({
  rows: rowsNow(population),
  factors: errorFactors(population, dates),
});

/** A projection as it was last worked out, and the numbers it was worked out with. */
const lastOf = new WeakMap<Projection, { readonly values: readonly number[]; readonly rows: Population["people"] }>();

/** People by year and band: as they stand, or projected again where a number of the projection has changed. */
function rowsNow({ people, projection }: Population): Population["people"] {
  if (projection === undefined) return people;
  const values = projectedWith(projection);
  if (values.every((value, i) => value === projection.projectedWith[i])) return people;
  const known = lastOf.get(projection);
  if (known?.values.every((value, i) => value === values[i])) return known.rows;
  const rows = projectedRows(projection);
  lastOf.set(projection, { values, rows });
  return rows;
}

/** Bands that were interpolated, by the people they come from and the dates. */
const interpolated = new WeakMap<Population["people"], WeakMap<readonly number[], (Float64Array | undefined)[]>>();

/** Each band of a population at some dates, as projected; worked out once. */
function byColumn(population: Population, dates: readonly number[]): (column: number) => Float64Array {
  const rows = rowsNow(population);
  const ofRows = interpolated.get(rows) ?? new WeakMap<readonly number[], (Float64Array | undefined)[]>();
  interpolated.set(rows, ofRows);
  const columns = ofRows.get(dates) ?? [];
  ofRows.set(dates, columns);
  return (column) => {
    const known = columns[column];
    if (known) return known;
    const at = datesOf(population);
    const people = rows.map((row) => row[column]!);
    const made = Float64Array.from(dates, (date) => interpolate(at, people, date));
    columns[column] = made;
    return made;
  };
}

const given = new WeakMap<readonly number[], { readonly day: string; readonly dates: readonly number[] }>();

/** The dates that people are given for. */
function datesOf({ years, date }: Population): readonly number[] {
  const known = given.get(years);
  if (known?.day === date) return known.dates;
  const dates = years.map((year) => decimalYear(`${year}-${date}`) as number);
  given.set(years, { day: date, dates });
  return dates;
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
