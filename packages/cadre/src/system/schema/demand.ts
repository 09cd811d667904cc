import * as z from "zod";
import type { FormulaData } from "../../formula/formula-tree.ts";
import { byDemandGrowth } from "../../model/demand-growths.ts";
import { NUMBER_RULES } from "../../model/rules.ts";
import { historic } from "../field/historic-rate.ts";
import { keyed } from "../field/keyed.ts";
import { quantities } from "../field/quantities.ts";
import { quantity } from "../field/quantity.ts";
import { text } from "./texts.ts";

const days = quantity(NUMBER_RULES.DAYS_OFF).optional();

const workloadRead = keyed({
  activities: z
    .array(
      keyed({
        title: text.describe("What is done, such as a home visit"),
        /** How often a year at the base date. */
        perYear: quantity(NUMBER_RULES.TIMES).describe("How often a year, at the base date"),
        /** Standard time of one of them. */
        minutes: quantity(NUMBER_RULES.MINUTES).describe("Standard time of one of them, for one member of staff"),
      }),
    )
    .min(1)
    .describe("What the staff do for the people they serve"),
  daysPerWeek: quantity(NUMBER_RULES.WEEK_DAYS).prefault(5),
  hoursPerDay: quantity(NUMBER_RULES.DAY_HOURS).prefault(7.5),
  /** Working days a year that a full-time member of staff is not there. */
  daysOff: keyed({
    leave: days.describe("Annual leave"),
    holidays: days.describe("Public holidays"),
    training: days.describe("Training days"),
    sickness: days.describe("Days of sickness and other absence"),
  }).describe("Working days a year that a full-time member of staff is not there"),
  /** Share of working time that all staff need for other than activities. */
  support: quantity(NUMBER_RULES.SHARE).optional().describe("Share of working time for records, meetings and the like"),
  /** Hours a year of single members of staff for other than activities. */
  extraHours: quantity(NUMBER_RULES.YEAR_HOURS)
    .optional()
    .describe("Hours a year of single members of staff for other than activities, such as supervision"),
});

/** Posts by workload: activities × standard time ÷ available working time, with allowances (the WISN of the WHO). */
export interface Workload extends z.output<typeof workloadRead> {}

const workload: z.ZodType<Workload> = workloadRead;

const demandRead = keyed({
  /** Posts at the base date by the work there is, in place of `posts`. */
  workload: workload.optional().describe("Posts at the base date by the work there is, in place of posts"),
  /** Posts at the base date in FTE. */
  posts: quantity(NUMBER_RULES.POSTS).optional(),
  drivers: z
    .array(keyed({ population: quantities(NUMBER_RULES.SHARE, "age-bands", { sumTo100: true }) }))
    .default([])
    .describe("People whose number the posts follow, with the share of the demand that each age band makes"),
  ...byDemandGrowth((name) => historic(`demand.${name}`).optional()),
  /** Demand in FTE at each reference date, in place of drivers. */
  formula: text.optional().describe("Demand in FTE at each reference date, in place of drivers"),
  /** Need at the base date beyond the posts, as a share of them. */
  unmetNeed: quantity(NUMBER_RULES.RATE)
    .optional()
    .describe("Need at the base date beyond the posts, as a share of them"),
  /** What the budget pays for: growing from the base, or posts at given years. */
  funded: keyed({
    growth: quantity(NUMBER_RULES.GROWTH).optional(),
    posts: quantities(NUMBER_RULES.POSTS, "years")
      .optional()
      .describe("Funded posts at given years; a straight line between"),
  })
    .optional()
    .describe("What the budget pays for: growing from the base, or posts at given years"),
});

/** The same as a file has it, with the text of the formula. */
export interface DemandRead extends z.output<typeof demandRead> {}

/** What makes the posts needed of one pool grow or shrink. */
export interface Demand extends Omit<DemandRead, "formula"> {
  /** Demand in FTE at each reference date, in place of drivers; `compileFormula(text).data` makes one. */
  readonly formula?: FormulaData;
}

export const demand: z.ZodType<DemandRead> = demandRead;

const STARTING = {
  /** First model year, by the calendar year in which it ends. */
  start: z.int().describe("First model year, by the calendar year in which it ends"),
  /** Years until it works in full. */
  over: z.int().min(1).max(50).default(1).describe("Years until it works in full"),
};

const shiftRead = keyed({
  title: text.optional().describe("What the change is called"),
  from: text.describe("Pool whose demand goes down"),
  to: text.describe("Pool whose demand goes up"),
  /** Share of the demand of `from`. */
  share: quantity(NUMBER_RULES.SHARE),
  /** FTE of `to` per FTE of `from`. */
  ratio: quantity(NUMBER_RULES.RATIO).prefault(1).describe("FTE of `to` per FTE of `from`"),
  ...STARTING,
});

/** A change of the service model: demand that goes from one pool to another. */
export interface Shift extends z.output<typeof shiftRead> {}

export const shift: z.ZodType<Shift> = shiftRead;

const substitutionRead = keyed({
  title: text.optional().describe("What the change is called"),
  of: text.describe("Pool whose posts are replaced"),
  by: text.describe("Pool whose staff do the work"),
  /** FTE replaced when it works in full. */
  fte: quantity(NUMBER_RULES.POSTS),
  /** FTE of `by` per FTE of `of`. */
  ratio: quantity(NUMBER_RULES.RATIO).prefault(1).describe("FTE of `by` per FTE of `of`"),
  ...STARTING,
});

/** Skill mix: an FTE of one pool replaced by FTE of another. */
export interface Substitution extends z.output<typeof substitutionRead> {}

export const substitution: z.ZodType<Substitution> = substitutionRead;
