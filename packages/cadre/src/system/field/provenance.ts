import type { Quantity } from "../../table/quantity.ts";
import { clip, type Report, show } from "./problem.ts";

const KINDS = ["fact", "assumption", "lever"];
const QUALITIES = ["high", "medium", "low"];

/** Keys that say where a number comes from, as JSON Schema. */
export const PROVENANCE_SCHEMA = {
  source: { type: "string", description: "Id of an entry in `sources`" },
  at: { type: "string", description: "Place in the source: page, table, heading" },
  kind: { enum: KINDS },
  note: { type: "string" },
  quality: { enum: QUALITIES },
  owner: { type: "string" },
  reviewed: { type: "string", description: "Date of the last review, yyyy-mm-dd" },
  known: { type: "string", description: "Day of publication, yyyy-mm-dd; the source's own where left out" },
};

/** Keys that say where a number comes from. */
export const PROVENANCE_KEYS = Object.keys(PROVENANCE_SCHEMA);

/** Where a number comes from, out of its record. */
export function provenance(record: Record<string, unknown>, report: Report) {
  const text = (key: string) => {
    const value = record[key];
    if (value === undefined) return undefined;
    if (typeof value === "string") return value;
    // An unquoted year or date reads as a number; as text it is what the planner meant.
    if (typeof value === "number") return String(value);
    report(
      {
        code: "not-text",
        message: `"${key}" is a text.`,
        value: show(value),
        rule: "One line of text.",
        fix: `Write ${key}: "…".`,
      },
      [key],
    );
    return undefined;
  };
  const word = (key: string, known: readonly string[]) => {
    const value = text(key);
    if (value !== undefined && !known.includes(value))
      report(
        {
          code: "unknown-word",
          message: `"${clip(value)}" is not a known ${key}.`,
          value,
          rule: `One of ${known.join(", ")}.`,
          known,
          word: value,
          fix: `Write one of ${known.join(", ")}.`,
        },
        [key],
      );
    return value;
  };
  const source = text("source");
  const kind = word("kind", KINDS) ?? (source ? "fact" : "assumption");
  if (kind === "fact" && !source)
    report({
      code: "fact-without-source",
      message: "A fact needs a source.",
      value: "kind: fact",
      rule: "kind: fact goes with source: …; a number nobody counted is an assumption.",
      fix: "Add the source's id, or write kind: assumption.",
    });
  const at = text("at");
  const note = text("note");
  const quality = word("quality", QUALITIES);
  const owner = text("owner");
  const date = (key: "reviewed" | "known", what: string) => {
    const value = text(key);
    if (value !== undefined && !/^\d{4}(-\d\d){0,2}$/.test(value))
      report(
        {
          code: "bad-date",
          message: "This is not a date.",
          value: clip(value),
          rule: `The date of ${what}: yyyy-mm-dd, yyyy-mm or yyyy.`,
          fix: `Write ${key}: 2019-09-01, for example.`,
        },
        [key],
      );
    return value;
  };
  const reviewed = date("reviewed", "the last review");
  const known = date("known", "publication");
  return {
    kind: kind as Quantity["kind"],
    ...(source !== undefined && { source }),
    ...(at !== undefined && { at }),
    ...(note !== undefined && { note }),
    ...(quality !== undefined && { quality: quality as "high" | "medium" | "low" }),
    ...(owner !== undefined && { owner }),
    ...(reviewed !== undefined && { reviewed }),
    ...(known !== undefined && { known }),
  };
}
