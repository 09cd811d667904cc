import * as z from "zod";
import { parseNumber } from "../table/quantity.ts";

export const year = z.int().min(1900).max(2200);
/** A number or a percentage. */
export const number = z
  .union([z.number(), z.string()], { error: "A number or a percentage is wanted here." })
  .transform((raw, context) => {
    const read = typeof raw === "number" ? raw : parseNumber(raw)?.value;
    if (read !== undefined && Number.isFinite(read)) return read;
    context.addIssue({ code: "custom", message: `"${raw}" is not a number or a percentage.` });
    return z.NEVER;
  });
