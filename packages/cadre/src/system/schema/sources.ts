import * as z from "zod";
import { keyed } from "../field/keyed.ts";
import { text } from "./texts.ts";

const read = keyed({
  title: text.describe("The document's or data set's own title"),
  publisher: text.optional(),
  published: z.union([z.string(), z.number()], { error: "A year or a date is wanted here." }).optional(),
  licence: text.optional(),
  url: text.optional(),
  note: text.optional(),
});

/** A document or data set that numbers come from. */
export interface Source extends z.output<typeof read> {}

export const source: z.ZodType<Source> = read;
