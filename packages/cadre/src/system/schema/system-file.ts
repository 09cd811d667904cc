import * as z from "zod";
import { CALIBRATIONS } from "../../model/calibrations.ts";
import { RULES } from "../../model/rules.ts";
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

export type SystemFile = z.output<typeof systemFile>;
