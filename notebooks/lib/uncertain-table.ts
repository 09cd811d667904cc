import type { Result, Scenario, UncertainNumber } from "cadre";
import { evidenceWords } from "./action-table.ts";
import { element } from "./element.ts";
import { columnHead, tableBox } from "./table-box.ts";

/** Why each uncertain number of a scenario is uncertain: the note of whoever gave its interval. */
export function uncertainTable(rows: readonly UncertainNumber[], scenario: Scenario, result: Result): HTMLElement {
  const head = ["Uncertain number", "Why it is, and how far"].map((text) => columnHead(text));
  const body = rows.map((row) =>
    element("tr", {}, element("th", { scope: "row" }, row.title), element("td", {}, reasonFor(row, scenario, result))),
  );
  return tableBox("Why each number is uncertain", head, body, { class: "reasons" });
}

function reasonFor({ id, from }: UncertainNumber, scenario: Scenario, result: Result): string {
  if (from === "intervention") {
    const action = scenario.interventions?.find((one) => id.startsWith(`${one.id}.`));
    if (!action) return NONE;
    const finding = action.evidence?.finding;
    return `Evidence: ${evidenceWords(action)}.${finding ? ` ${finding}` : ""}`;
  }
  if (from === "scenario") return scenario.uncertainties?.find((one) => one.id === id)?.note ?? NONE;
  return result.assumptions.find(({ parameter }) => parameter === id)?.note ?? NONE;
}

const NONE = "No reason given.";
