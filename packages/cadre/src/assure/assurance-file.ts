import * as z from "zod";
import { checkText } from "../error/argument.ts";
import { readDocument } from "../system/document.ts";
import { keyed } from "../system/field/keyed.ts";
import { Problems } from "../system/problems.ts";
import { note, text, version } from "../system/schema/texts.ts";

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "A day as yyyy-mm-dd is wanted here.")
  .refine((text) => isDay(text), "There is no such day.");
const said = z.union([z.string(), z.number()]).transform(String);

/** Those who answer for a model, as the AQuA Book names them; roles rather than people. */
export const ROLES = {
  commissioner: "Commissioner",
  analyst: "Analyst",
  assurer: "Analytical assurer",
  approver: "Approver",
} as const;
/** One of those who answer for a model. */
export type Role = keyof typeof ROLES;

const ROLE_NAMES = Object.keys(ROLES) as Role[];
const roles = Object.fromEntries(
  ROLE_NAMES.map((role) => [role, text.optional().describe(`${ROLES[role]}: who it is, a role rather than a name`)]),
) as {
  [R in Role]: z.ZodOptional<z.ZodString>;
};

/** An assurance file as planners write it. */
export const assuranceFile = keyed({
  cadre: version,
  assures: text.describe("Path of the system file"),
  ...roles,
  purpose: text.optional().describe("What the model is for"),
  notFor: z.array(text).default([]).describe("What it must not be used for"),
  specification: text.optional().describe("What was asked for, or where that is written down"),
  assumptions: z
    .array(
      keyed({
        input: text.describe("The input, as assumptions.csv names it"),
        reliability: z.enum(["high", "medium", "low"]).optional().describe("How far it can be trusted"),
        owner: text.optional().describe("Who answers for it"),
        reviewed: day.optional().describe("When somebody last looked at it"),
        reviewBy: day.optional().describe("When the next review is due"),
        sunset: day.optional().describe("After this day it must not be used without a new review"),
        note,
        signed: keyed({
          by: text.describe("Role of the person who signed"),
          on: day.describe("Day of the signature"),
          value: said.describe("The value that was signed, as the file had it"),
        })
          .optional()
          .describe("Who agreed to it, and to which value"),
      }),
    )
    .default([])
    .describe("What people have said of inputs"),
  decisions: z
    .array(
      keyed({
        on: day.describe("Day of the decision"),
        what: text.describe("What was decided"),
        why: text.optional().describe("Why"),
        by: text.optional().describe("Role of the person who decided"),
      }),
    )
    .default([])
    .describe("What was decided on the way"),
  data: z
    .array(
      keyed({
        source: text.describe("Id of a source of the system"),
        licence: text.optional().describe("Under which licence its figures may be used"),
        accessed: day.optional().describe("When it was fetched"),
        vintage: said.optional().describe("Which edition it is"),
        note,
      }),
    )
    .default([])
    .describe("Where data come from, and which edition"),
  validation: z
    .array(
      keyed({
        what: text.describe("What was looked at"),
        by: text.optional().describe("Role of the person who looked"),
        on: day.optional().describe("When"),
        found: text.optional().describe("What was found"),
      }),
    )
    .default([])
    .describe("Who has tested what, and what they found"),
  limits: z.array(text).default([]).describe("What the model cannot say"),
  sunset: day.optional().describe("After this day the whole model must not be used without a new review"),
  signed: z
    .array(
      keyed({
        by: text.describe("Role, such as director of workforce"),
        on: day.describe("Day of the signature"),
        as: z.enum(ROLE_NAMES).describe("For which part"),
        mark: z
          .string()
          .regex(/^[0-9a-f]{12,64}$/, "The mark is the 12 to 64 digits that cadre assure prints.")
          .describe("What was signed: the mark that cadre assure prints"),
        record: text
          .optional()
          .describe("The assurance.json that was signed, kept beside: a later record then says what has changed since"),
      }),
    )
    .default([])
    .describe("Who has signed the model, for which part"),
});

/** Where an assurance file was read. */
export interface AssurancePlaces {
  /** The file's path, where it was read from one. */
  readonly file?: string;
  /** Place of each assumption in the file. */
  readonly places: readonly { readonly line?: number; readonly column?: number }[];
}

/** What people have said of a model: who answers for it, what it is for, who has looked at what, and who has signed. */
export interface AssuranceFile extends z.output<typeof assuranceFile>, AssurancePlaces {}

/**
 * Reads an assurance file (`assurance.yaml` beside a system): roles, purpose, logs and signatures. Throws a `CadreError`
 * with line, column, value, rule and what to do. Format: docs/guide/assurance.md.
 *
 * @example
 * ```ts
 * import { parseAssurance } from "cadre/assure";
 * const file = parseAssurance(`
 *   cadre: 1
 *   assures: ./system.yaml
 *   commissioner: Integrated care board, director of workforce
 *   purpose: How many care staff the county lacks by 2035 if nothing changes, and what the plan adds
 *   notFor: [rotas, the staffing of one home]
 * `);
 * file.notFor.length; // 2
 * ```
 */
export function parseAssurance(given: string, options: { file?: string } = {}): AssuranceFile {
  checkText(given, options);
  const { file } = options;
  const document = readDocument(given, file);
  const problems = new Problems(document);
  const read = problems.contentAs(assuranceFile);
  const places = read.assumptions.map((_, i) => document.place(["assumptions", i, "input"]));
  return Object.freeze({ ...read, places, ...(file !== undefined && { file }) });
}

/** Whether a calendar has the day. */
function isDay(text: string): boolean {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  const found = new Date(Date.UTC(year, month - 1, date));
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(text);
}
