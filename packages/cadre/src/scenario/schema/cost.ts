import * as z from "zod";
import { keyed } from "../../system/field/keyed.ts";
import { note, text } from "../../system/schema/texts.ts";
import { year } from "./texts.ts";

const PER_YEAR = "Pounds for each year in which it runs";
const ONCE = "Pounds in its first year";
const PRICE_YEAR = "The year whose prices these are";
const unit = z.literal("GBP").optional().describe("Pounds sterling");

const endsRead = keyed({
  low: z.number().min(0).describe("Low end, in pounds"),
  high: z.number().min(0).describe("High end, in pounds"),
}).refine(({ low, high }) => low <= high, {
  error: "The low end of a range is not above its high end.",
});

/** The two ends of what something may cost, in pounds. */
export interface CostEnds extends z.output<typeof endsRead> {}

const ends: z.ZodType<CostEnds> = endsRead;

const read = keyed({
  perYear: z.number().min(0).optional().describe(PER_YEAR),
  once: z.number().min(0).optional().describe(ONCE),
  unit,
  priceYear: year.optional().describe(PRICE_YEAR),
  /** Where the price is published. */
  source: text.optional().describe("Where the price is published"),
  at: text.optional().describe("Place in the source: page, table, heading"),
  /** The ends of what each of the two may be, where the price is not one number. */
  range: keyed({ perYear: ends.optional().describe(PER_YEAR), once: ends.optional().describe(ONCE) })
    .optional()
    .describe("The ends of what it may cost, where the price is not one number"),
  note,
});

/** What an intervention costs, in pounds: for each year in which it runs, and in its first year. */
export interface InterventionCost extends z.output<typeof read> {}

export const cost: z.ZodType<InterventionCost> = read;

const assumedRead = keyed({
  /** What the sums are for: the whole place, each member of staff or recruit whom it reaches, or each learner it adds. */
  per: z.enum(["place", "member of staff", "recruit", "learner"]).describe("What the sums are for"),
  perYear: ends.optional().describe(PER_YEAR),
  once: ends.optional().describe(ONCE),
  unit,
  priceYear: year.describe(PRICE_YEAR),
  /** What the assumption rests on. */
  note: text.optional().describe("What the assumption rests on"),
});

/**
 * What somebody assumes that an intervention costs where no price is published. It is no cost: nothing counts it before a
 * planner turns assumed prices on.
 */
export interface AssumedCost extends z.output<typeof assumedRead> {}

export const assumedCost: z.ZodType<AssumedCost> = assumedRead.describe(
  "A range that somebody assumes; nothing counts it before a planner turns assumed prices on",
);
