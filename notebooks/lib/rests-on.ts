import type { Result } from "cadre";
import { howTested } from "cadre/backtest";
import { assumptionTable } from "./assumption-table.ts";
import { element } from "./element.ts";
import { folded } from "./folded.ts";
import { sourceList } from "./source-list.ts";

/** What a result rests on, one click away: words of the notebook's own, the sources, and every assumption. */
export function restsOn(result: Result, ...words: readonly (Node | string)[]): HTMLElement {
  return folded(
    { name: "rests-on", summary: "Sources and assumptions" },
    ...words.map((one) => (typeof one === "string" ? element("p", {}, one) : one)),
    element("p", {}, howTested(result.system)),
    ...result.warnings.map((warning) => element("p", { class: "warning" }, `Warning of the run: ${warning}`)),
    element("h3", {}, "Sources"),
    sourceList(result),
    element("h3", {}, "Assumptions"),
    assumptionTable(result),
  );
}
