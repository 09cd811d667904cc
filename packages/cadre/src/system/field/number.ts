import { implausible } from "../../model/plausible.ts";
import type { NumberRule } from "../../model/rules.ts";
import { UNIT_NAMES } from "../../model/unit-names.ts";
import { parseNumber } from "../../table/quantity.ts";
import { clippedText, type FieldProblem, showValue } from "./problem.ts";

/** Reads one number under a rule; undefined, with the problem reported, when it breaks it. */
export function readNumber(
  raw: unknown,
  rule: NumberRule,
  report: (problem: FieldProblem) => void,
): number | undefined {
  const say = (code: string, message: string, fix?: string): undefined =>
    void report({
      code,
      message,
      value: showValue(raw),
      rule: rule.says,
      fix: fix ?? `Write it like ${rule.example}.`,
    });
  if (raw === undefined || raw === null) return say("missing-key", "A number is missing here.");
  let value: number;
  let marked = false;
  if (typeof raw === "number") value = raw;
  else if (typeof raw === "string") {
    const read = parseNumber(raw);
    // What stands after a comma or a space would otherwise be taken for a unit.
    const grouped = /^[+-]?\d{1,3}([,\s]\d{3})+(?!\d)/.test(raw.trim());
    if (!read || /^[,\s]?\d/.test(read.unit) || grouped)
      return say(
        "not-a-number",
        `"${clippedText(raw)}" is not a number.`,
        grouped
          ? `Write it without commas or spaces: ${raw.trim().replaceAll(/(?<=\d)[,\s](?=\d)/g, "")}.`
          : withoutSign(raw),
      );
    if (read.percent && !rule.percent) return say("wrong-unit", `A percentage is not a ${UNIT_NAMES[rule.unit]}.`);
    if (read.unit !== (rule.suffix ?? "") && !(read.unit === "" && read.value === 0))
      return say(
        "wrong-unit",
        rule.suffix
          ? `The unit here is "${rule.suffix}"${read.unit ? `, not "${clippedText(read.unit)}"` : ", which has to be written"}.`
          : `"${clippedText(read.unit)}" is not a unit that belongs here.`,
      );
    value = read.value;
    marked = read.percent;
  } else return say("not-a-number", "A number is wanted here.");
  if (!Number.isFinite(value)) return say("not-a-number", NOT_FINITE);
  if (rule.suffix && typeof raw === "number" && raw !== 0)
    return say("wrong-unit", `The unit is missing: "${rule.suffix}".`);
  if (rule.percent && rule.unit !== "factor" && !marked && value > 1)
    return say("wrong-unit", `${value} here would be ${value * 100}%.`, `Write ${value}% or ${value / 100}.`);
  const fault = outsideRule(value, rule);
  return fault ? say(fault.code, fault.message, fault.fix) : value;
}

/** Nothing that planners count or measure is as small; what divides by such a number overflows. */
const SMALLEST = 1e-100;
const NOT_FINITE = "This is not a finite number.";

/** What is wrong with the size of a number; nothing where it keeps its rule. */
export function outsideRule(
  value: number,
  { min, max, kind }: NumberRule,
): { readonly code: string; readonly message: string; readonly fix?: string } | undefined {
  if (!Number.isFinite(value)) return { code: "not-a-number", message: NOT_FINITE };
  if (value !== 0 && Math.abs(value) < SMALLEST)
    return { code: "too-small", message: "This number is too close to zero to calculate with.", fix: "Write 0." };
  if (value < min)
    return value < 0
      ? { code: "negative", message: "This number cannot be negative here." }
      : { code: "too-small", message: "This number is too small." };
  if (value > max) return { code: "too-large", message: "This number is too large here." };
  const doubt = kind && implausible(value, kind);
  return doubt && { code: "implausible", ...doubt };
}

/** What to write in place of a sum with the sign of its money. */
function withoutSign(raw: string): string | undefined {
  const digits = /^\s*[£€$]\s*([\d.,\s]*\d)\s*$/.exec(raw)?.[1];
  return (
    digits && `Write it without the sign: ${digits.replaceAll(/[,\s]/g, "")}. A unit stands beside it (unit: GBP).`
  );
}
