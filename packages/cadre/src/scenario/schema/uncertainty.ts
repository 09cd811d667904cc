import * as z from "zod";
import { keyed } from "../../system/field/keyed.ts";
import { text } from "../../system/schema/texts.ts";
import { checkMemberships } from "../memberships.ts";
import { checkIds } from "../same-uncertainty.ts";
import { CHANGE } from "./change.ts";
import { id, share } from "./texts.ts";

const read = keyed({
  ...CHANGE,
  id: id.optional().describe("Short name, by which others and results know it"),
  /** For `population`: the variant to take, or the shares of several. */
  variant: z
    .union([text, z.record(z.string(), share)], { error: "The name of a variant, or variants with their shares." })
    .optional()
    .describe("For population: the variant to take, or the shares of several"),
  /** Uncertainties of the same group move together. */
  group: id.optional().describe("Uncertainties of the same group move together"),
  /** How closely it moves with its group, from −1 to 1; below 0 the other way. */
  correlation: z
    .number({ error: "A correlation is a number from -1 to 1." })
    .min(-1, { error: "A correlation is a number from -1 to 1." })
    .max(1, { error: "A correlation is a number from -1 to 1." })
    .optional()
    .describe("How closely it moves with its group; below 0 the other way"),
});

/** What is not known exactly: a change with a distribution in place of its number, or shares of population variants. */
export interface Uncertainty extends z.output<typeof read> {}

const uncertainty: z.ZodType<Uncertainty> = read;

export const uncertainties = z.array(uncertainty).superRefine(checkIds).superRefine(checkMemberships);
