import * as z from "zod";
import type { ScheduledCause } from "../../model/causes.ts";
import { RULES } from "../../model/rules.ts";
import type { Schedule } from "../../rates/schedule.ts";
import { VACANCY_KINDS } from "../../rates/vacancies.ts";
import { historic } from "../field/historic-rate.ts";
import { keyed } from "../field/keyed.ts";
import { isRecord } from "../field/problem.ts";
import { quantities } from "../field/quantities.ts";
import { quantity } from "../field/quantity.ts";
import { readAs } from "../field/read-as.ts";
import { leaving, returner } from "./leaving.ts";
import { agency, costs } from "./money.ts";
import { pay, recruitment } from "./recruitment.ts";
import { schedules } from "./schedule.ts";
import { text } from "./texts.ts";

const vacanciesRead = keyed({
  kind: z.enum(VACANCY_KINDS).default("of-posts").describe("What the vacancy rate divides by"),
  /** `of-directly-employed`: the staff that the publisher counts. */
  staff: quantity(RULES.COUNT).optional().describe("of-directly-employed: the staff that the publisher counts"),
  /** Vacancies published beside the rate. They are compared with it. */
  count: quantity(RULES.COUNT).optional().describe("Vacancies published beside the rate, compared with it"),
});

/** What a published vacancy rate is of, and the figures published beside it. */
export interface Vacancies extends z.output<typeof vacanciesRead> {}

const vacancies: z.ZodType<Vacancies> = vacanciesRead;

const fteForAll = historic("fte");
const fteByAge = quantities(RULES.FTE, "age-bands");

/** FTE a head is one number or numbers by age; a record with a plain value is the former. */
const isByAge = (raw: unknown): boolean =>
  isRecord(raw) && (!("value" in raw || "history" in raw) || isRecord(raw.value));

const fte = readAs(
  {
    description: "Full-time equivalents a head, 0 to 2; for everybody or by age band.",
    anyOf: [{ type: ["number", "string"] }, { type: "object" }],
  },
  (raw) => (isByAge(raw) ? fteByAge : fteForAll),
);

/** A pool as its file has it: schedules may stand in files of their own. */
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
  /** Full-time equivalents a head, for everybody or by age. */
  fte: fte.prefault(1),
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

/** Yearly rates by age of the causes of leaving that a pool gives apart: `retirement`, `death`. */
export type Schedules = { readonly [C in ScheduledCause]?: Schedule };

/** A group of staff treated alike, and what is known of it. */
export interface Pool extends Omit<z.output<typeof pool>, ScheduledCause>, Schedules {}
