import type { PageTable } from "@cadre/charts";
import type { Scenario } from "cadre";
import { PLAN_COLUMNS, planNotes, planRows } from "./plan.ts";

/** A scenario's interventions as a table of a page, under what is said before; nothing for one without any. */
export function planTables(scenario: Scenario, before?: string): PageTable[] {
  const rows = planRows(scenario);
  if (rows.length === 0) return [];
  const title = `What “${scenario.title}” does`;
  const text = [before, ...planNotes(scenario)].filter(Boolean).join(" ");
  return [
    {
      title,
      text,
      table: { caption: `Interventions of “${scenario.title}”`, columns: PLAN_COLUMNS, rows },
      words: true,
    },
  ];
}
