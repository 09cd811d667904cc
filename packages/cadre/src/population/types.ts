import type { Provenance, Quantity } from "../table/quantity.ts";

/** A number of people to come: a run takes its value, draws lie around it. */
export interface ForecastNumber extends Quantity {
  /** Standard deviation of draws around the value; where `p10` and `p90` are given these are drawn instead. */
  readonly sd?: number;
  /** What the standard deviation was worked out from. */
  readonly from?: string;
}

/** The error of a projection of people of some ages: how many more there are ten years after the last count. */
export interface ForecastError extends ForecastNumber {
  /** With which power of the years it grows. */
  readonly power: number;
  /** Correlation with the errors of other ages from 65 on, which have their mortality in common with it. */
  readonly together?: number;
}

/** A cohort projection as plain data, with the numbers that are drawn. Arrays are by (sex, age), women first. */
export interface Projection {
  readonly from: number;
  readonly years: number;
  readonly interval: 1 | 5;
  readonly counted: readonly number[];
  readonly survival: { readonly atBirth: readonly number[]; readonly byAge: readonly number[] };
  readonly survivalOf: number;
  readonly fertility: readonly number[];
  readonly migration?: readonly number[];
  readonly migrantsAge: "moving" | "end";
  readonly sexRatioAtBirth: number;
  /** How much death rates fall in a year, one list an interval; none where they stay. */
  readonly mortalityImprovement: readonly (readonly number[])[];
  /** Share of that improvement that comes about. */
  readonly improvementRealised: ForecastNumber;
  /** Growth of births a woman a year, at all ages. */
  readonly fertilityGrowth: ForecastNumber;
  /** Net migrants a year beyond `migration`, for each person of these ages. */
  readonly moreMigrants: Readonly<Record<string, ForecastNumber>>;
  /** The values of these, in this order, that the people of the population were projected with. */
  readonly projectedWith: readonly number[];
}

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
  /** The last year that was counted; errors grow from there on. */
  readonly countedUntil?: number;
  /** Errors of the projection by age; together the groups hold everybody. */
  readonly error?: Readonly<Record<string, ForecastError>>;
  /** What the people were projected from by the library, to be projected again with other numbers. */
  readonly projection?: Projection;
}
