import * as z from "zod";
import { NUMBER_RULES } from "../../model/rules.ts";
import { historic } from "../field/historic-rate.ts";
import { keyed } from "../field/keyed.ts";
import { quantities } from "../field/quantities.ts";
import { PLAIN_SCHEMA, quantity, RECORD_SCHEMA } from "../field/quantity.ts";
import { readAs } from "../field/read-as.ts";
import { responds } from "./leaving.ts";
import { text } from "./texts.ts";

const follows = keyed({ population: text.describe("Ages of the people followed, such as 16-64") }).describe(
  "The people of the place whose number it follows",
);

const recruitmentRead = keyed({
  mode: z
    .enum(["replace", "fixed", "fill"])
    .default("replace")
    .describe("replace: as many as hold the headcount; fixed: heads a year; fill: as many as there are empty posts"),
  /** The labour market that its recruits come from; without one it finds all it wants. */
  market: text.optional().describe("The labour market that its recruits come from"),
  /** Attractiveness in that market. */
  weight: quantity(NUMBER_RULES.WEIGHT).prefault(1).describe("Attractiveness in that market"),
  /** Shares of its recruits drawn from other pools. */
  from: quantities(NUMBER_RULES.SHARE, "pools").optional().describe("Shares of its recruits drawn from other pools"),
  /** `fixed`: heads a year by model year; the last value continues. */
  recruits: quantities(NUMBER_RULES.FLOW, "years").optional(),
  /** Recruits of the base year, as counted; those that would hold the headcount when left out. */
  starters: quantity(NUMBER_RULES.FLOW)
    .optional()
    .describe("Recruits of the year before the base date, as counted; when left out, those that hold the headcount"),
  /** `replace`: multiplies the base-year recruits. */
  effort: historic("recruitment.effort").prefault(1),
  /** `replace`: the recruits follow a population. */
  follows: follows.optional(),
  elasticity: quantity(NUMBER_RULES.ELASTICITY).prefault(1),
  /** `replace`, `fixed`: how recruits respond to the pool's vacancies. */
  responds: responds.optional().describe("How recruits respond to vacancies or workload"),
  /** `replace`: the part of its recruits whom no count of joiners explains; results tell them apart. */
  unexplained: quantity(NUMBER_RULES.SHARE)
    .optional()
    .describe("Share of its recruits whom no count of joiners explains"),
  ages: quantities(NUMBER_RULES.SHARE, "age-bands", { sumTo100: true }).optional(),
  sex: quantities(NUMBER_RULES.SHARE, "sexes", { sumTo100: true }).optional(),
});

/** Whom a pool recruits, and where from. */
export interface Recruitment extends z.output<typeof recruitmentRead> {}

export const recruitment: z.ZodType<Recruitment> = recruitmentRead;

const payRead = keyed({
  /** At the base date; scenarios change it by year. */
  relative: quantity(NUMBER_RULES.FACTOR).prefault(1).describe("Pay compared with other jobs at the base date"),
  /** Recruits go with pay's ratio to the base date, to this power. */
  recruits: quantity(NUMBER_RULES.POWER)
    .optional()
    .describe("Recruits change by so many per cent for each per cent of relative pay"),
  /** The leaving rate does, to this power. */
  leaving: quantity(NUMBER_RULES.POWER).optional().describe("The leaving rate does; mostly below zero"),
});

/** What a pool pays against other jobs, and how people go by it. */
export interface RelativePay extends z.output<typeof payRead> {}

export const pay: z.ZodType<RelativePay> = payRead;

const abroadRead = keyed({
  /** Heads a year by model year; the last value continues, so that a zero ends it. */
  recruits: quantities(NUMBER_RULES.FLOW, "years").describe("Heads a year by model year; the last value continues"),
  /** What visa rules and the like leave of them. */
  policy: quantity(NUMBER_RULES.POLICY)
    .prefault(1)
    .describe("What visa rules and the like leave of them; scenarios change it"),
  /** They go with relative pay's ratio to the base date, to this power. */
  pay: quantity(NUMBER_RULES.POWER)
    .optional()
    .describe("They change by so many per cent for each per cent of relative pay"),
  ages: quantities(NUMBER_RULES.SHARE, "age-bands", { sumTo100: true }).optional(),
  sex: quantities(NUMBER_RULES.SHARE, "sexes", { sumTo100: true }).optional(),
});

/** Whom a pool recruits abroad, whatever its labour market has. */
export interface FromAbroad extends z.output<typeof abroadRead> {}

export const abroad: z.ZodType<FromAbroad> = abroadRead;

const marketRead = keyed({
  title: text.optional().describe("Name of the market, as results show it"),
  /** As many as its pools recruit in the base year, or a number a year. */
  capacity: readAs(
    {
      description: "Recruits a year: base-year (as many as its pools recruit in the base year), or a number.",
      anyOf: [{ const: "base-year" }, PLAIN_SCHEMA, RECORD_SCHEMA],
    },
    (raw) => (raw === "base-year" ? z.literal("base-year") : quantity(NUMBER_RULES.FLOW)),
  ),
  follows: follows.optional(),
  elasticity: quantity(NUMBER_RULES.ELASTICITY).prefault(1),
});

/** Recruits available in a year, shared by the pools that name the market. */
export interface LabourMarket extends z.output<typeof marketRead> {}

export const labourMarket: z.ZodType<LabourMarket> = marketRead;
