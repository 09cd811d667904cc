import * as z from "zod";
import { RULES } from "../../model/rules.ts";
import { VACANCY_KINDS } from "../../rates/vacancies.ts";
import { historic } from "../field/historic-rate.ts";
import { keyed } from "../field/keyed.ts";
import { quantities } from "../field/quantities.ts";
import { quantity } from "../field/quantity.ts";
import { leaving, returner } from "./leaving.ts";
import { agency, costs } from "./money.ts";
import { pay, recruitment } from "./recruitment.ts";
import { schedules } from "./schedule.ts";
import { text } from "./texts.ts";

const fte = z.any().meta({
  description: "Full-time equivalents a head, 0 to 2; for everybody or by age band.",
  anyOf: [{ type: ["number", "string"] }, { type: "object" }],
});

const vacancies = keyed({
  kind: z.enum(VACANCY_KINDS).default("of-posts").describe("What the vacancy rate divides by"),
  staff: quantity(RULES.COUNT).optional().describe("of-directly-employed: the staff that the publisher counts"),
  count: quantity(RULES.COUNT).optional().describe("Vacancies published beside the rate, compared with it"),
});

export const pool = keyed({
  title: text,
  employer: text,
  sector: text,
  role: text.default("all staff"),
  level: z.int().min(0).max(8).optional(),
  place: text.optional(),
  headcount: quantity(RULES.COUNT),
  ages: quantities(RULES.SHARE, "age-bands", { sumTo100: true }).optional(),
  sex: quantities(RULES.SHARE, "sexes", { sumTo100: true }).optional(),
  tenure: quantities(RULES.SHARE, "tenures", { sumTo100: true }).optional(),
  fte: fte.default(1),
  vacancyRate: historic("vacancyRate").optional(),
  vacancies: vacancies.optional(),
  leaving,
  ...schedules,
  recruitment: recruitment.prefault({}),
  pay: pay.optional().describe("Relative pay, and how recruits and leaving respond to it"),
  returners: z.array(returner).default([]),
  agency: agency.optional(),
  costs: costs.prefault({}),
});

export const fteByAge = quantities(RULES.FTE, "age-bands");

export const fteForAll = historic("fte");
