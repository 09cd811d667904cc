import * as z from "zod";
import { keyed } from "../field/keyed.ts";
import { text } from "./texts.ts";

export const source = keyed({
  title: text.describe("The document's or data set's own title"),
  publisher: text.optional(),
  published: z.union([z.string(), z.number()], { error: "A year or a date is wanted here." }).optional(),
  licence: text.optional(),
  url: text.optional(),
  note: text.optional(),
});

export const provenance = {
  source: text.optional(),
  at: text.optional(),
  kind: z.enum(["fact", "assumption", "lever"]).optional(),
  note: text.optional(),
  quality: z.enum(["high", "medium", "low"]).optional(),
  owner: text.optional(),
  reviewed: text.optional(),
  known: text.optional(),
};

export const { kind: _, ...schedulePlace } = provenance;
