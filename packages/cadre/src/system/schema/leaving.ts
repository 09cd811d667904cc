import * as z from "zod";
import { RETURNING_CAUSES, SCHEDULED_CAUSES } from "../../model/causes.ts";
import { RULES } from "../../model/rules.ts";
import { duration } from "../field/duration.ts";
import { historic } from "../field/historic-rate.ts";
import { keyed } from "../field/keyed.ts";
import { quantities } from "../field/quantities.ts";
import { quantity } from "../field/quantity.ts";
import { SCHEDULE_KINDS } from "./schedule.ts";
import { text } from "./texts.ts";

export const responds = keyed({
  to: z.enum(["vacancyRate", "workload"]).describe("Gap ÷ posts needed, or posts needed ÷ staff in post (FTE)"),
  of: z.enum(["pool", "all"]).default("pool").describe("Whose: the pool's own, or of all pools together"),
  power: quantity(RULES.POWER).describe("0 is no response; 1 is in proportion to the ratio to the base date"),
  delay: z.int().min(1).max(10).default(1).describe("Whole years until it shows"),
});

export const leaving = keyed({
  rate: historic("leaving.rate"),
  kind: z.enum(["leavers-per-average-headcount", "leavers-per-closing-headcount", ...SCHEDULE_KINDS, "still-in-post"]),
  after: duration.optional().describe("still-in-post: whole years after joining"),
  scope: z.enum(["employer", "sector", "system"]),
  includes: z.array(z.enum(SCHEDULED_CAUSES)).default([]),
  growth: quantity(RULES.GROWTH).optional(),
  stayingInSector: quantity(RULES.SHARE).optional(),
  responds: responds.optional().describe("How leaving responds to vacancies or workload"),
  byTenure: quantities(RULES.FACTOR, "tenures").optional(),
  byAge: quantities(RULES.FACTOR, "age-bands").optional(),
  bySex: quantities(RULES.FACTOR, "sexes").optional(),
});

export const returner = keyed({
  title: text.optional(),
  cause: z.enum(RETURNING_CAUSES).optional(),
  share: quantity(RULES.SHARE).optional(),
  delay: z.int().min(1).max(20).optional().describe("Whole years until they come back"),
  heads: quantities(RULES.FLOW, "years").optional().describe("Heads a year, in place of a share of leavers"),
  ages: quantities(RULES.SHARE, "age-bands", { sumTo100: true }).optional(),
  sex: quantities(RULES.SHARE, "sexes", { sumTo100: true }).optional(),
});

export const move = keyed({
  from: text,
  to: text,
  rate: quantity(RULES.RATE),
  kind: z.enum(SCHEDULE_KINDS),
  byTenure: quantities(RULES.FACTOR, "tenures").optional(),
  byAge: quantities(RULES.FACTOR, "age-bands").optional(),
  note: text.optional(),
});
