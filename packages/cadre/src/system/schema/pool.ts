import * as z from "zod";
import type { ScheduledCause } from "../../model/causes.ts";
import { NUMBER_RULES } from "../../model/rules.ts";
import { COUNTS, type Counts } from "../../model/units.ts";
import type { FteAHead } from "../../rates/fte-a-head.ts";
import type { Schedule } from "../../rates/schedule.ts";
import { VACANCY_KINDS } from "../../rates/vacancies.ts";
import { parseBand } from "../../table/band.ts";
import type { Quantity } from "../../table/quantity.ts";
import { historic } from "../field/historic-rate.ts";
import { keyed } from "../field/keyed.ts";
import { isRecord } from "../field/problem.ts";
import { quantities } from "../field/quantities.ts";
import { PLAIN_SCHEMA, quantity, RECORD_SCHEMA } from "../field/quantity.ts";
import { readAs } from "../field/read-as.ts";
import { leaving, returner } from "./leaving.ts";
import { agency, bank, costs } from "./money.ts";
import { abroad, pay, recruitment } from "./recruitment.ts";
import { schedules } from "./schedule.ts";
import { record, text } from "./texts.ts";

const vacanciesRead = keyed({
  kind: z.enum(VACANCY_KINDS).default("of-posts").describe("What the vacancy rate divides by"),
  /** `of-directly-employed`: the staff that the publisher counts. */
  staff: quantity(NUMBER_RULES.COUNT).optional().describe("of-directly-employed: the staff that the publisher counts"),
  /** Vacancies published beside the rate. They are compared with it. */
  count: quantity(NUMBER_RULES.COUNT).optional().describe("Vacancies published beside the rate, compared with it"),
});

/** What a published vacancy rate is of, and the figures published beside it. */
export interface Vacancies extends z.output<typeof vacanciesRead> {}

const vacancies: z.ZodType<Vacancies> = vacanciesRead;

const FTE_SCHEMA = {
  description: "Full-time equivalents a head, 0 to 2; for everybody, by age band, by sex, or by sex and age band.",
  anyOf: [
    PLAIN_SCHEMA,
    {
      ...RECORD_SCHEMA,
      properties: { ...RECORD_SCHEMA.properties, value: { description: "The number or numbers themselves" } },
    },
  ],
};
const absence = keyed({
  /** Hours lost to sickness, as a share of the hours of those not on leave. */
  sickness: quantity(NUMBER_RULES.AWAY).optional().describe("Share of hours lost to sickness"),
  /** Hours lost to maternity, adoption and parental leave. */
  maternity: quantity(NUMBER_RULES.AWAY).optional().describe("Share of hours lost to maternity and parental leave"),
});

const fteForAll = historic("fte");
const fteByAge = quantities(NUMBER_RULES.FTE, "age-bands");
const fteBySex = quantities(NUMBER_RULES.FTE, "sexes");
const fteBySexAndAge = record(fteByAge);

/** FTE a head is one number or a list; a record with a plain value is the former. Sexes begin with a letter. */
function fteWay(raw: unknown) {
  if (!isRecord(raw) || "history" in raw || ("value" in raw && !isRecord(raw.value))) return fteForAll;
  const list = isRecord(raw.value) ? raw.value : raw;
  const labels = Object.keys(list);
  if (!labels.every((label) => /^\p{L}/u.test(label) && !parseBand(label)) || labels.length === 0) return fteByAge;
  return Object.values(list).some(isRecord) ? fteBySexAndAge : fteBySex;
}

const fte = readAs<z.ZodType<FteAHead>>(FTE_SCHEMA, fteWay);

/** One full-time equivalent a head, where a file says nothing of hours. */
export const FULL_TIME: FteAHead = fteForAll.parse(1);

/** A pool as its file has it: schedules may stand in files of their own, and people may be given by their hours. */
const written = keyed({
  title: text.describe("Name of the pool, as results show it"),
  employer: text.describe("Who employs them; pools of the same words belong together"),
  sector: text.describe("Health, social care and so on; pools of the same words belong together"),
  role: text.default("all staff").describe("What they do; pools of the same words belong together"),
  level: z.int().min(0).max(8).optional().describe("Level of competence, 0 to 8"),
  place: text.optional().describe("Where they work, when a system has several places"),
  counts: z
    .enum(COUNTS)
    .optional()
    .describe("What one of its headcount is, where the system's own `counts` does not hold"),
  headcount: quantity(NUMBER_RULES.COUNT).optional(),
  /** Full-time equivalents in post, as published: with `fte` they give the headcount, with `headcount` the FTE a head. */
  fteInPost: quantity(NUMBER_RULES.FTE_IN_POST).optional(),
  ages: quantities(NUMBER_RULES.SHARE, "age-bands", { sumTo100: true }).optional(),
  sex: quantities(NUMBER_RULES.SHARE, "sexes", { sumTo100: true }).optional(),
  tenure: quantities(NUMBER_RULES.SHARE, "tenures", { sumTo100: true }).optional(),
  /** Full-time equivalents a head: for everybody, by age, by sex, or by sex and age. */
  fte: fte.optional(),
  vacancyRate: historic("vacancyRate").optional(),
  vacancies: vacancies.optional().describe("What the vacancy rate is of, and figures published beside it"),
  leaving: leaving.describe("How many leave, by which definition, and who leaves sooner"),
  ...schedules,
  recruitment: recruitment.prefault({}).describe("How many are recruited, and where from"),
  abroad: abroad.optional().describe("Recruits from abroad, beside those of the labour market"),
  pay: pay.optional().describe("Relative pay, and how recruits and leaving respond to it"),
  returners: z.array(returner).default([]).describe("People who left and come back"),
  absence: absence.optional().describe("Hours of people in post when they are not at work"),
  participation: quantity(NUMBER_RULES.SHARE)
    .optional()
    .describe("Share of people in post who are at work, and not on a career break or seconded; 100% when left out"),
  bank: bank.optional().describe("The pool's own bank, whose staff fill part of the gap"),
  agency: agency.optional().describe("Temporary staff who fill part of the gap"),
  costs: costs.prefault({}).describe("What people of this pool cost, in pounds, in place of the system's costs"),
});

export const pool = written.meta({ anyOf: [{ required: ["headcount"] }, { required: ["fteInPost"] }] });

/** What a file says of people and hours, of which one may follow from the others. */
type PeopleAndHours = "headcount" | "fteInPost" | "fte";

/** Yearly rates by age of the causes of leaving that a pool gives apart: `retirement`, `death`. */
export type Schedules = { readonly [C in ScheduledCause]?: Schedule };

/** A group of staff treated alike, and what is known of it. */
export interface Pool extends Omit<z.output<typeof pool>, ScheduledCause | PeopleAndHours | "counts">, Schedules {
  /** What one of its headcount is. */
  readonly counts: Counts;
  /** People in post on the base date, as given or worked out from their hours. */
  readonly headcount: Quantity;
  readonly fte: FteAHead;
}
