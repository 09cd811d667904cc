import { countText } from "@cadre/charts";
import type { Intervention } from "cadre";
import { keepInAddress } from "./address.ts";
import { asSet } from "./bench/as-set.ts";
import { mechanismFilter } from "./bench/mechanism-filter.ts";
import { type BenchRow, benchRow } from "./bench/row.ts";
import { readChoices, writtenChoices } from "./bench/written.ts";
import { element } from "./element.ts";
import { foldedAway } from "./folded.ts";
import { type InputElement, withValue } from "./inputs/input.ts";
import type { CatalogueEntry, InterventionsOnOffer } from "./interventions-on-offer.ts";

/** What is on the bench, and for what run. */
export interface BenchOptions {
  /** The place as the catalogue names it. */
  readonly place: string;
  readonly offer: InterventionsOnOffer;
  /** Entries as the scenario has them that is started from, in place of those of the catalogue. */
  readonly start: readonly Intervention[];
  /** Ids that are ticked at first, as far as they are on offer. */
  readonly ticked: readonly string[];
  readonly years: { readonly first: number; readonly last: number };
}

/** An intervention that is ticked, as it is set, with the sources of its entry. */
export interface PickedIntervention {
  readonly intervention: Intervention;
  readonly sources: NonNullable<CatalogueEntry["sources"]>;
}

/** The bench, for `view`: its value is what is ticked, as it is set. */
export interface Bench extends InputElement<PickedIntervention[]> {
  /** Shows what all that is ticked comes to, in a line that stays in sight. */
  says(words: string): void;
  /** Shows what each makes of the gap by itself, in FTE by id. */
  tells(alone: (id: string) => number | undefined): void;
}

/**
 * Every intervention that a place can be run with, to tick, with what is known of it; of those ticked, what can be set.
 * Those that fit no staff of the place are listed below with the reason.
 */
export function interventionBench({ place, offer, start, ticked, years }: BenchOptions): Bench {
  const entries = offer.entries.map((entry): CatalogueEntry => {
    const given = start.find(({ id }) => id === entry.id);
    return given ? { ...given, ...(entry.sources && { sources: entry.sources }) } : entry;
  });
  const here = (entry: CatalogueEntry) => offer.planned.includes(entry.id) || (entry.places ?? []).includes(place);
  const atFirst = ticked.filter((id) => entries.some((entry) => entry.id === id));
  const row = (entry: CatalogueEntry) =>
    benchRow(entry, { years, planned: offer.planned.includes(entry.id), priced: offer.priced.includes(entry.id) });
  const [own, others] = [entries.filter(here), entries.filter((entry) => !here(entry))].map((those) => those.map(row));
  const rows: readonly BenchRow[] = [...(own ?? []), ...(others ?? [])];
  const filter = mechanismFilter(rows);
  const glance = element("p", { class: "at-a-glance" });
  const made = element(
    "div",
    { class: "bench", role: "group", "aria-label": "Interventions" },
    glance,
    filter.element,
    element("p", { class: "caption" }, explained(years.last)),
    element(
      "table",
      { role: "table", "aria-label": "Interventions" },
      heads(),
      ...part("Written for this place", own ?? []),
      ...part("Written for other places: check that they suit this one", others ?? []),
    ),
    misfitList(offer),
  );
  const picked = () => rows.filter((one) => one.ticked());
  const choices = () => new Map(picked().map((one) => [one.entry.id, one.settings()]));
  const take = (text: string | undefined) => {
    const wanted = readChoices(text, atFirst);
    for (const one of rows) one.set(wanted.get(one.entry.id));
    filter.apply();
  };
  take(undefined);
  made.addEventListener("input", filter.apply);
  keepInAddress("do", made, { written: () => writtenChoices(choices(), atFirst), take });
  const value = () =>
    picked().map(({ entry: { sources = {}, ...entry }, settings }) => ({
      intervention: asSet(entry, settings(), years.first),
      sources,
    }));
  return Object.assign(withValue(made, value), {
    says(words: string) {
      glance.textContent = words;
    },
    tells(alone: (id: string) => number | undefined) {
      for (const one of rows) one.tells(byItself(alone(one.entry.id)));
    },
  });
}

/** "−139", fewer short; "…" until it is known. */
function byItself(difference: number | undefined): string {
  if (difference === undefined) return "…";
  const rounded = Math.round(Math.abs(difference));
  return rounded === 0 ? "0" : `${difference < 0 ? "−" : "+"}${countText(rounded)}`;
}

const explained = (last: number): string =>
  `The last column is what each, as the catalogue has it, makes of the gap of ${last} by itself, in FTE: a minus sign is ` +
  "fewer short. Tick one to set when it starts, how far it reaches, how strongly it works and what it costs; of courses the " +
  "start is the calendar year, otherwise the year by its end.";

const HEADS = ["", "Intervention", "Works by", "Evidence", "Cost a year", "Gap, by itself"];

const heads = (): HTMLElement =>
  element(
    "thead",
    { role: "rowgroup" },
    element(
      "tr",
      { role: "row" },
      ...HEADS.map((head, i) =>
        head === ""
          ? element("td", { role: "cell" })
          : element("th", { scope: "col", role: "columnheader", class: i > 3 ? "number" : "words" }, head),
      ),
    ),
  );

function part(title: string, rows: readonly BenchRow[]): HTMLElement[] {
  if (rows.length === 0) return [];
  const head = element("th", { colspan: String(HEADS.length), scope: "rowgroup", role: "rowheader" }, title);
  return [
    element("tbody", { role: "rowgroup", class: "bench-part" }, element("tr", { role: "row" }, head)),
    ...rows.map(({ element }) => element),
  ];
}

function misfitList({ misfits }: InterventionsOnOffer): HTMLElement {
  const count = misfits.length;
  if (count === 0) return element("p", {}, "Everything in the catalogue can be run here.");
  const summary = `${count} further ${count === 1 ? "entry" : "entries"} of the catalogue would do nothing here, and why`;
  const items = misfits.map(({ title, reason }) => element("li", {}, `${title}: ${reason}.`));
  return foldedAway({ name: "misfits", summary }, element("ul", { class: "misfits" }, ...items));
}
