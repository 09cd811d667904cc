import { keepInAddress } from "../address.ts";
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
  list.addEventListener("input", apply);
  // What is shown sets nothing: the bench is not to hear of it.
  const whole = element("p", { class: "bench-filter" }, element("label", {}, "Show ", list));
  whole.addEventListener("input", (event) => event.stopPropagation());
  keepInAddress("show", whole, {
    written: () => (list.selectedIndex > 0 ? list.value : undefined),
    take(text) {
      const options = [...list.options].map(({ value }) => value);
      list.selectedIndex = Math.max(0, options.indexOf(text ?? EVERY));
      apply();
    },
  });
  return { element: whole, apply };
}
