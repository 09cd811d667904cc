import * as z from "zod";
import { PROVENANCE, type Provenance, type ProvenanceGiven } from "../../table/quantity.ts";
import { text } from "../schema/texts.ts";
import { clippedText, type Report, showValue } from "./problem.ts";

type Key = keyof typeof PROVENANCE;
type Fact = { readonly as: string | readonly string[]; readonly says: string; readonly of?: string };

const FACTS = Object.entries<Fact>(PROVENANCE);

/** Keys that say where a number comes from. */
export const PROVENANCE_KEYS: readonly string[] = Object.keys(PROVENANCE);

/** Keys that say where a number comes from, as JSON Schema. */
export const PROVENANCE_SCHEMA = Object.fromEntries(
  FACTS.map(([key, { as, says }]) => [
    key,
    { ...(typeof as === "string" ? { type: ["string", "number"] } : { enum: as }), description: says },
  ]),
);

/** The same keys for what has no number of its own. */
export const provenanceKeys = Object.fromEntries(
  FACTS.map(([key, { as, says }]): [string, z.ZodOptional<z.ZodType>] => [
    key,
    (typeof as === "string" ? text : z.enum(as)).optional().describe(says),
  ]),
) as { [K in Key]: z.ZodOptional<z.ZodType<NonNullable<ProvenanceGiven[K]>>> };

/** Where rates by age come from; whether they are a fact goes by their source. */
export const { kind: _, ...schedulePlace } = provenanceKeys;

/** Where a number comes from, out of its record. */
export function provenance(record: Record<string, unknown>, report: Report): Provenance {
  const given = Object.fromEntries(
    FACTS.flatMap(([key, fact]) => {
      const value = readOne(key, fact, record[key], (problem) => report(problem, [key]));
      return value === undefined ? [] : [[key, value]];
    }),
  ) as ProvenanceGiven;
  const kind = given.kind ?? (given.source ? "fact" : "assumption");
  if (kind === "fact" && !given.source)
    report({
      code: "fact-without-source",
      message: "A fact needs a source.",
      value: "kind: fact",
      rule: "kind: fact goes with source: …; a number nobody counted is an assumption.",
      fix: "Add the source's id, or write kind: assumption.",
    });
  return { ...given, kind };
}

function readOne(key: string, { as, of }: Fact, raw: unknown, report: Report): string | undefined {
  // An unquoted year or date reads as a number; as text it is what the planner meant.
  const value = typeof raw === "number" ? String(raw) : raw;
  if (value === undefined) return undefined;
  if (typeof value !== "string") {
    report({
      code: "not-text",
      message: `"${key}" is a text.`,
      value: showValue(value),
      rule: "One line of text.",
      fix: `Write ${key}: "…".`,
    });
    return undefined;
  }
  if (typeof as !== "string" && !as.includes(value))
    report({
      code: "unknown-word",
      message: `"${clippedText(value)}" is not a known ${key}.`,
      value,
      rule: `One of ${as.join(", ")}.`,
      known: as,
      word: value,
      fix: `Write one of ${as.join(", ")}.`,
    });
  if (as === "date" && !/^\d{4}(-\d\d){0,2}$/.test(value))
    report({
      code: "bad-date",
      message: "This is not a date.",
      value: clippedText(value),
      rule: `The date of ${of}: yyyy-mm-dd, yyyy-mm or yyyy.`,
      fix: `Write ${key}: 2019-09-01, for example.`,
    });
  return value;
}
