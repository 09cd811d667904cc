import * as z from "zod";
import { RULES } from "../../model/rules.ts";
import { fittedTo, type HistoricRate, SPREADS, type SpreadOf } from "../../rates/historic-rate.ts";
import type { YearlyRates } from "../../rates/history.ts";
import { yearOfLabel } from "../../rates/year-label.ts";
import { readNumber } from "./number.ts";
import { checkKeys, isRecord, type Report, reporter, show } from "./problem.ts";
import { PROVENANCE_KEYS, PROVENANCE_SCHEMA, provenance } from "./provenance.ts";
import { PLAIN_SCHEMA, readInterval, readQuantity } from "./quantity.ts";

const RULE = RULES.RATE;
const YEARS = { type: "object", additionalProperties: PLAIN_SCHEMA };
const INTERVAL = { p10: PLAIN_SCHEMA, p90: PLAIN_SCHEMA };
const SPREAD = {
  enum: SPREADS,
  description: "How much such rates differ from year to year: those of a place (the default) or of a country",
};
const record = (required: string, properties: object) => ({
  type: "object",
  additionalProperties: false,
  required: [required],
  properties: { ...properties, ...INTERVAL, spread: SPREAD, ...PROVENANCE_SCHEMA },
});

/** A yearly rate: a number, a number with the spread of its kind, or yearly figures that a level is fitted to. */
export const historicRate = z
  .any()
  .meta({
    description: `${RULE.says} For example ${RULE.example}, or { history: { 2016/17: 28%, 2017/18: 31% } }.`,
    anyOf: [
      PLAIN_SCHEMA,
      record("value", { value: PLAIN_SCHEMA }),
      record("history", { history: YEARS, reference: YEARS }),
    ],
  })
  .transform((raw, context): HistoricRate => {
    const report = reporter(context);
    if (!isRecord(raw)) return readQuantity(raw, RULE, report);
    if ("history" in raw) return readHistory(raw, report);
    const { spread, ...rest } = raw;
    const quantity = readQuantity(rest, RULE, report);
    if (spread === undefined) return quantity;
    const of = readSpread(spread, report);
    if (!(quantity.value > 0)) return quantity;
    const history = { figures: {}, reference: {}, spread: of };
    return { ...quantity, history, fitted: fittedTo(history, quantity.value) };
  });

function readHistory(raw: Record<string, unknown>, report: Report): HistoricRate {
  const keys = ["history", "reference", "spread", "p10", "p90", ...PROVENANCE_KEYS];
  checkKeys(raw, keys, report);
  const figures = readYears(raw.history, "history", report);
  const reference = raw.reference === undefined ? {} : readYears(raw.reference, "reference", report);
  const history = { figures, reference, spread: readSpread(raw.spread ?? "place", report) };
  const labels = Object.keys(figures).sort();
  const fitted = labels.length > 0 ? fittedTo(history, 0) : undefined;
  const written = `${labels.map((label) => `${Number((100 * figures[label]!).toPrecision(6))}%`).join(", ")} (${labels.join(", ")})`;
  return {
    value: fitted?.mean ?? 0,
    unit: RULE.unit,
    written,
    ...provenance(raw, report),
    ...readInterval(raw, RULE, report),
    history,
    ...(fitted && { fitted }),
  };
}

/** Yearly figures, each above zero; a year stands once. */
function readYears(raw: unknown, key: "history" | "reference", report: Report): YearlyRates {
  const example = "{ 2016/17: 28%, 2017/18: 31% }";
  const found: Record<string, number> = {};
  const say = (code: string, message: string, value: string, rule: string, fix: string, at: readonly string[]) =>
    report({ code, message, value, rule, fix }, at);
  if (!isRecord(raw) || Object.keys(raw).length === 0) {
    say(
      "bad-history",
      "Yearly figures are wanted here.",
      show(raw),
      "A year and a rate each.",
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
    const rate = readNumber(item, RULE, (problem) => report(problem, at));
    if (rate === 0)
      say(
        "bad-history",
        "A history cannot hold a rate of zero.",
        show(item),
        "Rates above 0%: their spread is a share of their level.",
        "Correct the figure, or leave the year out.",
        at,
      );
    if (year === undefined || before !== undefined || !rate) continue;
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
        message: `"${show(raw)}" is not a spread.`,
        value: show(raw),
        rule: `One of ${SPREADS.join(", ")}.`,
        known: SPREADS,
        word: show(raw),
        fix: "Write spread: place, or spread: country for a rate of a whole country.",
      },
      ["spread"],
    );
  return known ?? "place";
}
