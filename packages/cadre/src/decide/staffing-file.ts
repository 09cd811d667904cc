import * as z from "zod";
import { checkText } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { readDocument } from "../system/document.ts";
import { keyed } from "../system/field/keyed.ts";
import { Problems } from "../system/problems.ts";
import { note, text, version } from "../system/schema/texts.ts";
import { number, year } from "./file-fields.ts";
import { checkStaffing } from "./staffing-checks.ts";
import { STAFF_DECISIONS, type StaffingQuestion } from "./staffing-question.ts";

const yearly = z.union([number, z.array(number)], { error: "A number, or a list with one for each year." });
const CHOICE = {
  price: yearly.describe("Pounds for one person or post; 0 if it is really free"),
  most: yearly.optional().describe("How many there may be in a year"),
};
const choice = keyed(CHOICE);

/** A staffing file as planners write it. */
export const staffingFile = keyed({
  cadre: version,
  title: text.describe("Name of the question, as results show it"),
  note,
  years: z.array(year).min(1).describe("Planned years, one after the other"),
  pools: z
    .record(
      text,
      keyed({
        today: number.describe("Full-time staff at the base date"),
        need: z.array(number).describe("Posts needed, by year"),
        leaving: number.describe("Share of the previous year's staff who leave within the year"),
        leavingNew: number.optional().describe("Share of recruits who leave in the year in which they join"),
        recruits: choice.optional().describe("People recruited"),
        redundancy: choice.optional().describe("People made redundant"),
        shortTime: keyed({
          ...CHOICE,
          works: number.describe("Share of a post that a person on short time fills"),
        })
          .optional()
          .describe("Staff on short time for a year"),
        above: choice.optional().describe("Staff above need"),
        empty: choice.optional().describe("Posts that stay empty"),
      }),
    )
    .describe("Groups of staff, by id"),
  moves: z
    .array(
      keyed({
        kind: z.enum(["retraining", "downgrading"]).describe("Whether they learn something new or go down"),
        from: text.describe("Pool that they leave"),
        to: text.describe("Pool that they join"),
        leaving: number.describe("Share of those who set out and leave instead of arriving"),
        mostOf: keyed({ pool: text.describe("Id of the pool"), share: number.describe("Share of its staff") })
          .optional()
          .describe("At most this share of the staff of a pool"),
        ...CHOICE,
      }),
    )
    .optional()
    .describe("Ways from one pool to another"),
  least: z
    .enum(["cost", ...STAFF_DECISIONS])
    .default("cost")
    .describe("What is to be as small as can be: the cost, or people of one decision"),
  together: z
    .array(
      keyed({
        decision: z.enum(STAFF_DECISIONS).describe("What is limited"),
        pools: z.array(text).optional().describe("In these pools together; in all when left out"),
        most: yearly.describe("How many there may be in a year"),
      }),
    )
    .optional()
    .describe("Limits on several pools together"),
  budget: keyed({
    perYear: yearly.optional().describe("Pounds a year"),
    total: number.optional().describe("Pounds over all years"),
  })
    .optional()
    .describe("How much there is to spend"),
});

/** A staffing file that was read. */
export interface StaffingFile {
  readonly title: string;
  readonly question: StaffingQuestion;
}

/**
 * Reads a question for `staffing` from the text of its YAML (or JSON) file: pools with staff, need, shares who leave, and what
 * each decision costs. Shares may be percentages.
 *
 * Throws a `CadreError` with line, column, value, rule and what to do. Format: docs/guide/decide.md.
 *
 * @example
 * ```ts
 * import { parseStaffing, staffing } from "cadre/decide";
 * const { question } = parseStaffing(`
 *   cadre: 1
 *   title: Two years of a ward
 *   years: [2025, 2026]
 *   pools:
 *     nurses: { today: 20, need: [22, 24], leaving: 10%, recruits: { price: 6000 } }
 * `);
 * (await staffing(question)).total; // pounds
 * ```
 */
export function parseStaffing(given: string, options: { readonly file?: string } = {}): StaffingFile {
  checkText(given, options);
  const document = readDocument(given, options.file);
  const { title, note: _, cadre: _c, ...question } = new Problems(document).contentAs(staffingFile);
  try {
    checkStaffing(question);
  } catch (error) {
    if (!(error instanceof CadreError)) throw error;
    throw inFile(error, document, options.file);
  }
  return { title, question };
}

/** What is wrong with a number or a name, with its place in the file. */
function inFile(error: CadreError, document: ReturnType<typeof readDocument>, file: string | undefined): CadreError {
  const { code, summary: message, value, rule, fix, didYouMean } = error;
  const path = (error.path ?? "").replace(/^staffing\./, "");
  const place = document.place(path.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part)));
  return new CadreError({ code, message, path, value, rule, fix, didYouMean, file, ...place });
}
