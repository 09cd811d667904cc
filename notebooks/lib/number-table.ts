import type { Table } from "@cadre/charts";
import { element } from "./element.ts";
import { captionedTable, columnHead } from "./table-box.ts";

/** A table of numbers with row and column heads, in a box that scrolls by itself where the page is too narrow. */
export function numberTable({ caption, columns, rows }: Table): HTMLElement {
  const head = columns.map((column) => columnHead(column));
  const body = rows.map(([first = "", ...others]) =>
    element("tr", {}, element("th", { scope: "row" }, first), ...others.map((cell) => element("td", {}, cell))),
  );
  return captionedTable(caption, head, body);
}
