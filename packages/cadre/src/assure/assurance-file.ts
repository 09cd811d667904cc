import * as z from "zod";
import { checkText } from "../error/argument.ts";
import { readDocument } from "../system/document.ts";
import { keyed } from "../system/field/keyed.ts";
import { Problems } from "../system/problems.ts";

const text = z.string().min(1).max(2000);
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
const roles = Object.fromEntries(ROLE_NAMES.map((role) => [role, text.optional()])) as {
  [R in Role]: z.ZodOptional<z.ZodString>;
};

/** An assurance file as planners write it. */
export const assuranceFile = keyed({
  cadre: z.literal(1),
  assures: text.describe("Path of the system file"),
  ...roles,
  purpose: text.optional().describe("What the model is for"),
  notFor: z.array(text).default([]).describe("What it must not be used for"),
  specification: text.optional().describe("What was asked for, or where that is written down"),
  assumptions: z
    .array(
      keyed({
        input: text.describe("The input, as assumptions.csv names it"),
        reliability: z.enum(["high", "medium", "low"]).optional(),
        owner: text.optional(),
        reviewed: day.optional(),
        reviewBy: day.optional().describe("When it is to be looked at again"),
        sunset: day.optional().describe("After this day it must not be used without a new look"),
        note: text.optional(),
        signed: keyed({
          by: text,
          on: day,
          value: said.describe("The value that was signed, as the file had it"),
        }).optional(),
      }),
    )
    .default([]),
  decisions: z.array(keyed({ on: day, what: text, why: text.optional(), by: text.optional() })).default([]),
  data: z
    .array(
      keyed({
        source: text,
        licence: text.optional(),
        accessed: day.optional(),
        vintage: said.optional(),
        note: text.optional(),
      }),
    )
    .default([]),
  validation: z
    .array(keyed({ what: text, by: text.optional(), on: day.optional(), found: text.optional() }))
    .default([]),
  limits: z.array(text).default([]),
  sunset: day.optional().describe("After this day the whole model must not be used without a new look"),
  signed: z
    .array(
      keyed({
        by: text.describe("Role, such as director of workforce"),
        on: day.describe("Day of the signature"),
        as: z.enum(ROLE_NAMES),
        mark: z
          .string()
          .regex(/^[0-9a-f]{12,64}$/, "The mark is the 12 to 64 digits that cadre assure prints.")
          .describe("What was signed: the mark that cadre assure prints"),
        record: text
          .optional()
          .describe("The assurance.json that was signed, kept beside: a later record then says what has changed since"),
      }),
    )
    .default([]),
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
