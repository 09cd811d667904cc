import { element } from "../element.ts";
import { tableBox } from "../table-box.ts";
import { type InputElement, inputWith } from "./input.ts";
import { type OptionWords, wordsOf } from "./options.ts";

/** What a table to pick from shows. */
export interface PickTableOptions<T> extends OptionWords<T> {
  /** Further columns: heading and the words of a row. Numbers stand to the right. */
  columns?: readonly { head: string; text: (row: T) => string; number?: boolean }[];
  /** Heading of the first column, the rows' names. */
  head: string;
  value?: readonly T[];
}

/**
 * Rows to pick any of, with a checkbox each, for `view`: its value is the rows that are ticked. All rows stand in the
 * page, so that a printed page is complete.
 */
export function table<T>(rows: readonly T[], how: PickTableOptions<T>): InputElement<T[]> {
  const { head, columns = [], value = [] } = how;
  const { format, key, says } = wordsOf(how);
  const boxes = rows.map((row) => element("input", { type: "checkbox", "aria-label": format(row) }));
  const all = element("input", { type: "checkbox", "aria-label": "All of them" });
  const ticked = () => rows.filter((_, i) => boxes[i]?.checked);
  const tick = (those: readonly T[]) => {
    boxes.forEach((box, i) => {
      box.checked = those.includes(rows[i] as T);
    });
    tellAll();
  };
  const tellAll = () => {
    const count = ticked().length;
    all.checked = count === rows.length;
    all.indeterminate = count > 0 && count < rows.length;
  };
  all.addEventListener("input", () => tick(all.checked ? rows : []));
  const side = ({ number = false }: { number?: boolean }) => ({ class: number ? "number" : "words" });
  const heads = [
    element("th", { scope: "col" }, all),
    element("th", { scope: "col" }, head),
    ...columns.map((column) => element("th", { scope: "col", ...side(column) }, column.head)),
  ];
  const lines = rows.map((row, i) => {
    const meaning = says(row);
    return element(
      "tr",
      {},
      element("td", {}, boxes[i] as HTMLElement),
      element("th", { scope: "row" }, format(row), ...(meaning ? [element("small", {}, meaning)] : [])),
      ...columns.map((column) => element("td", side(column), column.text(row))),
    );
  });
  const made = tableBox(how.label, heads, lines, { class: "picks" });
  made.addEventListener("input", tellAll);
  tick(value);
  const written = () => ticked().map(key).join(",");
  const first = written();
  return inputWith(how, {
    contents: [made],
    value: ticked,
    written: () => (written() === first ? undefined : written()),
    take(text) {
      const keys = (text ?? first).split(",");
      tick(rows.filter((row) => keys.includes(key(row))));
    },
  });
}
