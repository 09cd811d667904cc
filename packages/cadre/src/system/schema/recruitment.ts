import * as z from "zod";
import { RULES } from "../../model/rules.ts";
import { historic } from "../field/historic-rate.ts";
import { keyed } from "../field/keyed.ts";
import { quantities } from "../field/quantities.ts";
import { quantity } from "../field/quantity.ts";
import { responds } from "./leaving.ts";
import { text } from "./texts.ts";

const follows = keyed({ population: text });

export const recruitment = keyed({
  mode: z.enum(["replace", "fixed", "fill"]).default("replace"),
  market: text.optional().describe("The labour market that its recruits come from"),
  weight: quantity(RULES.WEIGHT).prefault(1).describe("Attractiveness in that market"),
  from: quantities(RULES.SHARE, "pools").optional().describe("Shares of its recruits drawn from other pools"),
  recruits: quantities(RULES.FLOW, "years").optional(),
  effort: historic("recruitment.effort").prefault(1),
  follows: follows.optional(),
  elasticity: quantity(RULES.ELASTICITY).prefault(1),
  responds: responds.optional().describe("How recruits respond to vacancies or workload"),
  ages: quantities(RULES.SHARE, "age-bands", { sumTo100: true }).optional(),
  sex: quantities(RULES.SHARE, "sexes", { sumTo100: true }).optional(),
});

export const pay = keyed({
  relative: quantity(RULES.FACTOR).prefault(1).describe("Pay against that of other jobs at the base date"),
  recruits: quantity(RULES.POWER)
    .optional()
    .describe("Recruits change by so many per cent for each per cent of relative pay"),
  leaving: quantity(RULES.POWER).optional().describe("The leaving rate does; mostly below zero"),
});

export const labourMarket = keyed({
  title: text.optional(),
  capacity: z.any().meta({
    description: "Recruits a year: base-year (as many as its pools recruit in the base year), or a number.",
    anyOf: [{ const: "base-year" }, { type: ["number", "string"] }, { type: "object" }],
  }),
  follows: follows.optional(),
  elasticity: quantity(RULES.ELASTICITY).prefault(1),
});

export const capacityNumber = quantity(RULES.FLOW);
