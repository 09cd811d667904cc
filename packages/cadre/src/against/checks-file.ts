import * as z from "zod";
import { isPicked, PICKED_MEASURES, type PickedMeasure } from "../model/asked-measures.ts";
import { keyed } from "../system/field/keyed.ts";
import { reporter } from "../system/field/problem.ts";
import { where } from "../system/field/selection.ts";
import { noMeasure } from "../system/measure-named.ts";
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
  id: z.string().min(1),
  says: z.string().min(1).describe("The statement, in the words of the person who makes it"),
  source: z.string().optional(),
  at: z.string().optional(),
  note: z.string().optional(),
  scenario: z.string().default("do-nothing"),
  measure: measure.optional().describe("A measure of the results, or people"),
  parameter: z.string().optional().describe("An input of each pool, such as leaving.rate, averaged"),
  weightedBy: z.enum(["headcount"]).optional(),
  where: where.default({}),
  per: keyed({ measure, where: where.optional(), year: z.int().optional() }).optional(),
  year: z.int().optional(),
  near: figure.optional(),
  within: figure.optional(),
  atLeast: figure.optional(),
  atMost: figure.optional(),
});

/** A checks file as experts write it. */
export const checksFile = keyed({
  cadre: z.literal(1),
  system: z.string().describe("The system file the statements are about"),
  checks: z.array(check).min(1),
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
