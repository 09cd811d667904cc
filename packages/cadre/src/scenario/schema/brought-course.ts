import * as z from "zod";
import { duration } from "../../system/field/duration.ts";
import { keyed } from "../../system/field/keyed.ts";
import { note, text } from "../../system/schema/texts.ts";
import { share } from "./texts.ts";

const LENGTH = "A length of time: 2 years, 18 months, 6 weeks.";
const shares = z.record(text, share);

const read = keyed({
  title: text.describe("Name of the course, as results show it"),
  month: z.int().min(1).max(12).default(9).describe("Month of the start"),
  /** From the `community` and from pools of a sector; all from the community when left out. */
  entrants: shares.optional().describe("Shares of entrants: community, and sectors whose staff go on the course"),
  ages: shares.optional().describe("Ages of those from the community, by age band"),
  lasts: text.refine((length) => duration.safeParse(length).success, { error: LENGTH }).describe(LENGTH),
  /** Share of entrants who finish. */
  completion: share.describe("Share of entrants who finish"),
  /** Shares of finishers who join pools of each sector; the rest are lost to the system. */
  joins: shares.describe("Shares of finishers who take a post, by sector"),
  /** Where the length, the completion and the shares come from. */
  source: text.optional().describe("Id of an entry in `sources`"),
  at: text.optional().describe("Place in the source: page, table, heading"),
  note,
});

/**
 * A course as a place gets it that has none of this name: pools are named by their sector, and every number is an
 * assumption there, wherever it was found.
 */
export interface BroughtCourse extends z.output<typeof read> {}

export const broughtCourse: z.ZodType<BroughtCourse> = read;
