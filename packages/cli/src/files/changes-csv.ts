import type { Scenario } from "cadre";
import { changeRows } from "cadre/scenarios";
import { csvText } from "cadre/tables";

const HEADINGS = [
  "intervention",
  "title",
  "mechanism",
  "parameter",
  "where",
  "from",
  "until",
  "over",
  "kind",
  "found",
  "p10",
  "p90",
  "evidence",
  "measured",
  "effectUsed",
  "reach",
  "source",
  "at",
  "finding",
  "lead",
  "costPerYear",
  "costOnce",
  "priceYear",
  "note",
] as const;

/** `changes.csv`: every change of a scenario, who makes it, and how sure it is. */
export function changesCsv(scenario: Scenario): string {
  const rows = changeRows(scenario).map(({ intervention: one, taken, ...row }) => ({
    ...row,
    intervention: one?.id ?? "assumptions",
    title: one?.title ?? "Assumptions",
    mechanism: one?.mechanism,
    evidence: one?.evidence?.level,
    measured: one?.evidence && (one.evidence.unknown ? "no" : "yes"),
    effectUsed: taken,
    at: one?.evidence?.at,
    finding: one?.evidence?.finding,
    lead: one?.lead,
    costPerYear: one?.cost?.perYear,
    costOnce: one?.cost?.once,
    priceYear: one?.cost?.priceYear,
  }));
  return csvText(HEADINGS, rows);
}
