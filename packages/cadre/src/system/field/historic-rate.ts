import * as z from "zod";
import { PARAMETERS } from "../../model/parameters.ts";
import { NUMBER_RULES, type NumberRule } from "../../model/rules.ts";
import {
  fittedTo,
  type HistoricName,
  type HistoricRate,
  isGrowth,
  SPREADS,
  type SpreadOf,
} from "../../rates/historic-rate.ts";
import type { YearlyRates } from "../../rates/history.ts";
import { yearOfLabel } from "../../rates/year-label.ts";
import { readNumber } from "./number.ts";
import { checkKeys, isRecord, type Report, reporter, showValue } from "./problem.ts";
import { PROVENANCE_KEYS, PROVENANCE_SCHEMA, provenance } from "./provenance.ts";
import { INTERVAL_SCHEMA, PLAIN_SCHEMA, readInterval, readQuantity } from "./quantity.ts";

const years = (description: string) => ({ type: "object", additionalProperties: PLAIN_SCHEMA, description });
const SPREAD = {
  enum: SPREADS,
  description: "How much such numbers differ from year to year: those of a place (the default) or of a country",
};
const record = (required: string, properties: object) => ({
  type: "object",
  additionalProperties: false,
  required: [required],
  properties: {
    ...properties,
    value: { ...PLAIN_SCHEMA, description: "The number that the run uses" },
    ...INTERVAL_SCHEMA,
    spread: SPREAD,
    ...PROVENANCE_SCHEMA,
  },
});

/**
 * A number of a kind that has a past: a number, a number with the spread of its kind, or yearly figures that it is fitted
 * to; of a growth, the figures of what grows.
 */
export function historic(kind: HistoricName) {
  const rule = PARAMETERS[kind].rule;
  const key = isGrowth(kind) ? "levels" : "history";
  const example = isGrowth(kind) ? "{ levels: { 2012: 166, 2018: 161 } }" : "{ history: { 2016/17: …, 2017/18: … } }";
  return z
    .any()
    .meta({
      description: `${rule.says} For example ${rule.example}, or ${example}.`,
      anyOf: [
        PLAIN_SCHEMA,
        record("value", {}),
        key === "levels"
          ? record(key, { levels: years("What grows, counted in two years or more") })
          : record(key, {
              history: years("The place's own figures, by year"),
              reference: years("Figures of a larger place, by year, whose course the own figures follow"),
            }),
      ],
    })
    .transform((raw, context): HistoricRate => {
      const report = reporter(context);
      if (!isRecord(raw)) return readQuantity(raw, rule, report);
      if (key in raw) return readHistory(raw, kind, key, report);
      const { spread, ...rest } = raw;
      const quantity = readQuantity(rest, rule, report);
      if (spread === undefined) return quantity;
      const of = readSpread(spread, report);
      if (!(quantity.value > 0) && !isGrowth(kind)) return quantity;
      const history = { kind, figures: {}, reference: {}, spread: of };
      return { ...quantity, history, fitted: fittedTo(history, quantity.value) };
    });
}

/** A history; where the record gives a value as well, the run uses that, and the history tells its doubt alone. */
function readHistory(
  raw: Record<string, unknown>,
  kind: HistoricName,
  key: "history" | "levels",
  report: Report,
): HistoricRate {
  const rule = PARAMETERS[kind].rule;
  const reference = key === "history" ? ["reference"] : [];
  checkKeys(raw, ["value", key, ...reference, "spread", "p10", "p90", ...PROVENANCE_KEYS], report);
  // What grows may be any count; other histories are of the number itself.
  const of = key === "levels" ? NUMBER_RULES.COUNT : rule;
  const figures = readYears(raw[key], key, of, report);
  const others = raw.reference === undefined ? {} : readYears(raw.reference, "reference", of, report);
  const history = { kind, figures, reference: others, spread: readSpread(raw.spread ?? "place", report) };
  const labels = Object.keys(figures).sort();
  const enough = key === "levels" ? 2 : 1;
  if (labels.length === 1 && enough === 2)
    report(
      {
        code: "bad-history",
        message: "One figure does not show a growth.",
        value: showValue(raw[key]),
        rule: "What grows, counted in two years or more.",
        fix: "Add a figure of another year, or write value: and spread: place.",
      },
      [key],
    );
  const fitted = labels.length >= enough ? fittedTo(history, 0) : undefined;
  const shown = (value: number) =>
    of.percent ? `${Number((100 * value).toPrecision(6))}%` : String(Number(value.toPrecision(6)));
  const written = `${labels.map((label) => shown(figures[label]!)).join(", ")} (${labels.join(", ")})`;
  const value = "value" in raw ? readNumber(raw.value, rule, (problem) => report(problem, ["value"])) : fitted?.mean;
  return {
    value: value ?? 0,
    unit: rule.unit,
    written: "value" in raw ? String(raw.value) : written,
    ...provenance(raw, report),
    ...readInterval(raw, rule, report),
    history,
    ...(fitted && { fitted }),
  };
}

/** Yearly figures, each above zero; a year stands once. */
function readYears(
  raw: unknown,
  key: "history" | "reference" | "levels",
  rule: NumberRule,
  report: Report,
): YearlyRates {
  const example =
    key === "levels" ? "{ 2012: 166, 2018: 161 }" : `{ 2016/17: ${rule.example}, 2017/18: ${rule.example} }`;
  const found: Record<string, number> = {};
  const say = (code: string, message: string, value: string, rule: string, fix: string, at: readonly string[]) =>
    report({ code, message, value, rule, fix }, at);
  if (!isRecord(raw) || Object.keys(raw).length === 0) {
    say(
      "bad-history",
      "Yearly figures are wanted here.",
      showValue(raw),
      "A year and a figure each.",
      `Write it like ${example}.`,
      [key],
    );
    return found;
  }
  const years = new Map<number, string>();
  for (const [label, item] of Object.entries(raw)) {
    const at = [key, label];
    const year = yearOfLabel(label);
    const before = year === undefined ? undefined : years.get(year);
    if (year === undefined)
      say(
        "bad-label",
        `"${label}" is not a year.`,
        label,
        "A year such as 2017, or 2016/17.",
        `Write it like ${example}.`,
        at,
      );
    else if (before !== undefined)
      say(
        "year-twice",
        `"${before}" and "${label}" are one year.`,
        label,
        "One figure for each year.",
        "Remove one.",
        at,
      );
    const rate = readNumber(item, rule, (problem) => report(problem, at));
    if (rate !== undefined && rate <= 0)
      say(
        "bad-history",
        "A history holds figures above zero.",
        showValue(item),
        "Figures above zero: their spread is a share of their level.",
        "Correct the figure, or leave the year out.",
        at,
      );
    if (year === undefined || before !== undefined || !rate || rate < 0) continue;
    years.set(year, label);
    found[label] = rate;
  }
  return found;
}

function readSpread(raw: unknown, report: Report): SpreadOf {
  const known = SPREADS.find((one) => one === raw);
  if (!known)
    report(
      {
        code: "unknown-word",
        message: `"${showValue(raw)}" is not a spread.`,
        value: showValue(raw),
        rule: `One of ${SPREADS.join(", ")}.`,
        known: SPREADS,
        word: showValue(raw),
        fix: "Write spread: place, or spread: country for a number of a whole country.",
      },
      ["spread"],
    );
  return known ?? "place";
}
