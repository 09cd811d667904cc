import type { Intervention } from "cadre";
import { element } from "./element.ts";
import { captionedTable, columnHead } from "./table-box.ts";

/** A theme of a plan and its actions. */
export interface Theme {
  readonly title: string;
  readonly actions: readonly Intervention[];
}

/** A column of numbers: its head and the words of an action. */
export interface ActionColumn {
  readonly head: string;
  readonly text: (action: Intervention) => string;
}

/** Numbers of each action of a plan, who leads it, by when what is to be seen, and how sure its effect is. */
export function actionTable(themes: readonly Theme[], caption: string, columns: readonly ActionColumn[]): HTMLElement {
  const heads = ["Lead", "Milestone and what is measured", "Evidence"];
  const cell = (text: string, kind = "words") => element("td", { class: kind }, text);
  const rows = themes.flatMap(({ title, actions }) =>
    actions.map((action) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, action.title, element("small", {}, title)),
        ...columns.map(({ text }) => cell(text(action), "number")),
        cell(action.lead ?? "nobody named"),
        cell(milestonesOf(action)),
        cell(evidenceWords(action)),
      ),
    ),
  );
  const head = [
    columnHead("Action"),
    ...columns.map((column) => columnHead(column.head, { class: "number" })),
    ...heads.map((text) => columnHead(text)),
  ];
  return captionedTable(caption, head, rows, { class: "picks" });
}

/** "September 2018: Website launched". */
const milestonesOf = ({ milestones = [] }: Intervention): string =>
  milestones.length === 0
    ? "none"
    : milestones.map(({ date, measure }) => `${monthWords(date)}: ${measure}`).join("; ");

/** "level 1, not measured". */
export const evidenceWords = ({ evidence }: Intervention): string =>
  evidence === undefined ? "not rated" : `level ${evidence.level}${evidence.unknown ? ", not measured" : ""}`;

/** "September 2018" from 2018-09; a date of another kind as it is. */
function monthWords(date: string): string {
  if (!/^\d{4}-\d\d/.test(date)) return date;
  const day = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  return day.toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
}
