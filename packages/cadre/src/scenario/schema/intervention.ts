import * as z from "zod";
import { keyed } from "../../system/field/keyed.ts";
import { source } from "../../system/schema/sources.ts";
import { change, DATES } from "./change.ts";
import { assumedCost, cost } from "./cost.ts";
import { id, share, text } from "./texts.ts";

const evidenceRead = keyed({
  level: z.literal([0, 1, 2, 3, 4]).describe("Nesta Standards of Evidence; 0 is opinion"),
  source: text.optional(),
  at: text.optional(),
  /** What was found, in own words. */
  finding: text.optional(),
  /** True when nobody has measured the effect: its range is a guess, and a scenario that uses it is marked. */
  unknown: z.boolean().optional().describe("Nobody has measured the effect; its range is a guess"),
});

/** How sure an effect is, by the Nesta Standards of Evidence: 1 to 4, and 0 for opinion. */
export interface Evidence extends z.output<typeof evidenceRead> {}

const evidence: z.ZodType<Evidence> = evidenceRead;

/** What a scenario may say of an intervention of the catalogue. */
const LOCAL = {
  ...DATES,
  /** Share of the selected people it touches. */
  reach: share.optional(),
  cost: cost.optional(),
  lead: text.optional(),
  note: text.optional(),
};

const INTERVENTION = {
  id,
  title: text,
  /** How it works; two that share a mechanism on the same staff may count one effect twice. */
  mechanism: text.optional(),
  evidence: evidence.optional(),
  changes: z.array(change),
  milestones: z
    .array(
      keyed({
        date: z.union([text, z.number()], { error: "A date, such as 2027 or 2027-03." }).transform(String),
        measure: text,
      }),
    )
    .optional(),
  /** Places whose documents plan it. */
  places: z.array(text).optional(),
  assumedCost: assumedCost.optional(),
  ...LOCAL,
};

const read = keyed(INTERVENTION);

/**
 * Something that could be done: changes with a cost, a reach and an evidence rating. Its years are those of all its changes
 * that give none of their own.
 */
export interface Intervention extends z.output<typeof read> {}

/** An intervention that a file writes out. */
export const intervention: z.ZodType<Intervention> = read;

/** An intervention of code, whose id need not be the name of a file. */
export const interventionOfCode: z.ZodType<Intervention> = keyed({ ...INTERVENTION, id: text });

/** One of the catalogue with local changes. */
export const use = keyed({ use: id, ...LOCAL });

/** A file of the catalogue. */
export const interventionFile = keyed({
  cadre: z.literal(1),
  ...INTERVENTION,
  sources: z.record(z.string(), source).optional(),
});
