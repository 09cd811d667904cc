import { checkArguments, list, NUMBER, optional } from "../error/shape.ts";

/** A unit in which results are told. */
export interface UnitWords {
  /** Behind a number or a title: "1,200 FTE", "Gap (FTE)". */
  readonly short: string;
  /** Where there is room to say it in full: "Gap in full-time equivalents (FTE)". */
  readonly long: string;
  /** One of them and several, in a sentence: "1 person", "2 people". */
  readonly one: string;
  readonly many: string;
}

/** Every unit of a result. */
export const UNITS = {
  people: { short: "people", long: "people", one: "person", many: "people" },
  FTE: {
    short: "FTE",
    long: "full-time equivalents (FTE)",
    one: "full-time equivalent",
    many: "full-time equivalents",
  },
  jobs: { short: "jobs", long: "jobs", one: "job", many: "jobs" },
  /** People of some pools and jobs of others, taken together. */
  "people and jobs": {
    short: "people and jobs",
    long: "people and jobs taken together",
    one: "person or job",
    many: "people and jobs",
  },
  /** Full-time equivalents of some pools and jobs of others, taken together. */
  posts: { short: "posts", long: "posts (FTE and jobs taken together)", one: "post", many: "posts" },
  share: { short: "share", long: "share of 1", one: "share", many: "shares" },
  years: { short: "years", long: "years", one: "year", many: "years" },
  pounds: { short: "£", long: "pounds", one: "pound", many: "pounds" },
} as const satisfies Readonly<Record<string, UnitWords>>;

export type UnitName = keyof typeof UNITS;

/** What one head of a pool may be. */
export const COUNTS = ["people", "jobs"] as const;

/** What one head of a pool is: a person, or a job, whatever its hours and whoever holds it. */
export type Counts = (typeof COUNTS)[number];

/** What heads and posts are counted in, by what the pools count; `both` is for pools that differ, taken together. */
export const COUNTED_IN = {
  people: { heads: "people", posts: "FTE" },
  jobs: { heads: "jobs", posts: "jobs" },
  both: { heads: "people and jobs", posts: "posts" },
} as const satisfies Readonly<Record<Counts | "both", { readonly heads: UnitName; readonly posts: UnitName }>>;

/** The unit of a measure: by name, or that of the heads or posts of the pools at hand. */
export type MeasureUnit = UnitName | keyof (typeof COUNTED_IN)["people"];

/** The unit of a measure for pools that count so. */
export function unitFor(unit: MeasureUnit, counted: readonly Counts[]): UnitWords {
  if (unit !== "heads" && unit !== "posts") return UNITS[unit];
  const [first = "people", ...others] = counted;
  return UNITS[COUNTED_IN[others.every((other) => other === first) ? first : "both"][unit]];
}

/**
 * In what a column of pounds is told: what its numbers are divided by, and the unit for its head.
 *
 * @example
 * ```ts
 * import { poundsIn } from "cadre/measures";
 * poundsIn([1_250_000, -40_000]); // { per: 1000, unit: "£ thousand" }
 * ```
 */
export function poundsIn(values: readonly (number | undefined)[]): { per: number; unit: string } {
  checkArguments({ values }, { values: list(optional(NUMBER)) });
  const largest = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)));
  if (largest >= 2e7) return { per: 1e6, unit: "£ million" };
  return largest >= 2e4 ? { per: 1e3, unit: "£ thousand" } : { per: 1, unit: "£" };
}
