import { checkKeys, isRecord, type Report, showValue } from "../system/field/problem.ts";
import { PROVENANCE_KEYS, provenance } from "../system/field/provenance.ts";
import type { Source } from "../system/schema/sources.ts";
import { parseNumber } from "../table/quantity.ts";
import { monthNumber } from "./month.ts";
import { type DatedValue, type FundingRule, SHARE_RULES } from "./rules.ts";

const KEYS = ["from", "value", ...PROVENANCE_KEYS.filter((key) => key !== "kind")];

const UNUSABLE: DatedValue = { from: "", value: 0, kind: "assumption" };

/**
 * Reads one dated value of a rule; without a source it is an assumption. Faults go to `report`, and the value is then of
 * no use.
 */
export function datedValue(
  name: FundingRule,
  raw: unknown,
  sources: Readonly<Record<string, Source>>,
  report: Report,
): DatedValue {
  const record = isRecord(raw) ? raw : {};
  checkKeys(record, KEYS, report);
  if (Object.keys(record).some((key) => !KEYS.includes(key))) return UNUSABLE;
  const from = String(record.from ?? "");
  if (monthNumber(from) === undefined)
    report(
      {
        code: "bad-date",
        message: "A month is wanted here.",
        value: showValue(record.from),
        rule: "Year and month, such as 2019-04.",
        fix: "Write from: 2019-04.",
      },
      ["from"],
    );
  const read = parseNumber(String(record.value ?? ""));
  const most = SHARE_RULES.has(name) ? 1 : 1e9;
  const right =
    read && read.unit === "" && read.value >= 0 && read.value <= most && (SHARE_RULES.has(name) || !read.percent);
  if (!right)
    report(
      {
        code: "not-a-number",
        message: `This is not a value for ${name}.`,
        value: showValue(record.value),
        rule: SHARE_RULES.has(name) ? "A share between 0% and 100%." : "A number, zero or more, without a unit.",
        fix: SHARE_RULES.has(name) ? "Write it like 5%." : "Write it like 24.",
      },
      ["value"],
    );
  const { source } = record;
  if (source !== undefined && !Object.hasOwn(sources, String(source)))
    report(
      {
        code: "unknown-source",
        message: `The source "${showValue(source)}" is not listed.`,
        value: showValue(source),
        rule: "A rules file lists its sources under `sources`.",
        fix: "Add it under `sources`, or correct the id.",
        known: Object.keys(sources),
        word: String(source),
      },
      ["source"],
    );
  return Object.freeze({ ...provenance(record, report), from, value: read?.value ?? 0 });
}
