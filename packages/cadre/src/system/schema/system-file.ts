import * as z from "zod";
import { CALIBRATIONS } from "../../model/calibrations.ts";
import { NUMBER_RULES } from "../../model/rules.ts";
import { COUNTS } from "../../model/units.ts";
import { CONVENTIONS } from "../../rates/kinds.ts";
import { keyed } from "../field/keyed.ts";
import { quantity } from "../field/quantity.ts";
import { demand, shift, substitution } from "./demand.ts";
import { move, plannedMove } from "./leaving.ts";
import { funding, systemCosts } from "./money.ts";
import { pipeline } from "./pipeline.ts";
import { pool } from "./pool.ts";
import { population } from "./population.ts";
import { labourMarket } from "./recruitment.ts";
import { sources } from "./sources.ts";
import { date, id, note, record, text, version } from "./texts.ts";

const calendarRead = keyed({
  /** The reference date of the opening stock, `yyyy-mm-dd`. */
  base: date.describe("Reference date of the opening stock"),
  /** The last reference date, `yyyy-mm-dd`, a whole number of years later. */
  until: date.describe("Last reference date, a whole number of years later"),
  stepsPerYear: z.literal([1, 2, 4, 12]).default(1).describe("Steps that a year is computed in"),
  convention: z
    .enum(CONVENTIONS)
    .default("continuous")
    .describe("continuous: exactly, in continuous time; opening-stock: as spreadsheets do it"),
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

/** A model may be worse than the last figure repeated: then its skill is below zero. */
const { kind: _, ...share } = NUMBER_RULES.SHARE;
const SKILL = { ...share, min: -100, says: "1 less the error over that of the last figure, at most 100%." };

const testedRead = keyed({
  /** What was forecast: which numbers, how far ahead. */
  what: text.describe("What was forecast: which numbers, how far ahead"),
  calibration: z.enum(CALIBRATIONS).describe("Whether the ranges were right, too narrow or too wide"),
  /** Share of the figures that lay in the 80% interval. */
  coverage: quantity(NUMBER_RULES.SHARE).optional().describe("Share of the figures that lay in the 80% interval"),
  /** 1 less the error over that of the last figure: above 0 is better than no model. */
  skill: quantity(SKILL)
    .optional()
    .describe("1 less the error over that of the last figure; above 0 is better than no model"),
  /** Forecasts that were compared with a figure. */
  pairs: z.int().min(1).describe("Forecasts that were compared with a figure"),
});

/** What a backtest said of a part of a system. */
export interface BacktestFinding extends z.output<typeof testedRead> {}

const tested: z.ZodType<BacktestFinding> = testedRead;

/** The system file as planners write it. */
export const systemFile = keyed({
  cadre: version,
  id: id.describe("Short name of the system, lower-case words joined by hyphens"),
  title: text.describe("Title of the system, as results show it"),
  place: text.optional().describe("The place whose population the system serves"),
  note,
  calendar: calendar.describe("When the model starts and ends, and how a year is cut"),
  axes: axes.prefault({}).describe("How staff are told apart: by age, years in post and sex"),
  counts: z
    .enum(COUNTS)
    .default("people")
    .describe("people: staff are people, with full-time equivalents a head; jobs: filled posts, whatever their hours"),
  sources: sources.default({}),
  population: population.optional().describe("People of the place, who need care and come to work"),
  pools: record(pool.describe("A group of staff treated alike")).describe("Groups of staff treated alike, by id"),
  moves: z.array(move).default([]).describe("People who change from one pool to another"),
  plannedMoves: z
    .array(plannedMove)
    .default([])
    .describe("People who are moved, retrained or made redundant, in heads a year"),
  demand: record(demand.describe("What makes the posts of this pool grow or shrink"))
    .default({})
    .describe("Posts needed, by pool"),
  labourMarkets: record(labourMarket.describe("Recruits available in a year, shared by the pools that name the market"))
    .default({})
    .describe("Recruits available in a year, by id"),
  pipelines: record(pipeline.describe("A course or programme: intake, length, completion and where finishers go"))
    .default({})
    .describe("Courses and programmes that staff come out of, by id"),
  shifts: z.array(shift).default([]).describe("Demand that goes from one pool to another"),
  substitutions: z.array(substitution).default([]).describe("Posts of one pool done by staff of another"),
  costs: systemCosts.prefault({}).describe("What people cost, in pounds"),
  funding: funding.optional().describe("Who pays for training: the levy account"),
  /** Titles of the levels of competence. */
  levels: record(text).default({}).describe("Titles of the levels of competence"),
  /** What backtests said of parts of it. */
  tested: z.array(tested).default([]).describe("What backtests said of parts of it"),
});

export type SystemFile = z.output<typeof systemFile>;
