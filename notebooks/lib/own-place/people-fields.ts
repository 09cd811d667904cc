import { choiceField } from "./choice-field.ts";
import type { Field } from "./field.ts";
import { numberField } from "./number-field.ts";
import { byAge, fromTable, TABLE } from "./populations.ts";
import type { PlaceRecord } from "./record.ts";

const OWN = "(by age)";

/** Whose people they are: those of a place that comes with Cadre, or one's own by age. */
export function peopleChoice(record: PlaceRecord, places: readonly string[]): Field {
  const chosen = (): string => {
    if (record.at(["population", "people"]) !== undefined) return OWN;
    const table = record.valueAt(["population", "table"]);
    if (table === undefined) return "";
    return table === TABLE ? String(record.valueAt(["place"])) : String(table);
  };
  return choiceField(record, {
    label: "Its people",
    hint: "Whom the staff are for",
    path: () => ["population"],
    chosen,
    options: () => [...places.map((place) => [place, `As in ${place}`] as const), [OWN, "My own numbers, by age"]],
    says: (value) =>
      value === OWN
        ? "From a projection; see below"
        : `${record.isAssumed(["population"]) ? "Assumed" : "ONS projection of 2018"}`,
    edits: (value) => (value === OWN ? byAge(record) : fromTable(record, value)),
  });
}

/** A field for the people of each band in each year; none where they come out of a table. */
export function peopleFields(record: PlaceRecord): Field[] {
  return record.keysAt(["population", "people"]).flatMap((year) =>
    record.keysAt(["population", "people", year]).map((band) =>
      numberField(record, {
        label: `Aged ${band}, ${year}`,
        hint: "At mid-year",
        form: "people",
        path: () => ["population", "people", year, band],
        marked: () => ["population"],
      }),
    ),
  );
}
