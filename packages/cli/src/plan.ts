import type { Intervention, Scenario } from "cadre";
import { EVIDENCE_RULES, effectShare, evidenceOf } from "cadre/scenarios";
import { clippedTitle, columns, wrappedText } from "./text/columns.ts";
import { percentage, readableNumber, significantNumber } from "./text/number.ts";

/** Behind the name of what depends on an effect that nobody has measured. */
export const MARK = " *";

/** The heads of a table of interventions. */
export const PLAN_COLUMNS = ["Intervention", "Evidence", "Effect used", "Reach", "Years", "Cost a year"] as const;

/** What a scenario does: an intervention a row, with its evidence and what that leaves of the effect found. */
export function planRows(scenario: Scenario, titleWidth = Number.POSITIVE_INFINITY): string[][] {
  return (scenario.interventions ?? []).map((one) => [
    `${clippedTitle(one.title, titleWidth)}${one.evidence?.unknown ? MARK : ""}`,
    one.evidence ? `level ${one.evidence.level}` : "–",
    usedOf(one, scenario),
    reachOf(one),
    yearsOf(one),
    costOf(one),
  ]);
}

/** The same for a terminal, with the question before it and what the marks mean after. */
export function planText(scenario: Scenario): string {
  const { question, assumptions = [], changes = [] } = scenario;
  const rows = planRows(scenario, 28);
  const other = assumptions.length + changes.length;
  return [
    ...(question ? [wrappedText(`Question: ${question}`), ""] : []),
    ...(rows.length > 0 ? [columns([PLAN_COLUMNS, ...rows]), ""] : []),
    ...(other > 0 ? [wrappedText(`It also changes ${other} ${other === 1 ? "assumption" : "assumptions"}.`)] : []),
    ...planNotes(scenario).map((note) => wrappedText(note)),
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
          `${MARK.trim()} Nobody has measured the effect of ${unmeasured.length} of the interventions: what this scenario ` +
            "says rests on a guess.",
        ]
      : []),
    ...(rated
      ? [
          evidence === "off"
            ? "Effects are taken as they were found, whatever the evidence (evidence: off)."
            : `Weak evidence reduces effects: ${taken}. Effects without a level are taken whole, and so are decisions, such as an intake.`,
        ]
      : []),
    ...(priced < interventions.length
      ? [
          `Interventions without a stated cost: ${interventions.length - priced} of ${interventions.length}. They are not free.`,
        ]
      : []),
  ];
}

/** How much of what was found an intervention's changes are taken at; a decision among them is taken whole. */
function usedOf(one: Intervention, scenario: Scenario): string {
  const shares = one.changes.map((change) => effectShare(scenario, one, change));
  const [least, most] = [Math.min(1, ...shares), Math.max(0, ...shares)];
  return shares.length === 0 || least === most ? percentage(least, 0) : `${percentage(least, 0)}, 100%`;
}

/** Reach in whole per cents; one below is not none. */
const reachOf = ({ reach = 1 }: Intervention): string =>
  reach < 0.01 ? `${significantNumber(reach * 100)}%` : percentage(reach, 0);

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
  if (cost?.perYear !== undefined) return `£${readableNumber(cost.perYear)}`;
  return cost?.once === undefined ? "not stated" : `£${readableNumber(cost.once)} once`;
}
