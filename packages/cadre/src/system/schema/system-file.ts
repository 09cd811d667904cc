import * as z from "zod";
import { CALIBRATIONS } from "../../model/calibrations.ts";
import { NUMBER_RULES } from "../../model/rules.ts";
import { CONVENTIONS } from "../../rates/kinds.ts";
import { keyed } from "../field/keyed.ts";
import { quantity } from "../field/quantity.ts";
import { demand, shift, substitution } from "./demand.ts";
import { move } from "./leaving.ts";
import { funding, systemCosts } from "./money.ts";
import { pipeline } from "./pipeline.ts";
import { pool } from "./pool.ts";
import { population } from "./population.ts";
import { labourMarket } from "./recruitment.ts";
import { source } from "./sources.ts";
import { date, id, record, text } from "./texts.ts";

const calendarRead = keyed({
  /** The reference date of the opening stock, `yyyy-mm-dd`. */
  base: date.describe("Reference date of the opening stock"),
  /** The last reference date, `yyyy-mm-dd`, a whole number of years later. */
  until: date.describe("Last reference date, a whole number of years later"),
  stepsPerYear: z.literal([1, 2, 4, 12]).default(1),
  convention: z.enum(CONVENTIONS).default("continuous"),
});

/** When the model starts and ends, and how a year is cut and computed. */
export interface Calendar extends z.output<typeof calendarRead> {}

const calendar: z.ZodType<Calendar> = calendarRead;

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

const testedRead = keyed({
  /** What was forecast: which numbers, how far ahead. */
  what: text.describe("What was forecast: which numbers, how far ahead"),
  calibration: z.enum(CALIBRATIONS),
  /** Share of the figures that lay in the 80% interval. */
  coverage: quantity(NUMBER_RULES.SHARE).optional().describe("Share of the figures that lay in the 80% interval"),
  /** 1 less the error over that of the last figure: above 0 is better than no model. */
  skill: quantity({
    ...NUMBER_RULES.SHARE,
    min: -100,
    says: "1 less the error over that of the last figure.",
  }).optional(),
  /** Forecasts that were compared with a figure. */
  pairs: z.int().min(1).describe("Forecasts that were compared with a figure"),
});

/** What a backtest said of a part of a system. */
export interface BacktestFinding extends z.output<typeof testedRead> {}

const tested: z.ZodType<BacktestFinding> = testedRead;

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
  /** Titles of the levels of competence. */
  levels: record(text).default({}).describe("Titles of the levels of competence"),
  /** What backtests said of parts of it. */
  tested: z.array(tested).default([]).describe("What backtests said of parts of it"),
});

export type SystemFile = z.output<typeof systemFile>;
