import { countText } from "@cadre/charts";
import type { StaffColumns } from "@cadre/sources";
import { element } from "../element.ts";
import { askFile } from "./ask-file.ts";
import { withList } from "./from-list.ts";
import type { FileLook } from "./import-tasks.ts";
import { peopleForm } from "./people-form.ts";
import type { PlaceRecord } from "./record.ts";
import { staffForm } from "./staff-form.ts";
import { staffResult } from "./staff-result.ts";

/** What somebody is told while a file is read, and what is asked about it. */
export interface ReadingMessages {
  says(words: string): void;
  shows(...contents: readonly Node[]): void;
  fails(error: unknown): void;
}

type Found = { readonly file: File; readonly look: FileLook };
type Of<Kind extends FileLook["kind"]> = Extract<FileLook, { kind: Kind }>;
const of = <Kind extends FileLook["kind"]>(found: readonly Found[], kind: Kind) =>
  found.flatMap(({ file, look }) => (look.kind === kind ? [{ file, look: look as Of<Kind> }] : []));

/** Takes the files of one drop into the record: at once where nothing is open, otherwise when it was asked. */
export function takeDropped(
  record: PlaceRecord,
  found: readonly Found[],
  kept: { columns?: StaffColumns },
  telling: ReadingMessages,
) {
  let { text, file, tables } = record.value;
  for (const { file: one, look } of found) {
    if (look.kind === "system") [text, file] = [look.text, one.name];
    if (look.kind === "table") tables = { ...tables, [one.name]: look.text };
    if (look.kind === "columns") kept.columns = look.columns;
    if (look.kind === "place") [text, file] = [look.text, "system.yaml"];
  }
  record.replace({ text, file, tables });
  const [list] = of(found, "staff");
  const people = of(found, "population");
  const [place] = of(found, "place");
  if (list) askAboutList(record, list, kept, telling);
  else if (people.length > 0) askAboutPeople(record, people, telling);
  else if (place && place.look.scenarios.length > 0)
    telling.shows(
      element(
        "p",
        {},
        `Its ${place.look.scenarios.length} scenarios are not used: this page shows what happens if nothing changes.`,
      ),
    );
}

function askAboutList(
  record: PlaceRecord,
  { file, look }: { file: File; look: Of<"staff"> },
  kept: { columns?: StaffColumns },
  telling: ReadingMessages,
) {
  const proposal = { ...look.proposal, columns: kept.columns ?? look.proposal.columns };
  telling.shows(
    staffForm(proposal, file.name, async (given) => {
      try {
        const place = String(record.valueAt(["place"]) ?? "Your place");
        const found = await askFile("staff", file, { ...given, place }, (done, of) =>
          telling.says(`Reading row ${countText(done)} of ${countText(of)} …`),
        );
        kept.columns = given.columns;
        telling.says(`Read: ${file.name}.`);
        telling.shows(staffResult(found, file.name));
        record.replace({ ...record.value, text: withList(record, found.text) });
      } catch (error) {
        telling.fails(error);
      }
    }),
  );
}

/** The table of people that the text names, once it is made. */
const TABLE = "people.csv";
const SOURCE = "people";

function askAboutPeople(
  record: PlaceRecord,
  files: readonly { file: File; look: Of<"population"> }[],
  telling: ReadingMessages,
) {
  const [first, ...others] = files;
  if (first === undefined) return;
  const { areas, years } = first.look;
  telling.shows(
    peopleForm(areas, years, String(record.valueAt(["place"])), async (chosen) => {
      try {
        const place = chosen.join(" and ");
        const found = await askFile("people", first.file, {
          others: others.map(({ file }) => file),
          areas: chosen,
          place,
        });
        const edits = [
          { path: ["place"], to: place },
          { path: ["sources", SOURCE], to: { ...found.source } },
          { path: ["population"], to: { table: TABLE, source: SOURCE, date: "06-30" } },
        ];
        telling.says(`The people of ${place} are on the page now.`);
        telling.shows(element("ul", { class: "notes" }, ...found.notes.map((note) => element("li", {}, note))));
        record.replace({
          ...record.value,
          tables: { ...record.value.tables, [TABLE]: found.table },
          text: record.textWith(edits),
        });
      } catch (error) {
        telling.fails(error);
      }
    }),
  );
}
