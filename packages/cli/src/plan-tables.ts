import type { PageTable } from "@cadre/charts";
import type { Scenario, System } from "cadre";
import { adjustmentEffects } from "cadre/scenarios";
import { PLAN_COLUMNS, planNotes, planRows } from "./plan.ts";
import { readableNumber, significantNumber } from "./text/number.ts";

/** A scenario as tables of a page: numbers set by judgement first, then its interventions, under what is said before. */
export function planTables(system: System, scenario: Scenario, before?: string): PageTable[] {
  const rows = planRows(scenario);
  const text = [before, ...planNotes(scenario)].filter(Boolean).join(" ");
  const caption = `Interventions of “${scenario.title}”`;
  const title = `What “${scenario.title}” does`;
  return [
    ...judgementTables(system, scenario),
    ...(rows.length === 0 ? [] : [{ title, text, table: { caption, columns: PLAN_COLUMNS, rows }, words: true }]),
  ];
}

/** What somebody has set by judgement, and what that does; nothing where nobody has. */
function judgementTables(system: System, scenario: Scenario): PageTable[] {
  const rows = adjustmentEffects(system, scenario).map(({ number, set, who, why, until, effect }) => [
    ...[number, significantNumber(set), `${effect > 0 ? "+" : ""}${readableNumber(effect, 1)}`, who, until, why],
  ]);
  if (rows.length === 0) return [];
  const columns = ["Number", "Set to", "Effect on the gap (FTE)", "Who", "Look again by", "Why"];
  const caption = `Numbers that “${scenario.title}” sets by judgement`;
  return [{ title: "What is set by judgement", table: { caption, columns, rows }, words: true }];
}
