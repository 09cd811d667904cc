import { element } from "../element.ts";
import { mechanismWords } from "./mechanism-words.ts";
import type { BenchRow } from "./row.ts";

const EVERY = "every";
const TICKED = "ticked";

/** A choice of which rows are shown; what is ticked stays in sight, and all is printed. */
export function mechanismFilter(rows: readonly BenchRow[]): { element: HTMLElement; apply(): void } {
  const of = ({ entry }: BenchRow) => mechanismWords(entry.mechanism);
  const kinds = [...new Set(rows.map(of))].sort();
  const option = (value: string, words: string) => element("option", { value }, words);
  const list = element(
    "select",
    {},
    option(EVERY, `every way of working (${rows.length})`),
    option(TICKED, "only what is ticked"),
    ...kinds.map((kind) => option(kind, `${kind} (${rows.filter((row) => of(row) === kind).length})`)),
  );
  const apply = () => {
    for (const row of rows) row.element.hidden = list.value !== EVERY && of(row) !== list.value && !row.ticked();
  };
  list.addEventListener("input", (event) => {
    // What is shown sets nothing.
    event.stopPropagation();
    apply();
  });
  return { element: element("p", { class: "bench-filter" }, element("label", {}, "Show ", list)), apply };
}
