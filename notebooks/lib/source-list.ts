import { sourceLine } from "@cadre/charts";
import type { Result } from "cadre";
import { element } from "./element.ts";

/** The sources of a result as a list, each as a chart names it: title, publisher and date. */
export function sourceList({ sources }: Pick<Result, "sources">): HTMLElement {
  const items = sources.map((source) =>
    element("li", {}, sourceLine({ sources: [source] }).replace(/^Source: (.*)\.$/, "$1")),
  );
  return element("ul", { class: "sources" }, ...items);
}
