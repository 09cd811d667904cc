import { checkText } from "../error/argument.ts";
import { readDocument } from "../system/document.ts";
import { checkKeys, isRecord, type Report, showValue } from "../system/field/problem.ts";
import { Problems } from "../system/problems.ts";
import { type Source, source } from "../system/schema/sources.ts";
import { datedValue } from "./dated-value.ts";
import { monthNumber } from "./month.ts";
import { type DatedValue, type FundingRule, type FundingRules, RULE_MEANINGS } from "./rules.ts";

const NAMES = Object.keys(RULE_MEANINGS) as FundingRule[];
const FILE_KEYS = ["cadre", "id", "title", "note", "sources", "rules"];

/**
 * Reads dated rules of apprenticeship funding, such as `data/funding/england.yaml`. Every rule has to be there, its values
 * in order of date, each a fact with a listed source or an assumption.
 *
 * Throws one `CadreError` with file, line and column for the first thing wrong; its `others` hold the rest.
 * Method: docs/method/funding.md.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { parseFundingRules } from "cadre/funding";
 * const file = "data/funding/england.yaml";
 * const england = parseFundingRules(readFileSync(file, "utf8"), { file });
 * england.rules.employerShare.at(-1)?.value; // 0.05, from April 2019
 * ```
 */
export function parseFundingRules(text: string, options: { file?: string } = {}): FundingRules {
  checkText(text, options);
  const document = readDocument(text, options.file);
  const problems = new Problems(document);
  const report: Report = (problem, path = []) =>
    problems.add(path, problem, problem.code === "unknown-key" ? "key" : "value");
  const content = isRecord(document.content) ? document.content : {};
  checkKeys(content, FILE_KEYS, report);
  if (content.cadre !== 1)
    report({
      code: "missing-key",
      message: "The file does not say which version of the format it has.",
      value: showValue(content.cadre),
      rule: "A file starts with `cadre: 1`.",
      fix: "Add the line `cadre: 1`.",
    });
  const sources = sourcesOf(content.sources, problems);
  const given = isRecord(content.rules) ? content.rules : {};
  checkKeys(given, NAMES, (problem, path = []) => report(problem, ["rules", ...path]));
  // A mistyped rule is said once, not again as the rule that is missing.
  const names = Object.keys(given).every((key) => Object.hasOwn(RULE_MEANINGS, key))
    ? NAMES
    : NAMES.filter((name) => given[name]);
  const rules = Object.fromEntries(
    names.map((name) => [name, Object.freeze(valuesOf(name, given[name], sources, report))]),
  ) as Record<FundingRule, readonly DatedValue[]>;
  const id = textOf(content, "id", report) ?? "";
  const title = textOf(content, "title", report) ?? "";
  const note = typeof content.note === "string" ? { note: content.note } : {};
  problems.throwIfAny();
  return Object.freeze({ id, title, ...note, sources: Object.freeze(sources), rules: Object.freeze(rules) });
}

function sourcesOf(raw: unknown, problems: Problems): Record<string, Source> {
  const sources: Record<string, Source> = {};
  for (const [id, given] of Object.entries(isRecord(raw) ? raw : {})) {
    const read = source.safeParse(given);
    if (read.success) sources[id] = read.data;
    else problems.addIssues(read.error.issues.map((issue) => ({ ...issue, path: ["sources", id, ...issue.path] })));
  }
  return sources;
}

function valuesOf(
  name: FundingRule,
  raw: unknown,
  sources: Readonly<Record<string, Source>>,
  report: Report,
): DatedValue[] {
  if (!Array.isArray(raw) || raw.length === 0) {
    report(
      {
        code: raw === undefined ? "missing-key" : "wrong-type",
        message: `The rule "${name}" is missing.`,
        value: showValue(raw),
        rule: `${name}: ${RULE_MEANINGS[name]}; a list of dated values.`,
        fix: `Write ${name}: [ { from: 2019-04, value: … } ].`,
      },
      ["rules", name],
    );
    return [];
  }
  const values = raw.map((item, i) =>
    datedValue(name, item, sources, (p, path = []) => report(p, ["rules", name, i, ...path])),
  );
  values.forEach((value, i) => {
    const [before, now] = [monthNumber(values[i - 1]?.from ?? ""), monthNumber(value.from)];
    if (before !== undefined && now !== undefined && now <= before)
      report(
        {
          code: "not-in-order",
          message: "This date is not later than the one before.",
          value: value.from,
          rule: "The values of a rule stand in the order of their dates, each date once.",
          fix: "Put them in order.",
        },
        ["rules", name, i, "from"],
      );
  });
  return values;
}

function textOf(record: Record<string, unknown>, key: string, report: Report): string | undefined {
  const value = record[key];
  if (typeof value === "string" && value.trim() !== "") return value;
  report(
    {
      code: value === undefined ? "missing-key" : "not-text",
      message: `The key "${key}" is missing, or not a text.`,
      value: showValue(value),
      rule: `${key} is a text.`,
      fix: `Add ${key}: … here.`,
    },
    [],
  );
  return undefined;
}
