import * as z from "zod";
import { SELECTORS, type Where } from "../../table/where.ts";
import { keyed } from "./keyed.ts";

const FIELDS = {
  text: z.string().min(1, { error: "A text is wanted here; it is empty." }).max(2000),
  "whole number": z.int(),
  label: z.union([z.string(), z.number()], { error: "An age, a band or a class." }).transform(String),
};

type Selectors = typeof SELECTORS;
type Fields = { [K in keyof Selectors]: z.ZodOptional<(typeof FIELDS)[Selectors[K]["as"]]> };

/** Which staff something in a file is about. */
export const where: z.ZodType<Where> = keyed(
  Object.fromEntries(
    Object.entries(SELECTORS).map(([key, { as, says }]) => [key, FIELDS[as].optional().describe(says)]),
  ) as Fields,
);
