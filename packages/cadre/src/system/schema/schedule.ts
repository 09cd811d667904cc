import * as z from "zod";
import { SCHEDULED_CAUSES, type ScheduledCause } from "../../model/causes.ts";
import { NUMBER_RULES } from "../../model/rules.ts";
import { SCHEDULE_KINDS } from "../../rates/kinds.ts";
import { keyed } from "../field/keyed.ts";
import { schedulePlace } from "../field/provenance.ts";
import { quantities } from "../field/quantities.ts";
import { source } from "./sources.ts";
import { id, record, text } from "./texts.ts";

export const ratesByAge = quantities(NUMBER_RULES.RATE, "age-bands");

export const scheduleFile = keyed({
  cadre: z.literal(1),
  id,
  title: text,
  kind: z.enum(SCHEDULE_KINDS).describe("What the rates are"),
  ...schedulePlace,
  sources: record(source).optional(),
  byAge: ratesByAge.optional(),
  bySex: record(ratesByAge).optional(),
});

/** A name of a schedule file, or rates in place; told apart by what they are, so that a typo keeps its own error. */
const schedule = z.unknown().meta({
  description: "The name of a schedule in data/, or rates by age in place.",
  anyOf: [{ type: "string" }, { type: "object" }],
});

/** One key a cause that comes with a schedule. */
export const schedules = Object.fromEntries(SCHEDULED_CAUSES.map((cause) => [cause, schedule.optional()])) as Record<
  ScheduledCause,
  z.ZodOptional<typeof schedule>
>;

export const scheduleInPlace = keyed({
  kind: z.enum(SCHEDULE_KINDS),
  ...schedulePlace,
  byAge: ratesByAge.optional(),
  bySex: record(ratesByAge).optional(),
});
