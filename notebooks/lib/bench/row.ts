import { countText } from "@cadre/charts";
import type { Intervention } from "cadre";
import { evidenceWords } from "../action-table.ts";
import { element } from "../element.ts";
import { foldedAway } from "../folded.ts";
import type { CatalogueEntry } from "../interventions-on-offer.ts";
import { fieldsOf } from "./fields.ts";
import { mechanismWords } from "./mechanism-words.ts";
import type { Settings } from "./settings.ts";

/** One intervention to tick, and what is set of it. */
export interface BenchRow {
  readonly entry: CatalogueEntry;
  readonly element: HTMLElement;
  ticked(): boolean;
  settings(): Settings;
  /** Ticks it, set like this; undefined unticks it. */
  set(settings: Settings | undefined): void;
  /** Shows what it does by itself. */
  tells(words: string): void;
}

let rows = 0;

/** A row of the bench, which opens to its settings once it is ticked. */
export function benchRow(
  entry: CatalogueEntry,
  { years, planned, priced }: { years: { first: number; last: number }; planned: boolean; priced: boolean },
): BenchRow {
  rows += 1;
  const box = element("input", { type: "checkbox", id: `bench-${rows}` });
  const fields = fieldsOf(entry, years);
  const alone = cell("Gap, by itself", "…", "number");
  const settings = element(
    "tr",
    { role: "row", class: "bench-settings" },
    element("td", { role: "cell" }),
    element("td", { role: "cell", colspan: "5" }, fields.element),
  );
  const made = element(
    "tbody",
    { role: "rowgroup" },
    element(
      "tr",
      { role: "row" },
      element("td", { role: "cell", class: "tick-cell" }, box),
      element(
        "th",
        { scope: "row", role: "rowheader" },
        element("label", { for: box.id }, entry.title),
        ...(planned ? [element("small", {}, "In the plan")] : []),
        foldedAway({ name: `finding-${entry.id}`, summary: "What is known" }, ...known(entry)),
      ),
      cell("Works by", mechanismWords(entry.mechanism)),
      cell("Evidence", evidenceWords(entry)),
      cell("Cost a year", costWords(entry, priced), "number"),
      alone,
    ),
    settings,
  );
  const show = () => {
    settings.hidden = !box.checked;
    made.classList.toggle("ticked", box.checked);
  };
  box.addEventListener("input", show);
  show();
  return {
    entry,
    element: made,
    ticked: () => box.checked,
    settings: fields.settings,
    set(given) {
      box.checked = given !== undefined;
      fields.set(given ?? {});
      show();
    },
    tells(words) {
      alone.textContent = words;
    },
  };
}

const cell = (head: string, text: string, kind = "words"): HTMLElement =>
  element("td", { role: "cell", class: kind, "data-head": head }, text);

function costWords({ cost }: Intervention, priced: boolean): string {
  if (cost?.perYear === undefined && cost?.once === undefined) return priced ? "that of the course" : "not stated";
  const yearly = cost.perYear === undefined ? [] : [`£${countText(cost.perYear)}`];
  return [...yearly, ...(cost.once === undefined ? [] : [`£${countText(cost.once)} once`])].join(", ");
}

/** Finding, source and what else the entry says, a paragraph each. */
function known({ evidence, note, cost, sources, lead }: CatalogueEntry): HTMLElement[] {
  const source = evidence?.source && (sources?.[evidence.source]?.title ?? evidence.source);
  return [
    evidence?.finding,
    source && `Source: ${source}${evidence?.at ? `, ${evidence.at}` : ""}.`,
    lead && `Lead: ${lead}.`,
    cost?.note,
    note,
  ].flatMap((words) => (words ? [element("p", {}, words)] : []));
}
