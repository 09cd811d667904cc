import * as z from "zod";
import { CALIBRATIONS } from "../model/calibrations.ts";
import { RETURNING_CAUSES, SCHEDULED_CAUSES, type ScheduledCause } from "../model/causes.ts";
import { PLAUSIBLE } from "../model/plausible.ts";
import { RULES } from "../model/rules.ts";
import { VACANCY_KINDS } from "../rates/vacancies.ts";
import { duration } from "./field/duration.ts";
import { historic } from "./field/historic-rate.ts";
import { keyed } from "./field/keyed.ts";
import { quantities } from "./field/quantities.ts";
import { quantity } from "./field/quantity.ts";

const { COUNT, SHARE, RATE, GROWTH, FACTOR, FTE, POSTS, ELASTICITY, POWER, FLOW, MONEY, PREMIUM, RATIO, WEIGHT } =
  RULES;

export const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const id = z.string().regex(ID, { error: "An id is lower-case words joined by hyphens, such as home-care." });
const text = z.string().min(1, { error: "A text is wanted here; it is empty." }).max(2000);
const DAY = "A day is wanted here, written yyyy-mm-dd, such as 2024-03-31.";
const date = z.string({ error: DAY }).regex(/^\d{4}-\d{2}-\d{2}$/, { error: DAY });
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
    .union([z.literal("none"), z.tuple([z.int().min(0).max(120), z.int().min(0).max(120)])], {
      error: "The youngest and the oldest single age, such as [16, 75], or none for one class of all ages.",
    })
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
  known: text.optional(),
};

const { kind: _, ...schedulePlace } = provenance;

const people = record(record(z.number().min(0)));
const day = z
  .string()
  .regex(/^\d{2}-\d{2}$/, { error: "A day of the year is written mm-dd, such as 06-30." })
  .default("06-30")
  .describe("Day of the year the figures hold for; mid-year by default");

const variant = keyed({ table: text.optional(), people: people.optional(), place: text.optional(), ...provenance });

const { least: fewestBoys, most: mostBoys } = PLAUSIBLE.sexRatio;
/** A share of boys s is the ratio s ÷ (1 − s). */
const boys = ({ input }: { input?: unknown }): string =>
  `There are ${fewestBoys} to ${mostBoys} boys for each girl born.${typeof input === "number" && input > 0.45 && input < 0.56 ? ` If ${input} is the share of boys, write ${(input / (1 - input)).toFixed(2)}.` : ""}`;
const sexRatio = z.number().min(fewestBoys, { error: boys }).max(mostBoys, { error: boys });

const projection = keyed({
  people: text.describe("A CSV file: sex,age,people at the start; single ages or five-year groups, the last one open"),
  from: z.int().min(1900).max(2200).describe("Year that the people are counted in"),
  years: z.int().min(1).max(100),
  interval: z.literal([1, 5]).default(1).describe("Years of a step, and of an age group"),
  mortality: text.describe("A CSV file of a life table: sex,age,survivors,expectation, or sex,age,personYears"),
  radix: z.number().positive().default(100_000).describe("Births that the life table follows"),
  fertility: text.describe("A CSV file: age,rate; births a woman a year"),
  migration: text.optional().describe("A CSV file: sex,age,people; net migrants a year"),
  migrantsAge: z.enum(["moving", "end"]).default("moving"),
  sexRatioAtBirth: sexRatio.default(1.05),
});

const population = keyed({
  table: text.optional().describe("A CSV file: place,year,age,people"),
  people: people.optional().describe("People by year and age band, in place of a table"),
  variants: record(variant).optional().describe("Variants of a projection, each a table or people"),
  mix: quantities(SHARE, "variants", { sumTo100: true }).optional().describe("Shares of the variants"),
  projection: projection.optional().describe("A cohort-component projection worked out by the library"),
  place: text.optional().describe("The place's name in the table, when it differs from the system's"),
  date: day,
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

/** One key a cause that comes with a schedule. */
const schedules = Object.fromEntries(SCHEDULED_CAUSES.map((cause) => [cause, schedule.optional()])) as Record<
  ScheduledCause,
  z.ZodOptional<typeof schedule>
>;

const responds = keyed({
  to: z.enum(["vacancyRate", "workload"]).describe("Gap ÷ posts needed, or posts needed ÷ staff in post (FTE)"),
  of: z.enum(["pool", "all"]).default("pool").describe("Whose: the pool's own, or of all pools together"),
  power: quantity(POWER).describe("0 is no response; 1 is in proportion to the ratio to the base date"),
  delay: z.int().min(1).max(10).default(1).describe("Whole years until it shows"),
});

const leaving = keyed({
  rate: historic("leaving.rate"),
  kind: z.enum(["leavers-per-average-headcount", "leavers-per-closing-headcount", ...SCHEDULE_KINDS, "still-in-post"]),
  after: duration.optional().describe("still-in-post: whole years after joining"),
  scope: z.enum(["employer", "sector", "system"]),
  includes: z.array(z.enum(SCHEDULED_CAUSES)).default([]),
  growth: quantity(GROWTH).optional(),
  stayingInSector: quantity(SHARE).optional(),
  responds: responds.optional().describe("How leaving responds to vacancies or workload"),
  byTenure: quantities(FACTOR, "tenures").optional(),
  byAge: quantities(FACTOR, "age-bands").optional(),
  bySex: quantities(FACTOR, "sexes").optional(),
});

const follows = keyed({ population: text });

const recruitment = keyed({
  mode: z.enum(["replace", "fixed", "fill"]).default("replace"),
  market: text.optional().describe("The labour market that its recruits come from"),
  weight: quantity(WEIGHT).prefault(1).describe("Attractiveness in that market"),
  from: quantities(SHARE, "pools").optional().describe("Shares of its recruits drawn from other pools"),
  recruits: quantities(FLOW, "years").optional(),
  effort: historic("recruitment.effort").prefault(1),
  follows: follows.optional(),
  elasticity: quantity(ELASTICITY).prefault(1),
  responds: responds.optional().describe("How recruits respond to vacancies or workload"),
  ages: quantities(SHARE, "age-bands", { sumTo100: true }).optional(),
  sex: quantities(SHARE, "sexes", { sumTo100: true }).optional(),
});

const pay = keyed({
  relative: quantity(FACTOR).prefault(1).describe("Pay against that of other jobs at the base date"),
  recruits: quantity(POWER)
    .optional()
    .describe("Recruits change by so many per cent for each per cent of relative pay"),
  leaving: quantity(POWER).optional().describe("The leaving rate does; mostly below zero"),
});

const returner = keyed({
  title: text.optional(),
  cause: z.enum(RETURNING_CAUSES).optional(),
  share: quantity(SHARE).optional(),
  delay: z.int().min(1).max(20).optional().describe("Whole years until they come back"),
  heads: quantities(FLOW, "years").optional().describe("Heads a year, in place of a share of leavers"),
  ages: quantities(SHARE, "age-bands", { sumTo100: true }).optional(),
  sex: quantities(SHARE, "sexes", { sumTo100: true }).optional(),
});

const agency = keyed({
  fills: quantity(SHARE).describe("Share of the gap that agency staff fill"),
  premium: quantity(PREMIUM),
});

const money = quantity(MONEY);
const COST_KEYS = {
  pay: money.optional().describe("What one FTE costs a year"),
  leaver: money.optional().describe("Cost of one person leaving"),
  recruit: money.optional().describe("Cost of one recruit from the labour market"),
  hire: money.optional().describe("Cost of one recruit drawn from another pool"),
  returner: money.optional(),
  graduate: money.optional().describe("Cost of taking on one finisher of a pipeline, beside training"),
};
const costs = keyed(COST_KEYS);

const MONTH = "A month of the year, 1 to 12, or a list of them.";
const month = z.int({ error: MONTH }).min(1, { error: MONTH }).max(12, { error: MONTH });
const pipeline = keyed({
  title: text,
  level: z.int().min(0).max(8).optional(),
  intake: quantities(FLOW, "years").describe("Entrants by calendar year of the start; the last value carries on"),
  month: z
    .union([month, z.array(month).min(1, { error: MONTH })], { error: MONTH })
    .default(9)
    .describe("Month of the start, or several over which the year's intake is spread"),
  entrants: quantities(SHARE, "pools", { sumTo100: true })
    .optional()
    .describe("community and pools; community when left out"),
  ages: quantities(SHARE, "age-bands", { sumTo100: true }).optional(),
  sex: quantities(SHARE, "sexes", { sumTo100: true }).optional(),
  lasts: duration,
  completion: quantity(SHARE),
  joins: quantities(SHARE, "pools"),
  earlyLeaversJoin: quantities(SHARE, "pools").optional(),
  worksWhileTraining: keyed({ pool: text, fte: quantity(FTE) }).optional(),
  backfill: keyed({ pool: text, fte: quantity(FTE) }).optional(),
  cost: keyed({
    perLearner: money.describe("Cost of the whole course for one who finishes it"),
    employerShare: quantity(SHARE).optional().describe("Of what no levy pays; the dated funding rules when left out"),
    smallEmployers: quantity(SHARE)
      .optional()
      .describe("Share of learners with employers small enough to pay nothing for the young"),
    unit: z.literal("GBP").optional(),
    priceYear: z.int().optional(),
  }).optional(),
});

const fte = z.any().meta({
  description: "Full-time equivalents a head, 0 to 2; for everybody or by age band.",
  anyOf: [{ type: ["number", "string"] }, { type: "object" }],
});

const vacancies = keyed({
  kind: z.enum(VACANCY_KINDS).default("of-posts").describe("What the vacancy rate divides by"),
  staff: quantity(COUNT).optional().describe("of-directly-employed: the staff that the publisher counts"),
  count: quantity(COUNT).optional().describe("Vacancies published beside the rate, compared with it"),
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
  vacancyRate: historic("vacancyRate").optional(),
  vacancies: vacancies.optional(),
  leaving,
  ...schedules,
  recruitment: recruitment.prefault({}),
  pay: pay.optional().describe("Relative pay, and how recruits and leaving respond to it"),
  returners: z.array(returner).default([]),
  agency: agency.optional(),
  costs: costs.prefault({}),
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
  growthPerHead: historic("demand.growthPerHead").optional(),
  productivity: historic("demand.productivity").optional(),
  formula: text.optional().describe("Demand in FTE at each reference date, in place of drivers"),
  unmetNeed: quantity(RATE).optional().describe("Need at the base date beyond the posts, as a share of them"),
  funded: keyed({
    growth: quantity(GROWTH).optional(),
    posts: quantities(POSTS, "years").optional().describe("Funded posts at given years; a straight line between"),
  }).optional(),
});

const over = z.int().min(1).max(50).default(1).describe("Years until it works in full");
const shift = keyed({
  title: text.optional(),
  from: text,
  to: text,
  share: quantity(SHARE),
  ratio: quantity(RATIO).prefault(1).describe("FTE of `to` per FTE of `from`"),
  start: z.int(),
  over,
});
const substitution = keyed({
  title: text.optional(),
  of: text,
  by: text,
  fte: quantity(POSTS),
  ratio: quantity(RATIO).prefault(1).describe("FTE of `by` per FTE of `of`"),
  start: z.int(),
  over,
});

const labourMarket = keyed({
  title: text.optional(),
  capacity: z.any().meta({
    description: "Recruits a year: base-year (as many as its pools recruit in the base year), or a number.",
    anyOf: [{ const: "base-year" }, { type: ["number", "string"] }, { type: "object" }],
  }),
  follows: follows.optional(),
  elasticity: quantity(ELASTICITY).prefault(1),
});

const systemCosts = keyed({ ...COST_KEYS, discountRate: quantity(GROWTH).optional() });

const funding = keyed({
  rules: text.describe("Name of a file in data/funding"),
  payBill: money.describe("A year's pay bill of the employers who pay the levy together"),
  payBillGrowth: quantity(GROWTH).optional(),
  fundsYearBefore: money.optional().describe("What entered the account in the tax year before the base date"),
  transfer: quantity(SHARE).optional().describe("Share of the funds of the tax year before passed to other employers"),
  pays: z.array(text).optional().describe("Pipelines it pays for; all that have a cost when left out"),
});

const tested = keyed({
  what: text.describe("What was forecast: which numbers, how far ahead"),
  calibration: z.enum(CALIBRATIONS),
  skill: quantity({ ...RULES.SHARE, min: -100, says: "1 less the error over that of the last figure." }).optional(),
  pairs: z.int().min(1).describe("Forecasts that were held against a figure"),
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
  labourMarkets: record(labourMarket).default({}),
  pipelines: record(pipeline).default({}),
  shifts: z.array(shift).default([]),
  substitutions: z.array(substitution).default([]),
  costs: systemCosts.prefault({}),
  funding: funding.optional(),
  levels: record(text).default({}).describe("Titles of the levels of competence"),
  tested: z.array(tested).default([]).describe("What backtests said of parts of it"),
});

export const capacityNumber = quantity(FLOW);
export const fteByAge = quantities(FTE, "age-bands");
export const fteForAll = historic("fte");
export const ratesByAge = byAge;
export const scheduleInPlace = keyed({
  kind: z.enum(SCHEDULE_KINDS),
  ...schedulePlace,
  byAge: byAge.optional(),
  bySex: record(byAge).optional(),
});

export type SystemFile = z.output<typeof systemFile>;
