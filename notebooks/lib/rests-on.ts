import type { Result } from "cadre";
import { howTested } from "cadre/backtest";
import { assumptionTable } from "./assumption-table.ts";
import { element } from "./element.ts";
import { foldedAway } from "./folded.ts";
import { sourceList } from "./source-list.ts";
import { warningList } from "./warning-list.ts";

/**
 * What a result rests on: what its run warns of and, one click away, words of the notebook's own, the sources, and every
 * assumption.
 */
export function restsOn(result: Result, ...words: readonly (Node | string)[]): HTMLElement {
  const sources = foldedAway(
    { name: "rests-on", summary: "Sources and assumptions" },
    ...words.map((one) => (typeof one === "string" ? element("p", {}, one) : one)),
    element("p", {}, howTested(result.system)),
    element("h3", {}, "Sources"),
    sourceList(result),
    element("h3", {}, "Assumptions"),
    assumptionTable(result),
  );
  return element("div", {}, ...warningList("rests-on-warnings", result.warnings), sources);
}
