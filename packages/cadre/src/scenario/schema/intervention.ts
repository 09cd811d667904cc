import * as z from "zod";
import { keyed } from "../../system/field/keyed.ts";
import { sources } from "../../system/schema/sources.ts";
import { note, text, version } from "../../system/schema/texts.ts";
import { broughtCourse } from "./brought-course.ts";
import { change, DATES } from "./change.ts";
import { assumedCost, cost } from "./cost.ts";
import { id, share } from "./texts.ts";

const evidenceRead = keyed({
  level: z.literal([0, 1, 2, 3, 4]).describe("Nesta Standards of Evidence; 0 is opinion"),
  source: text.optional().describe("Id of an entry in `sources`"),
  at: text.optional().describe("Place in the source: page, table, heading"),
  /** What was found, in own words. */
  finding: text.optional().describe("What was found, in own words"),
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
  reach: share.optional().describe("Share of the selected people whom it touches"),
  cost: cost.optional().describe("What it costs, in pounds"),
  lead: text.optional().describe("Who is in charge of it"),
  note,
};

const INTERVENTION = {
  id: id.describe("Short name of the intervention"),
  title: text.describe("Name of the intervention, as results show it"),
  /** How it works; two that share a mechanism on the same staff may count one effect twice. */
  mechanism: text.optional().describe("How it works; two of one mechanism may count one effect twice"),
  evidence: evidence.optional().describe("How sure its effect is, and who found it"),
  changes: z.array(change).describe("What it changes"),
  milestones: z
    .array(
      keyed({
        date: z
          .union([text, z.number()], { error: "A date, such as 2027 or 2027-03." })
          .transform(String)
          .describe("By when: 2027 or 2027-03"),
        measure: text.describe("What is to be seen by then"),
      }),
    )
    .optional()
    .describe("What is to be seen by when"),
  /** Places whose documents plan it. */
  places: z.array(text).optional().describe("Places whose documents plan it"),
  assumedCost: assumedCost.optional(),
  /** Courses that a system gets which has none of the name; there, every number of them is an assumption. */
  brings: z
    .record(z.string(), broughtCourse.describe("A course as a place gets it that has none of this name"))
    .optional()
    .describe("Courses that a system without them gets, as assumptions"),
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
export const use = keyed({
  use: id.describe("Id of an entry of the catalogue; cadre interventions lists them"),
  ...LOCAL,
});

/** A file of the catalogue. */
export const interventionFile = keyed({
  cadre: version,
  ...INTERVENTION,
  sources: sources.optional(),
});
