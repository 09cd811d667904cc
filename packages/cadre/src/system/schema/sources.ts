import * as z from "zod";
import { keyed } from "../field/keyed.ts";
import { note, record, text } from "./texts.ts";

const read = keyed({
  title: text.describe("The document's or data set's own title"),
  publisher: text.optional().describe("Who published it"),
  published: z
    .union([z.string(), z.number()], { error: "A year or a date is wanted here." })
    .optional()
    .describe("When: a year, or a date as yyyy-mm-dd"),
  licence: text.optional().describe("Under which licence its figures may be used"),
  url: text.optional().describe("Where it is to be found"),
  note,
});

/** A document or data set that numbers come from. */
export interface Source extends z.output<typeof read> {}

export const source: z.ZodType<Source> = read;

export const sources = record(source.describe("A document or data set that numbers come from")).describe(
  "Documents and data sets that the numbers come from, by id",
);
