import type { Table } from "@cadre/charts";
import { element } from "./element.ts";

/** A table of numbers with row and column heads, in a box that scrolls by itself where the page is too narrow. */
export function numberTable({ caption, columns, rows }: Table): HTMLElement {
  const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column)));
  const body = rows.map(([first = "", ...others]) =>
    element("tr", {}, element("th", { scope: "row" }, first), ...others.map((cell) => element("td", {}, cell))),
  );
  return element(
    "div",
    { class: "numbers" },
    // Outside the scrolling box, so that a wide table does not carry its caption off a narrow screen.
    element("p", { class: "caption" }, caption),
    element(
      "div",
      { class: "scroll", role: "region", tabindex: "0", "aria-label": caption },
      element("table", { "aria-label": caption }, element("thead", {}, head), element("tbody", {}, ...body)),
    ),
  );
}
