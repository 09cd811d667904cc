import { type NumberRule, ROUNDING_OF_SHARES } from "../../model/rules.ts";
import { type Band, orderBands, parseBand } from "../../table/band.ts";
import type { QuantityMap } from "../../table/quantity.ts";
import { readNumber } from "./number.ts";
import { checkKeys, type FieldProblem, isRecord, type Report, reportBelow, showValue } from "./problem.ts";
import { PROVENANCE_KEYS, provenance } from "./provenance.ts";

/** What numbers are given by, each with an example. */
const EXAMPLES = {
  "age-bands": '{ "16-29": 20%, "30+": 80% }',
  tenures: '{ "0": 1.9, "1": 1.2, "3+": 0.6 }',
  sexes: "{ female: 80%, male: 20% }",
  years: "{ 2020: 20, 2025: 30 }",
  pools: "{ home-care: 60%, community: 40% }",
  variants: "{ principal: 70%, high: 15%, low: 15% }",
};
export type Labels = keyof typeof EXAMPLES;

interface Wanted {
  readonly rule: NumberRule;
  readonly labels: Labels;
  readonly sumTo100: boolean;
}

/** Reads numbers under labels, and reports what is wrong with each; a number that cannot be read is left out. */
export function readQuantities(raw: unknown, wanted: Wanted, report: Report): QuantityMap {
  const { rule, labels, sumTo100 } = wanted;
  const wrapped = isRecord(raw) && isRecord(raw.value);
  const map = wrapped ? raw.value : raw;
  const own = reportBelow(report, wrapped ? ["value"] : []);
  if (wrapped) checkKeys(raw, ["value", ...PROVENANCE_KEYS], report);
  const nothing = { values: {}, unit: rule.unit, kind: "assumption" } as const;
  if (!isRecord(map) || Object.keys(map).length === 0) {
    report(noNumbers(raw, labels));
    return nothing;
  }
  if (sumTo100 && lacksPercent(Object.values(map))) {
    own(withoutPercent(map, labels));
    return nothing;
  }
  const values: Record<string, number> = {};
  for (const [label, item] of Object.entries(map)) {
    const number = readNumber(item, rule, (problem) => own(problem, [label]));
    if (number !== undefined) values[label] = number;
  }
  checkLabels(Object.keys(map), labels, { report, own });
  // What could not be read has been reported; a sum without it would say nothing.
  if (sumTo100 && Object.keys(values).length === Object.keys(map).length) checkSum(values, own);
  return { values, unit: rule.unit, ...provenance(wrapped ? raw : {}, report) };
}

function noNumbers(raw: unknown, labels: Labels): FieldProblem {
  return {
    code: raw === undefined ? "missing-key" : "not-a-list-of-numbers",
    message: `Numbers by ${labels.replace("-", " ")} are needed here.`,
    value: showValue(raw),
    rule: `A label and a number each, such as ${EXAMPLES[labels]}.`,
    fix: `Write it like ${EXAMPLES[labels]}.`,
  };
}

/** Whether shares are written as plain numbers above one, all of them. */
const lacksPercent = (items: readonly unknown[]): boolean =>
  items.every((item) => typeof item === "number" && item > 1);

function withoutPercent(map: Readonly<Record<string, unknown>>, labels: Labels): FieldProblem {
  const sum = Object.values(map).reduce<number>((total, share) => total + Number(share), 0);
  return {
    code: "wrong-unit",
    message: `These shares lack their percent sign; as percentages they add up to ${Number(sum.toFixed(4))}%.`,
    value: showValue(map),
    rule: `Shares add up to 100%, such as ${EXAMPLES[labels]}.`,
    fix: sum === 100 ? "Write a % after each." : "Write a % after each, and correct them so that they add up to 100%.",
  };
}

function checkLabels(
  names: readonly string[],
  labels: Labels,
  { report, own }: { readonly report: Report; readonly own: Report },
): void {
  const bands: Band[] = [];
  for (const label of names) {
    const band = labels === "age-bands" ? parseBand(label) : undefined;
    if (band) bands.push(band);
    else if (labels === "age-bands")
      own(badLabel(label, labels, "an age or an age band", "An age (60), a band (16-29) or an open band (75+)."), [
        label,
      ]);
    else if (labels === "years" && !/^\d{4}$/.test(label))
      own(badLabel(label, labels, "a year", "A year of four digits."), [label]);
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
}

const badLabel = (label: string, labels: Labels, what: string, rule: string): FieldProblem => ({
  code: "bad-label",
  message: `"${label}" is not ${what}.`,
  value: label,
  rule,
  fix: `Write it like ${EXAMPLES[labels]}.`,
});

function checkSum(values: Record<string, number>, report: Report): void {
  const sum = Object.values(values).reduce((total, value) => total + value, 0);
  if (Math.abs(sum - 1) > ROUNDING_OF_SHARES)
    report({
      code: "shares-do-not-sum",
      message: `These shares add up to ${percent(sum)}, not 100%.`,
      value: Object.entries(values)
        .map(([label, value]) => `${label}: ${percent(value)}`)
        .join(", "),
      rule: `Shares add up to 100% (rounding of up to ${percent(ROUNDING_OF_SHARES)} is corrected and logged).`,
      fix: "Correct the shares, or add the class that is missing.",
    });
}

const percent = (value: number): string => `${Number((value * 100).toFixed(4))}%`;
