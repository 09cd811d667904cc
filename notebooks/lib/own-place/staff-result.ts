import { countText } from "@cadre/charts";
import { element } from "../element.ts";
import { numberTable } from "../number-table.ts";
import { saveFile } from "../save-file.ts";
import type { StaffFound } from "./import-tasks.ts";

const percent = (rate: number | undefined): string => (rate === undefined ? "–" : `${(rate * 100).toFixed(1)}%`);
const rows = (count: number): string => (count === 1 ? "1 row" : `${countText(count)} rows`);

/** What a list came to, in counts of several people: the groups, what could not be used, and files to take away. */
export function staffResult(found: StaffFound, name: string): HTMLElement {
  const { rows: read, pools, bad, badCounts, notes, files } = found;
  return element(
    "div",
    { class: "staff-result" },
    element(
      "p",
      {},
      element(
        "strong",
        {},
        `${rows(read.read)} of ${name} read, ${countText(read.used)} used, ${countText(read.leftOut)} left out.`,
      ),
      " These numbers are on the page now. Counts below 5 are put together with others.",
    ),
    numberTable({
      caption: "Groups of staff of the list",
      columns: ["Group", "People", "FTE", "Left", "A year", "95% interval"],
      rows: pools.map(({ title, people, fte, leavers, rate, low, high }) => [
        title,
        countText(people),
        countText(fte),
        leavers === undefined ? "few" : countText(leavers),
        percent(rate),
        low === undefined ? "–" : `${percent(low)} to ${percent(high)}`,
      ]),
    }),
    ...badRows(bad, badCounts, read.leftOut),
    element("ul", { class: "notes" }, ...notes.map((note) => element("li", {}, note))),
    element(
      "p",
      { class: "buttons" },
      button("What its columns mean, for next year", "staff-columns.yaml", files.columns),
      button("All counts (CSV)", "staff-list.csv", files.counts),
      ...(read.leftOut > 0 ? [button("Rows left out (CSV)", "rows-left-out.csv", files.left)] : []),
    ),
  );
}

/** Rows that could not be used, by line and column; none of the words of the list is repeated. */
function badRows(bad: StaffFound["bad"], counts: StaffFound["badCounts"], all: number): Node[] {
  if (bad.length === 0) return [];
  const first = bad.length < all ? `, the first ${bad.length}` : "";
  return [
    element(
      "details",
      {},
      element("summary", {}, `${rows(all)} left out: correct them in the list if they are many`),
      element("ul", {}, ...counts.map(({ what, count }) => element("li", {}, `${rows(count)}: ${what}`))),
      numberTable({
        caption: `Where they stand${first}`,
        columns: ["Line", "Column", "What is wrong"],
        rows: bad.map(({ line, column, what }) => [String(line), column, what]),
      }),
    ),
  ];
}

function button(words: string, file: string, content: string): HTMLElement {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", () =>
    saveFile(file, content, file.endsWith(".csv") ? "text/csv" : "application/yaml"),
  );
  return made;
}
