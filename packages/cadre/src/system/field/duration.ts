import * as z from "zod";
import { clippedText, type FieldProblem, reporter, showValue } from "./problem.ts";

/** Months of a length of time as planners write it: `4 years`, `18 months`, `6 weeks`. */
const LENGTH = /^(\d+(?:\.\d+)?)\s*(year|month|week)s?$/;
const MONTHS = { year: 12, month: 1, week: 12 / 52 } as const;
/** No course or delay is longer. */
const LONGEST = 600;

/** A length of time, read into months. */
export const duration = z
  .any()
  .meta({ description: "A length of time: 4 years, 18 months, 6 weeks.", type: "string" })
  .transform((raw, context): number => {
    const report = reporter(context);
    const problem = (message: string): FieldProblem => ({
      code: raw === undefined ? "missing-key" : "bad-length",
      message,
      value: showValue(raw),
      rule: "A number and years, months or weeks; up to 50 years.",
      fix: "Write it like 4 years, 18 months or 6 weeks.",
    });
    const found = typeof raw === "string" ? LENGTH.exec(raw.trim()) : null;
    if (!found) {
      report(
        problem(
          raw === undefined
            ? "A length of time is missing here."
            : `"${clippedText(showValue(raw))}" is not a length of time.`,
        ),
      );
      return 12;
    }
    const months = Number(found[1]) * MONTHS[found[2] as keyof typeof MONTHS];
    if (!(months > 0 && months <= LONGEST)) report(problem("This length of time is not between a week and 50 years."));
    return months;
  });
