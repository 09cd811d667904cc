import * as z from "zod";
import { SCHEDULED_CAUSES, type ScheduledCause } from "../../model/causes.ts";
import { NUMBER_RULES } from "../../model/rules.ts";
import { SCHEDULE_KINDS } from "../../rates/kinds.ts";
import { keyed } from "../field/keyed.ts";
import { PROVENANCE_SCHEMA, schedulePlace } from "../field/provenance.ts";
import { quantities } from "../field/quantities.ts";
import { sources } from "./sources.ts";
import { id, record, text, version } from "./texts.ts";

export const ratesByAge = quantities(NUMBER_RULES.RATE, "age-bands");

const kind = z.enum(SCHEDULE_KINDS).describe("What the rates are: hazards, or shares who go within the year");

const rates = {
  byAge: ratesByAge.optional(),
  bySex: record(ratesByAge).optional().describe("Rates by age for each sex"),
};

export const scheduleFile = keyed({
  cadre: version,
  id: id.describe("Short name of the schedule, as pools name it"),
  title: text.describe("What rates these are, and whose"),
  kind,
  ...schedulePlace,
  sources: sources.optional(),
  ...rates,
});

const { kind: _, ...whence } = PROVENANCE_SCHEMA;

const RATES_IN_PLACE = {
  type: "object",
  properties: {
    value: { type: "object", description: "Shares of those of an age who go within the year, by age band" },
    kind: { description: "What the rates by age are, or whether they are a fact or an assumption" },
    byAge: { type: "object", description: "Rates by age band" },
    bySex: { type: "object", description: "Rates by age band for each sex" },
    ...whence,
  },
};

/** A name of a schedule file, or rates in place; told apart by what they are, so that a typo keeps its own error. */
const schedule = z.unknown().meta({
  description: "The name of a schedule in data/, or rates by age in place.",
  anyOf: [{ type: "string" }, RATES_IN_PLACE],
});

/** One key a cause that comes with a schedule. */
export const schedules = Object.fromEntries(SCHEDULED_CAUSES.map((cause) => [cause, schedule.optional()])) as Record<
  ScheduledCause,
  z.ZodOptional<typeof schedule>
>;

export const scheduleInPlace = keyed({
  kind,
  ...schedulePlace,
  ...rates,
});
