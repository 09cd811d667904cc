import type { Scenario, System } from "cadre";
import { adjustmentEffects, changeRows } from "cadre/scenarios";
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
  "who",
  "why",
  "lookAgainBy",
  "gapEffect",
] as const;

/** `changes.csv`: every change of a scenario, what is set by judgement first; who makes it, and how sure it is. */
export function changesCsv(system: System, scenario: Scenario): string {
  const effects = adjustmentEffects(system, scenario);
  const rows = changeRows(scenario).map(({ intervention: one, adjustment, taken, ...row }, i) => ({
    ...row,
    who: adjustment?.who,
    why: adjustment?.why,
    lookAgainBy: adjustment?.until,
    gapEffect: effects[i]?.effect,
    intervention: one?.id ?? (adjustment ? "adjustments" : "assumptions"),
    title: one?.title ?? (adjustment ? "Set by judgement" : "Assumptions"),
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
