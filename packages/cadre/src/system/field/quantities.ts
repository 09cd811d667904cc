import * as z from "zod";
import type { Rule } from "../../model/rules.ts";
import { type Band, orderBands, parseBand } from "../../table/band.ts";
import type { QuantityMap } from "../../table/quantity.ts";
import { readNumber } from "./number.ts";
import { checkKeys, type FieldProblem, isRecord, reporter, show } from "./problem.ts";
import { PROVENANCE_KEYS, PROVENANCE_SCHEMA, provenance } from "./provenance.ts";
import { PLAIN_SCHEMA } from "./quantity.ts";

/** Numbers under labels, bare or with one provenance for all of them. */
export function quantities(
  rule: Rule,
  labels: "age-bands" | "tenures" | "sexes" | "years" | "pools" | "variants",
  options: { sumTo100?: boolean } = {},
) {
  const plain = { type: "object", additionalProperties: PLAIN_SCHEMA };
  return z
    .any()
    .meta({
      description: `${rule.says} By ${labels.replace("-", " ")}${options.sumTo100 ? ", adding up to 100%" : ""}.`,
      anyOf: [
        plain,
        {
          type: "object",
          additionalProperties: false,
          required: ["value"],
          properties: { value: plain, ...PROVENANCE_SCHEMA },
        },
      ],
    })
    .transform((raw, context): QuantityMap => {
      const report = reporter(context);
      const wrapped = isRecord(raw) && isRecord(raw.value);
      const map = wrapped ? (raw.value as Record<string, unknown>) : raw;
      const base = wrapped ? ["value"] : [];
      if (wrapped) checkKeys(raw, ["value", ...PROVENANCE_KEYS], report);
      const values: Record<string, number> = {};
      if (!isRecord(map) || Object.keys(map).length === 0) {
        report({
          code: raw === undefined ? "missing-key" : "not-a-list-of-numbers",
          message: `Numbers by ${labels.replace("-", " ")} are wanted here.`,
          value: show(raw),
          rule: `A label and a number each, such as ${EXAMPLES[labels]}.`,
          fix: `Write it like ${EXAMPLES[labels]}.`,
        });
        return { values, unit: rule.unit, kind: "assumption" };
      }
      if (options.sumTo100 && lacksPercent(Object.values(map))) {
        const sum = Object.values(map).reduce<number>((total, share) => total + Number(share), 0);
        report(
          {
            code: "wrong-unit",
            message: `These shares lack their percent sign; as percentages they add up to ${Number(sum.toFixed(4))}%.`,
            value: show(map),
            rule: `Shares add up to 100%, such as ${EXAMPLES[labels]}.`,
            fix:
              sum === 100
                ? "Write a % after each."
                : "Write a % after each, and correct them so that they add up to 100%.",
          },
          base,
        );
        return { values, unit: rule.unit, kind: "assumption" };
      }
      const bands: Band[] = [];
      for (const [label, item] of Object.entries(map)) {
        const at = [...base, label];
        const number = readNumber(item, rule, (problem) => report(problem, at));
        if (number !== undefined) values[label] = number;
        const wrong = labels === "age-bands" ? !pushBand(label, bands) : labels === "years" && !/^\d{4}$/.test(label);
        if (wrong)
          report(
            {
              code: "bad-label",
              message: `"${label}" is not ${labels === "years" ? "a year" : "an age or an age band"}.`,
              value: label,
              rule:
                labels === "years" ? "A year of four digits." : "An age (60), a band (16-29) or an open band (75+).",
              fix: `Write it like ${EXAMPLES[labels]}.`,
            },
            at,
          );
      }
      const { overlap } = orderBands(bands);
      if (overlap)
        report({
          code: "overlapping-bands",
          message: `The age bands ${overlap[0].label} and ${overlap[1].label} overlap.`,
          value: `${overlap[0].label}, ${overlap[1].label}`,
          rule: "Each age belongs to one band.",
          fix: "Give the bands ends that do not meet: 16-29, 30-49, 50+.",
        });
      // What could not be read has been reported; a sum without it would say nothing.
      if (options.sumTo100 && Object.keys(values).length === Object.keys(map).length)
        checkSum(values, (problem) => report(problem, base));
      return { values, unit: rule.unit, ...provenance(wrapped ? raw : {}, report) };
    });
}

/** Shares written as plain numbers above one, all of them. */
const lacksPercent = (items: readonly unknown[]): boolean =>
  items.every((item) => typeof item === "number" && item > 1);

const EXAMPLES = {
  "age-bands": '{ "16-29": 20%, "30+": 80% }',
  tenures: '{ "0": 1.9, "1": 1.2, "3+": 0.6 }',
  sexes: "{ female: 80%, male: 20% }",
  years: "{ 2020: 20, 2025: 30 }",
  pools: "{ home-care: 60%, community: 40% }",
  variants: "{ principal: 70%, high: 15%, low: 15% }",
};

/** Published shares are rounded; a sum this far from 100% is a slip, not rounding. */
export const ROUNDING_OF_SHARES = 0.005;

function checkSum(values: Record<string, number>, report: (problem: FieldProblem) => void): void {
  const sum = Object.values(values).reduce((total, value) => total + value, 0);
  if (Math.abs(sum - 1) > ROUNDING_OF_SHARES)
    report({
      code: "shares-do-not-sum",
      message: `These shares add up to ${percent(sum)}, not 100%.`,
      value: Object.entries(values)
        .map(([label, value]) => `${label}: ${percent(value)}`)
        .join(", "),
      rule: `Shares add up to 100% (rounding of up to ${percent(ROUNDING_OF_SHARES)} is mended and logged).`,
      fix: "Correct the shares, or add the class that is missing.",
    });
}

const percent = (value: number): string => `${Number((value * 100).toFixed(4))}%`;

function pushBand(label: string, bands: Band[]): boolean {
  const band = parseBand(label);
  if (!band) return false;
  bands.push(band);
  return true;
}
