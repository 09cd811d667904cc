import { z } from "zod";
import { keyed } from "./field/problem.ts";
import { quantities } from "./field/quantities.ts";
import { quantity } from "./field/quantity.ts";
import { RULES } from "./field/rule.ts";

const { COUNT, SHARE, RATE, VACANCY, GROWTH, FACTOR, FTE, POSTS, ELASTICITY, FLOW, EFFORT } = RULES;

export const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const id = z.string().regex(ID, { error: "An id is lower-case words joined by hyphens, such as home-care." });
const text = z.string().min(1, { error: "A text is wanted here; it is empty." }).max(2000);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: "A date is written yyyy-mm-dd, such as 2019-03-31." });
const record = <T extends z.ZodType>(value: T) => z.record(z.string(), value);

export const source = keyed({
  title: text.describe("The document's or data set's own title"),
  publisher: text.optional(),
  published: z.union([z.string(), z.number()], { error: "A year or a date is wanted here." }).optional(),
  licence: text.optional(),
  url: text.optional(),
  note: text.optional(),
});

const calendar = keyed({
  base: date.describe("Reference date of the opening stock"),
  until: date.describe("Last reference date, a whole number of years later"),
  stepsPerYear: z.literal([1, 2, 4, 12]).default(1),
  convention: z.enum(["continuous", "opening-stock"]).default("continuous"),
});

const axes = keyed({
  age: z
    .union([z.literal("none"), z.tuple([z.int().min(0).max(120), z.int().min(0).max(120)])])
    .default([16, 75])
    .describe("Youngest and oldest single age; `none` for one class of all ages"),
  tenure: z.int().min(1).max(40).default(4).describe("Tenure classes in completed years, the last one open; 1 = none"),
  sex: z.array(text).min(1).max(8).optional().describe("Names of the sexes; left out = one class"),
});

const provenance = {
  source: text.optional(),
  at: text.optional(),
  kind: z.enum(["fact", "assumption", "lever"]).optional(),
  note: text.optional(),
  quality: z.enum(["high", "medium", "low"]).optional(),
  owner: text.optional(),
  reviewed: text.optional(),
};

const { kind: _, ...schedulePlace } = provenance;

const population = keyed({
  table: text.optional().describe("A CSV file: place,year,age,people"),
  people: record(record(z.number().min(0)))
    .optional()
    .describe("People by year and age band, in place of a table"),
  place: text.optional().describe("The place's name in the table, when it differs from the system's"),
  date: z
    .string()
    .regex(/^\d{2}-\d{2}$/, { error: "A day of the year is written mm-dd, such as 06-30." })
    .default("06-30")
    .describe("Day of the year the figures hold for; mid-year by default"),
  ...provenance,
});

const SCHEDULE_KINDS = ["share-leaving-within-year", "hazard"] as const;
const byAge = quantities(RATE, "age-bands");

export const scheduleFile = keyed({
  cadre: z.literal(1),
  id,
  title: text,
  kind: z.enum(SCHEDULE_KINDS).describe("What the rates are"),
  ...schedulePlace,
  sources: record(source).optional(),
  byAge: byAge.optional(),
  bySex: record(byAge).optional(),
});

/** A name of a schedule file, or rates in place; told apart by what they are, so that a typo keeps its own error. */
const schedule = z.any().meta({
  description: "The name of a schedule in data/, or rates by age in place.",
  anyOf: [{ type: "string" }, { type: "object" }],
});

const leaving = keyed({
  rate: quantity(RATE),
  kind: z.enum(["leavers-per-average-headcount", "leavers-per-closing-headcount", ...SCHEDULE_KINDS]),
  scope: z.enum(["employer", "sector", "system"]),
  includes: z.array(z.enum(["retirement", "death"])).default([]),
  growth: quantity(GROWTH).optional(),
  stayingInSector: quantity(SHARE).optional(),
  byTenure: quantities(FACTOR, "tenures").optional(),
  byAge: quantities(FACTOR, "age-bands").optional(),
  bySex: quantities(FACTOR, "sexes").optional(),
});

const recruitment = keyed({
  mode: z.enum(["replace", "fixed"]).default("replace"),
  recruits: quantities(FLOW, "years").optional(),
  effort: quantity(EFFORT).prefault(1),
  follows: keyed({ population: text }).optional(),
  elasticity: quantity(ELASTICITY).prefault(1),
  ages: quantities(SHARE, "age-bands", { sumTo100: true }).optional(),
  sex: quantities(SHARE, "sexes", { sumTo100: true }).optional(),
});

const fte = z.any().meta({
  description: "Full-time equivalents a head, 0 to 2; for everybody or by age band.",
  anyOf: [{ type: ["number", "string"] }, { type: "object" }],
});

const pool = keyed({
  title: text,
  employer: text,
  sector: text,
  role: text.default("all staff"),
  level: z.int().min(0).max(8).optional(),
  place: text.optional(),
  headcount: quantity(COUNT),
  ages: quantities(SHARE, "age-bands", { sumTo100: true }).optional(),
  sex: quantities(SHARE, "sexes", { sumTo100: true }).optional(),
  tenure: quantities(SHARE, "tenures", { sumTo100: true }).optional(),
  fte: fte.default(1),
  vacancyRate: quantity(VACANCY).optional(),
  leaving,
  retirement: schedule.optional(),
  mortality: schedule.optional(),
  recruitment: recruitment.prefault({}),
});

const move = keyed({
  from: text,
  to: text,
  rate: quantity(RATE),
  kind: z.enum(SCHEDULE_KINDS),
  byTenure: quantities(FACTOR, "tenures").optional(),
  byAge: quantities(FACTOR, "age-bands").optional(),
  note: text.optional(),
});

const demand = keyed({
  posts: quantity(POSTS).optional(),
  drivers: z.array(keyed({ population: quantities(SHARE, "age-bands", { sumTo100: true }) })).default([]),
  growthPerHead: quantity(GROWTH).optional(),
  productivity: quantity(GROWTH).optional(),
  funded: keyed({ growth: quantity(GROWTH) }).optional(),
});

/** The system file as planners write it. */
export const systemFile = keyed({
  cadre: z.literal(1).describe("Version of the file format"),
  id,
  title: text,
  place: text.optional().describe("The place whose population the system serves"),
  note: text.optional(),
  calendar,
  axes: axes.prefault({}),
  sources: record(source).default({}),
  population: population.optional(),
  pools: record(pool),
  moves: z.array(move).default([]),
  demand: record(demand).default({}),
});

export const fteByAge = quantities(FTE, "age-bands");
export const fteForAll = quantity(FTE);
export const ratesByAge = byAge;
export const scheduleInPlace = keyed({
  kind: z.enum(SCHEDULE_KINDS),
  ...schedulePlace,
  byAge: byAge.optional(),
  bySex: record(byAge).optional(),
});

export type SystemFile = z.output<typeof systemFile>;
