import * as z from "zod";
import type { NumberRule } from "../../model/rules.ts";
import type { QuantityMap } from "../../table/quantity.ts";
import { reporter } from "./problem.ts";
import { PROVENANCE_SCHEMA } from "./provenance.ts";
import { PLAIN_SCHEMA } from "./quantity.ts";
import { type Labels, readQuantities } from "./read-quantities.ts";

/** Numbers under labels, bare or with one provenance for all of them. */
export function quantities(rule: NumberRule, labels: Labels, { sumTo100 = false }: { sumTo100?: boolean } = {}) {
  const by = labels.replace("-", " ");
  const plain = { type: "object", additionalProperties: { ...PLAIN_SCHEMA, description: rule.says } };
  const properties = { value: { ...plain, description: `The numbers themselves, by ${by}` }, ...PROVENANCE_SCHEMA };
  return z
    .any()
    .meta({
      description: `${rule.says} By ${by}${sumTo100 ? ", adding up to 100%" : ""}.`,
      anyOf: [plain, { type: "object", additionalProperties: false, required: ["value"], properties }],
    })
    .transform((raw, context): QuantityMap => readQuantities(raw, { rule, labels, sumTo100 }, reporter(context)));
}
