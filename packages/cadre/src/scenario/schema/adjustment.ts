import * as z from "zod";
import { keyed } from "../../system/field/keyed.ts";
import { where } from "../../system/field/selection.ts";
import { date, text } from "../../system/schema/texts.ts";
import { effect } from "../fields.ts";
import { year } from "./texts.ts";

const ONE = "A judgement is one number: give it without a range, or write the change under assumptions.";

const read = keyed({
  /** What is set, such as `leaving.rate`. */
  parameter: text.describe("What is set, such as leaving.rate; cadre explain lists them"),
  where: where.optional().describe("Of which staff; all when left out"),
  /** First model year, by the calendar year in which it ends; from the start when left out. */
  from: year.optional().describe("First model year, by the calendar year in which it ends"),
  /** The number that takes the place of the file's. */
  set: effect.pipe(z.number({ error: ONE })).describe("The number that takes the place of the file's"),
  /** Whose judgement it is: a role rather than a person. */
  who: text.describe("Whose judgement it is: a role rather than a person"),
  why: text.describe("Why the number of the file is not used"),
  /** The last day on which it may be used without a new look, `yyyy-mm-dd`. */
  until: date.describe("The last day on which it may be used without a new look, yyyy-mm-dd"),
});

/** A number set by judgement: which, to what, by whom, why and until when. */
export interface Adjustment extends z.output<typeof read> {}

export const adjustment: z.ZodType<Adjustment> = read;
