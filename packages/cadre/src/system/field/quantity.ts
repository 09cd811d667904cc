import * as z from "zod";
import type { NumberRule } from "../../model/rules.ts";
import type { Quantity } from "../../table/quantity.ts";
import { readNumber } from "./number.ts";
import { checkKeys, isRecord, type Report, reporter, showValue } from "./problem.ts";
import { PROVENANCE_KEYS, PROVENANCE_SCHEMA, provenance } from "./provenance.ts";

/** A number or its text, as JSON Schema. */
export const PLAIN_SCHEMA = { type: ["number", "string"] };

/** The ends of an 80% interval, as JSON Schema. */
export const INTERVAL_SCHEMA = {
  p10: { ...PLAIN_SCHEMA, description: "One time in ten the true number is below this" },
  p90: { ...PLAIN_SCHEMA, description: "One time in ten the true number is above this" },
};

const VALUE = { value: { ...PLAIN_SCHEMA, description: "The number itself" } };

/** A record with a number that may have further keys, as JSON Schema. */
export const RECORD_SCHEMA = { type: "object", properties: { ...VALUE, ...INTERVAL_SCHEMA, ...PROVENANCE_SCHEMA } };

/** A number with or without its provenance. */
export function quantity(rule: NumberRule) {
  return z
    .any()
    .meta({
      description: `${rule.says} For example ${rule.example}.`,
      anyOf: [
        PLAIN_SCHEMA,
        {
          type: "object",
          additionalProperties: false,
          required: ["value"],
          properties: {
            ...VALUE,
            ...INTERVAL_SCHEMA,
            ...MONEY_SCHEMA(rule),
            ...PROVENANCE_SCHEMA,
          },
        },
      ],
    })
    .transform((raw, context): Quantity => readQuantity(raw, rule, reporter(context)));
}

/** Reads a number, plain or in its record. */
export function readQuantity(raw: unknown, rule: NumberRule, report: Report): Quantity {
  const record: Record<string, unknown> = isRecord(raw) ? raw : { value: raw };
  const base = isRecord(raw) ? ["value"] : [];
  if (isRecord(raw))
    checkKeys(raw, ["value", "p10", "p90", ...Object.keys(MONEY_SCHEMA(rule)), ...PROVENANCE_KEYS], report);
  const value = readNumber(record.value, rule, (problem) => report(problem, base));
  return {
    value: value ?? 0,
    unit: rule.unit,
    written: String(record.value),
    ...provenance(record, report),
    ...readInterval(record, rule, report),
    ...priceYear(record.priceYear, report),
  };
}

/** The 80% interval of a record, where it gives one. */
export function readInterval(
  record: Record<string, unknown>,
  rule: NumberRule,
  report: Report,
): { p10?: number; p90?: number } {
  const p10 = "p10" in record ? readNumber(record.p10, rule, (p) => report(p, ["p10"])) : undefined;
  const p90 = "p90" in record ? readNumber(record.p90, rule, (p) => report(p, ["p90"])) : undefined;
  if ((p10 === undefined) !== (p90 === undefined) || (p10 ?? 0) > (p90 ?? 0))
    report({
      code: "bad-interval",
      message: "An interval needs p10 and p90, the smaller one first.",
      value: `p10: ${showValue(record.p10)}, p90: ${showValue(record.p90)}`,
      rule: "p10 ≤ p90. The chance is four in five that the true value is between them.",
      fix: "Give both p10 and p90, or neither.",
    });
  return p10 !== undefined && p90 !== undefined ? { p10, p90 } : {};
}

/** What a sum of money says beside its provenance. */
const MONEY_SCHEMA = (rule: NumberRule) =>
  rule.unit === "GBP"
    ? {
        unit: { const: "GBP", description: "Pounds sterling" },
        priceYear: { type: "integer", minimum: 1900, maximum: 2200, description: "The year whose prices these are" },
      }
    : {};

function priceYear(raw: unknown, report: Report): { priceYear?: number } {
  if (raw === undefined) return {};
  if (typeof raw === "number" && Number.isInteger(raw) && raw >= 1900 && raw <= 2200) return { priceYear: raw };
  report(
    {
      code: "bad-year",
      message: "The price year is a year.",
      value: showValue(raw),
      rule: "The year in whose prices the sum is given.",
      fix: "Write priceYear: 2019, for example.",
    },
    ["priceYear"],
  );
  return {};
}
