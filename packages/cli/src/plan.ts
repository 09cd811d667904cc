import { EVIDENCE_RULES, evidenceOf, type Intervention, type Scenario } from "cadre";
import { clipped, columns, wrapped } from "./text/columns.ts";
import { percentage, readable } from "./text/number.ts";

/** Behind the name of what rests on an effect that nobody has measured. */
export const MARK = " *";

/** The heads of a table of interventions. */
export const PLAN_COLUMNS = ["Intervention", "Evidence", "Effect used", "Reach", "Years", "Cost a year"] as const;

/** What a scenario does: an intervention a row, with its evidence and what that leaves of the effect found. */
export function planRows({ interventions = [], evidence }: Scenario): string[][] {
  return interventions.map((one) => [
    `${one.title}${one.evidence?.unknown ? MARK : ""}`,
    one.evidence ? `level ${one.evidence.level}` : "–",
    keptOf(one, evidence),
    percentage(one.reach ?? 1, 0),
    yearsOf(one),
    costOf(one),
  ]);
}

/** The same for a terminal, with the question before it and what the marks mean after. */
export function planText(scenario: Scenario): string {
  const { question, assumptions = [], changes = [] } = scenario;
  const rows = planRows(scenario).map(([title, ...others]) => [clipped(title ?? "", 30), ...others]);
  const other = assumptions.length + changes.length;
  return [
    ...(question ? [wrapped(`Question: ${question}`), ""] : []),
    ...(rows.length > 0 ? [columns([PLAN_COLUMNS, ...rows]), ""] : []),
    ...(other > 0 ? [wrapped(`It also changes ${other} ${other === 1 ? "assumption" : "assumptions"}.`)] : []),
    ...planNotes(scenario).map((note) => wrapped(note)),
  ].join("\n");
}

/** What has to be said wherever a scenario's numbers are shown. */
export function planNotes(scenario: Scenario): string[] {
  const { interventions = [], evidence } = scenario;
  const { unmeasured } = evidenceOf(scenario);
  const rated = interventions.some((one) => one.evidence);
  const taken = EVIDENCE_RULES.map(({ level, shrink }) => `${percentage(1 - shrink, 0)} at level ${level}`).join(", ");
  const priced = interventions.filter(({ cost }) => (cost?.perYear ?? cost?.once) !== undefined).length;
  return [
    ...(unmeasured.length > 0
      ? [
          `${MARK.trim()} Nobody has measured the effect of ${unmeasured.length} of these interventions: what the scenario ` +
            "says rests on a guess.",
        ]
      : []),
    ...(rated
      ? [
          evidence === "off"
            ? "Effects are taken as they were found, whatever the evidence (evidence: off)."
            : `Effects are taken in part, by their evidence: ${taken}. What has no level is taken whole.`,
        ]
      : []),
    ...(priced < interventions.length
      ? [
          `${interventions.length - priced} of ${interventions.length} interventions have no cost stated; they are not free.`,
        ]
      : []),
  ];
}

function keptOf({ evidence }: Intervention, mode: Scenario["evidence"]): string {
  const rule = mode === "off" ? undefined : EVIDENCE_RULES.find(({ level }) => level === evidence?.level);
  return percentage(1 - (rule?.shrink ?? 0), 0);
}

/** First and last year of an intervention; its changes may have years of their own. */
function yearsOf({ from, until, changes }: Intervention): string {
  const first = from ?? lowest(changes.map((change) => change.from));
  const last = until ?? lowest(changes.map((change) => (change.until === undefined ? undefined : -change.until)));
  return `${first ?? ""}–${last === undefined ? "" : Math.abs(last)}`;
}

function lowest(years: readonly (number | undefined)[]): number | undefined {
  const known = years.filter((year) => year !== undefined);
  return known.length < years.length || known.length === 0 ? undefined : Math.min(...known);
}

function costOf({ cost }: Intervention): string {
  if (cost?.perYear !== undefined) return `£${readable(cost.perYear)}`;
  return cost?.once === undefined ? "not stated" : `£${readable(cost.once)} once`;
}
