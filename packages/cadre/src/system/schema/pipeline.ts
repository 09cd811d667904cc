import * as z from "zod";
import { RULES } from "../../model/rules.ts";
import { duration } from "../field/duration.ts";
import { keyed } from "../field/keyed.ts";
import { quantities } from "../field/quantities.ts";
import { quantity } from "../field/quantity.ts";
import { money } from "./money.ts";
import { text } from "./texts.ts";

const MONTH = "A month of the year, 1 to 12, or a list of them.";

const month = z.int({ error: MONTH }).min(1, { error: MONTH }).max(12, { error: MONTH });

export const pipeline = keyed({
  title: text,
  level: z.int().min(0).max(8).optional(),
  intake: quantities(RULES.FLOW, "years").describe("Entrants by calendar year of the start; the last value carries on"),
  month: z
    .union([month, z.array(month).min(1, { error: MONTH })], { error: MONTH })
    .default(9)
    .describe("Month of the start, or several over which the year's intake is spread"),
  entrants: quantities(RULES.SHARE, "pools", { sumTo100: true })
    .optional()
    .describe("community and pools; community when left out"),
  ages: quantities(RULES.SHARE, "age-bands", { sumTo100: true }).optional(),
  sex: quantities(RULES.SHARE, "sexes", { sumTo100: true }).optional(),
  lasts: duration,
  completion: quantity(RULES.SHARE),
  joins: quantities(RULES.SHARE, "pools"),
  earlyLeaversJoin: quantities(RULES.SHARE, "pools").optional(),
  worksWhileTraining: keyed({ pool: text, fte: quantity(RULES.FTE) }).optional(),
  backfill: keyed({ pool: text, fte: quantity(RULES.FTE) }).optional(),
  cost: keyed({
    perLearner: money.describe("Cost of the whole course for one who finishes it"),
    employerShare: quantity(RULES.SHARE)
      .optional()
      .describe("Of what no levy pays; the dated funding rules when left out"),
    smallEmployers: quantity(RULES.SHARE)
      .optional()
      .describe("Share of learners with employers small enough to pay nothing for the young"),
    unit: z.literal("GBP").optional(),
    priceYear: z.int().optional(),
  }).optional(),
});
