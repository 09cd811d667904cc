import { element } from "../element.ts";
import { wordField } from "./choice-field.ts";
import { type EntryKind, entryPicker } from "./entry-picker.ts";
import type { Field } from "./field.ts";
import { peopleChoice, peopleFields } from "./people-fields.ts";
import { poolFields } from "./pool-fields.ts";
import { newDemand, newPool } from "./pool-text.ts";
import type { PlaceRecord } from "./record.ts";

/** The form that the page begins with: a handful of numbers of the place, of one group of staff at a time, and of its people. */
export function numbersForm(record: PlaceRecord, places: readonly string[]) {
  const groups = entryPicker(record, groupsOf(record), () => refresh());
  const top = [
    wordField(record, { label: "Your place", hint: "A title for the answer", path: () => ["title"] }),
    peopleChoice(record, places),
  ];
  const staff = poolFields(record, () => groups.shown() ?? "staff");
  const people = peoplePart(record);
  const count = counter();
  const all = () => [...top, ...staff, ...people.fields()];
  function refresh(): void {
    groups.refresh();
    people.refresh();
    for (const field of all()) field.refresh();
    count.refresh(all().flatMap((field) => field.given() ?? []));
  }
  refresh();
  const form = element(
    "div",
    {},
    element("div", { class: "duo" }, ...elementsOf(top)),
    element(
      "fieldset",
      {},
      element("legend", {}, "Your staff"),
      groups.choose,
      element("div", { class: "duo" }, ...elementsOf(staff)),
      groups.acts,
    ),
    people.element,
    count.element,
  );
  return { element: form, refresh, fields: all };
}

const groupsOf = (record: PlaceRecord): EntryKind => ({
  root: "pools",
  label: "Which staff",
  add: "Add a group of staff",
  least: 1,
  name: "group",
  made: (id, title, shown) => {
    const sector = String(record.valueAt(["pools", shown ?? "", "sector"]) ?? "social-care");
    return [
      { path: ["pools", id], to: newPool(title, sector) },
      { path: ["demand", id], to: newDemand(sector) },
    ];
  },
  gone: (id) => [
    { path: ["pools", id], to: undefined },
    { path: ["demand", id], to: undefined },
  ],
});

const elementsOf = (fields: readonly Field[]) => fields.map((field) => field.element);

/** The people by age, where they are not those of a table: as many fields as the record has years and bands. */
function peoplePart(record: PlaceRecord) {
  const part = element("fieldset");
  let fields: Field[] = [];
  let shown = "";
  const refresh = (): void => {
    const years = record.keysAt(["population", "people"]);
    const keys = JSON.stringify(years.map((year) => [year, record.keysAt(["population", "people", year])]));
    if (keys === shown) return;
    shown = keys;
    fields = peopleFields(record);
    part.replaceChildren(element("legend", {}, "Your people"), element("div", { class: "duo" }, ...elementsOf(fields)));
    part.hidden = fields.length === 0;
  };
  return { element: part, refresh, fields: () => fields };
}

/** How many of the numbers are the reader's own. */
function counter() {
  const mine = element("span");
  const bar = element("span", { class: "mine-bar", "aria-hidden": "true" });
  const refresh = (numbers: readonly boolean[]): void => {
    const own = numbers.filter((given) => given).length;
    const all = own === numbers.length;
    mine.textContent = all
      ? `All ${own} numbers are yours.`
      : `${own} of ${numbers.length} numbers are yours. The rest are assumed.`;
    bar.replaceChildren(...numbers.map((_, i) => element("i", i < own ? { class: "on" } : {})));
  };
  return { element: element("p", { class: "mine" }, bar, mine), refresh };
}
