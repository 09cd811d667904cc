import type { Provenance } from "../table/quantity.ts";

/** People of a place by age band at given years. */
export interface Population extends Provenance {
  readonly place: string;
  /** Day of the year that the figures hold for, `mm-dd`. */
  readonly date: string;
  /** The file the table came from, when it was a file. */
  readonly table?: string;
  readonly years: readonly number[];
  readonly bands: readonly string[];
  /** People, one row a year, one column a band. */
  readonly people: readonly (readonly number[])[];
  /** The variants of a projection that these people are a mix of. */
  readonly variants?: Readonly<Record<string, Population>>;
}
