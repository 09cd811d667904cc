import * as z from "zod";
import { RETURNING_CAUSES, SCHEDULED_CAUSES } from "../../model/causes.ts";
import { NUMBER_RULES } from "../../model/rules.ts";
import { RATE_KINDS, SCHEDULE_KINDS } from "../../rates/kinds.ts";
import { duration } from "../field/duration.ts";
import { historic } from "../field/historic-rate.ts";
import { keyed } from "../field/keyed.ts";
import { quantities } from "../field/quantities.ts";
import { quantity } from "../field/quantity.ts";
import { note, text } from "./texts.ts";

const SIGNALS = ["vacancyRate", "workload"] as const;

/** What people respond to: the vacancy rate, or the posts there are for each one in post. */
export type Signal = (typeof SIGNALS)[number];

const respondsRead = keyed({
  to: z.enum(SIGNALS).describe("Gap ÷ posts needed, or posts needed ÷ staff in post (FTE)"),
  /** Whose signal: the pool's own, or that of all pools together. */
  of: z.enum(["pool", "all"]).default("pool").describe("Whose: the pool's own, or of all pools together"),
  /** Recruits, or the leaving rate, go with the signal's ratio to its value at the base date, to this power. */
  power: quantity(NUMBER_RULES.POWER).describe("0 is no response; 1 is in proportion to the ratio to the base date"),
  /** Whole years until it shows, 1 or more. */
  delay: z.int().min(1).max(10).default(1).describe("Whole years until it shows"),
});

/** How people respond to what happened in their pool some years before; the base year is without response. */
export interface Response extends z.output<typeof respondsRead> {}

export const responds: z.ZodType<Response> = respondsRead;

const SCOPES = ["employer", "sector", "system"] as const;

/** Leaving what: the employer, the sector or the whole system. */
export type Scope = (typeof SCOPES)[number];

const ratesRead = keyed({
  byTenure: quantities(NUMBER_RULES.RATE, "tenures").optional(),
  byAge: quantities(NUMBER_RULES.RATE, "age-bands").optional(),
  bySex: quantities(NUMBER_RULES.RATE, "sexes").optional(),
});

/** Yearly rates of leaving by one class of staff, as they are: no total sets their level. */
export interface ClassRates extends z.output<typeof ratesRead> {}

const classRates: z.ZodType<ClassRates> = ratesRead;

const leavingRead = keyed({
  /** The rate of all staff together; or `rates` by class. */
  rate: historic("leaving.rate").optional(),
  rates: classRates.optional().describe("Rates by length of service, by age or by sex, in place of one for all"),
  kind: z.enum(RATE_KINDS).describe("What the published rate divides by"),
  /** `still-in-post`: months after joining, whole years. */
  after: duration.optional().describe("still-in-post: whole years after joining"),
  scope: z.enum(SCOPES).describe("Leaving what: the employer, the sector or the whole system"),
  /** Causes that the published rate counts beside leaving. */
  includes: z
    .array(z.enum(SCHEDULED_CAUSES))
    .default([])
    .describe("Causes that the published rate counts beside leaving"),
  /** Growth of the headcount in the year of the rate; matters only for `leavers-per-closing-headcount`. */
  growth: quantity(NUMBER_RULES.GROWTH).optional(),
  /** Share of leavers who go to another employer of the same pool. */
  stayingInSector: quantity(NUMBER_RULES.SHARE).optional(),
  /** How leaving responds to the pool's vacancies or workload. */
  responds: responds.optional().describe("How leaving responds to vacancies or workload"),
  /** Relative shapes; the calibration sets their level. */
  byTenure: quantities(NUMBER_RULES.FACTOR, "tenures").optional(),
  byAge: quantities(NUMBER_RULES.FACTOR, "age-bands").optional(),
  bySex: quantities(NUMBER_RULES.FACTOR, "sexes").optional(),
});

/** How many leave a pool, by which definition, and who leaves sooner. */
export interface PoolLeaving extends z.output<typeof leavingRead> {}

export const leaving: z.ZodType<PoolLeaving> = leavingRead;

const returnerRead = keyed({
  title: text.optional().describe("Who they are, as results show it"),
  /** The pool that they left; their own when left out. */
  of: text.optional().describe("The pool that they left, where they come back to another one"),
  cause: z.enum(RETURNING_CAUSES).optional().describe("Why they had left"),
  share: quantity(NUMBER_RULES.SHARE).optional(),
  /** Whole years until they come back. */
  delay: z.int().min(1).max(20).optional().describe("Whole years until they come back"),
  /** Heads a year by model year; the last value continues. */
  heads: quantities(NUMBER_RULES.FLOW, "years").optional().describe("Heads a year, in place of a share of leavers"),
  ages: quantities(NUMBER_RULES.SHARE, "age-bands", { sumTo100: true }).optional(),
  sex: quantities(NUMBER_RULES.SHARE, "sexes", { sumTo100: true }).optional(),
});

/** People who come back: a share of leavers after some years, or heads a year. */
export interface Returner extends z.output<typeof returnerRead> {}

export const returner: z.ZodType<Returner> = returnerRead;

const moveRead = keyed({
  from: text.describe("Pool that they leave"),
  to: text.describe("Pool that they join"),
  rate: quantity(NUMBER_RULES.RATE),
  kind: z.enum(SCHEDULE_KINDS).describe("What the rate is: a hazard, or the share who go within the year"),
  byTenure: quantities(NUMBER_RULES.FACTOR, "tenures").optional(),
  byAge: quantities(NUMBER_RULES.FACTOR, "age-bands").optional(),
  note,
});

/** People who leave one pool for another. */
export interface Move extends z.output<typeof moveRead> {}

export const move: z.ZodType<Move> = moveRead;

const plannedMoveRead = keyed({
  title: text.optional().describe("What the plan is called"),
  from: text.describe("Pool that they leave"),
  /** The pool they join; without one, they are made redundant. */
  to: text.optional().describe("Pool that they join; left out, they are made redundant and leave the system"),
  /** Heads a year by model year; the last value continues. */
  heads: quantities(NUMBER_RULES.FLOW, "years").describe("Heads a year by model year; the last value continues"),
  note,
});

/** People who are moved, retrained or made redundant, in heads a year. */
export interface MoveInHeads extends z.output<typeof plannedMoveRead> {}

export const plannedMove: z.ZodType<MoveInHeads> = plannedMoveRead;
