import * as z from "zod";
import { NUMBER_RULES } from "../../model/rules.ts";
import type { QuantityMap } from "../../table/quantity.ts";
import { duration } from "../field/duration.ts";
import { keyed } from "../field/keyed.ts";
import { quantities } from "../field/quantities.ts";
import { quantity } from "../field/quantity.ts";
import { money } from "./money.ts";
import { text } from "./texts.ts";

const MONTH = "A month of the year, 1 to 12, or a list of them.";

const month = z.int({ error: MONTH }).min(1, { error: MONTH }).max(12, { error: MONTH });

const cost = keyed({
  /** Cost of the whole course for one who finishes it. */
  perLearner: money.describe("Cost of the whole course for one who finishes it"),
  /** The employer's share of what no levy pays; that of the funding rules when left out. */
  employerShare: quantity(NUMBER_RULES.SHARE)
    .optional()
    .describe("Of what no levy pays; the dated funding rules when left out"),
  /** Share of learners with small employers, who pay nothing for the youngest. */
  smallEmployers: quantity(NUMBER_RULES.SHARE)
    .optional()
    .describe("Share of learners with employers small enough to pay nothing for the young"),
  unit: z.literal("GBP").optional().describe("Pounds sterling"),
  priceYear: z.int().optional().describe("The year whose prices these are"),
});

const inPool = keyed({ pool: text.describe("Id of the pool"), fte: quantity(NUMBER_RULES.FTE) });

const community: QuantityMap = { values: { community: 1 }, unit: "share", kind: "assumption" };

const read = keyed({
  title: text.describe("Name of the course, as results show it"),
  level: z.int().min(0).max(8).optional().describe("Level of competence that it leads to, 0 to 8"),
  /** Entrants by calendar year of the start; the last value continues. */
  intake: quantities(NUMBER_RULES.FLOW, "years").describe(
    "Entrants by calendar year of the start; the last value continues",
  ),
  month: z
    .union([month, z.array(month).min(1, { error: MONTH })], { error: MONTH })
    .default(9)
    .describe("Month of the start, or several over which the year's intake is spread"),
  entrants: quantities(NUMBER_RULES.SHARE, "pools", { sumTo100: true })
    .optional()
    .describe("community and pools; community when left out"),
  ages: quantities(NUMBER_RULES.SHARE, "age-bands", { sumTo100: true }).optional(),
  sex: quantities(NUMBER_RULES.SHARE, "sexes", { sumTo100: true }).optional(),
  /** Length in months. */
  lasts: duration,
  /** Share of entrants who finish. */
  completion: quantity(NUMBER_RULES.SHARE),
  /** Shares of finishers who join each pool; the rest are lost to the system. */
  joins: quantities(NUMBER_RULES.SHARE, "pools"),
  /** Shares of those who leave early who join each pool. */
  earlyLeaversJoin: quantities(NUMBER_RULES.SHARE, "pools").optional(),
  worksWhileTraining: inPool.optional().describe("What one trainee works meanwhile, and in which pool"),
  /** FTE of demand that one trainee adds. */
  backfill: inPool.optional().describe("Posts that one trainee adds meanwhile, and in which pool"),
  cost: cost.optional().describe("What the course costs, in pounds"),
}).transform(({ month, entrants, ...rest }) => ({
  ...rest,
  /** Months of the year in which courses start; the intake is spread equally over them. */
  months: Object.freeze([month].flat().sort((a, b) => a - b)),
  /** Shares of entrants from the `community` and from pools. */
  entrants: entrants ?? community,
}));

/** A course or programme: intake, length, completion and conversion. */
export interface Pipeline extends Readonly<z.output<typeof read>> {}

export const pipeline: z.ZodType<Pipeline> = read;
