import * as z from "zod";
import { isPicked, PICKED_MEASURES, type PickedMeasure } from "../model/asked-measures.ts";
import { keyed } from "../system/field/keyed.ts";
import { reporter } from "../system/field/problem.ts";
import { where } from "../system/field/selection.ts";
import { noMeasure } from "../system/measure-named.ts";
import { version } from "../system/schema/texts.ts";
import { parseNumber } from "../table/quantity.ts";

const figure = z
  .union([z.number(), z.string()], { error: "A number or a percentage is wanted here." })
  .transform((raw, context) => {
    const read = typeof raw === "number" ? { value: raw, unit: "", percent: false } : parseNumber(raw);
    if (read && read.unit === "") return { value: read.value, percent: read.percent };
    context.addIssue({ code: "custom", message: `"${raw}" is not a number or a percentage.` });
    return z.NEVER;
  });
const measure = z
  .string()
  .meta({ anyOf: [{ enum: PICKED_MEASURES }, { pattern: "^stillInPost\\.\\d{1,2}$" }] })
  .transform((raw, context): PickedMeasure => {
    if (isPicked(raw)) return raw;
    reporter(context)({ ...noMeasure(raw, PICKED_MEASURES), known: PICKED_MEASURES, word: raw });
    return z.NEVER;
  });
const check = keyed({
  id: z.string().min(1).describe("Short name of the statement"),
  says: z.string().min(1).describe("The statement, in the words of the person who makes it"),
  source: z.string().optional().describe("Who says so, or where it is written"),
  at: z.string().optional().describe("Place in the source: page, table, heading"),
  note: z.string().optional().describe("What a reader should know"),
  scenario: z.string().default("do-nothing").describe("The scenario it is said of; do-nothing when left out"),
  measure: measure.optional().describe("A measure of the results, or people"),
  parameter: z.string().optional().describe("An input of each pool, such as leaving.rate, averaged"),
  weightedBy: z.enum(["headcount"]).optional().describe("headcount: the average over staff, not over pools"),
  where: where.default({}).describe("Which staff it is said of; all when left out"),
  per: keyed({
    measure: measure.describe("A measure of the results"),
    where: where.optional().describe("Of which staff; of all when left out"),
    year: z.int().optional().describe("Of which year; of the same when left out"),
  })
    .optional()
    .describe("What it is divided by"),
  year: z.int().optional().describe("The calendar year in which the model year ends"),
  near: figure.optional().describe("About this; within says how near"),
  within: figure.optional().describe("How far from near it may be"),
  atLeast: figure.optional().describe("Not below this"),
  atMost: figure.optional().describe("Not above this"),
});

/** A checks file as experts write it. */
export const checksFile = keyed({
  cadre: version,
  system: z.string().describe("The system file the statements are about"),
  checks: z.array(check).min(1).describe("Statements that results have to agree with"),
});

/** One statement that results have to agree with. */
export type Check = z.output<typeof check> & { readonly place: string };

/** The statements of one checks file. */
export interface Checks {
  readonly file?: string;
  /** Path of the system file as written. */
  readonly system: string;
  readonly checks: readonly Check[];
  /** Words of the file that a later version will not know, one sentence each. */
  readonly notes: readonly string[];
}
