import * as z from "zod";
import { ID } from "../../system/schema/texts.ts";

export const id = z.string().regex(ID, {
  error: "An id is lower-case words joined by hyphens, such as retention-first.",
});

export const year = z.int().min(1900).max(2200);

export const share = z
  .union([z.number(), z.string()], { error: "A share between 0% and 100%." })
  .transform((raw, context) => {
    const value =
      typeof raw === "number" ? raw : /^\d+(\.\d+)?%$/.test(raw.trim()) ? Number.parseFloat(raw) / 100 : Number.NaN;
    if (value >= 0 && value <= 1) return value;
    context.addIssue({ code: "custom", message: `"${raw}" is not a share between 0% and 100%.` });
    return z.NEVER;
  });
