import type { StaffColumns } from "@cadre/sources";
import { element } from "../element.ts";
import type { Texts } from "../work/texts.ts";
import { askFile } from "./ask-file.ts";
import { dropZone } from "./drop-zone.ts";
import { type ReadingMessages, takeDropped } from "./dropped.ts";
import { fileFault } from "./file-fault.ts";
import type { PlaceRecord } from "./record.ts";

const KINDS: readonly (readonly [name: string, ending: string, holds: string])[] = [
  ["Staff list", ".csv, .xlsx", "One row a person or assignment: age or date of birth, hours, job, start, last day"],
  ["Workbook", ".xlsx", "A place as cadre new --to writes it, filled in"],
  ["Population", ".csv, .xlsx", "People by age and year, as the ONS publishes it; females and males together"],
  ["System file", ".yaml", "A place as cadre new writes it, with the tables (.csv) that it names"],
];

/** Files that are dropped or chosen, each read by a worker: what they are is found out, and what is open is asked. */
export function fileTab(record: PlaceRecord, texts: Texts, example: string): { readonly element: HTMLElement } {
  const said = element("p", { role: "status" });
  const below = element("div");
  const list = element(
    "ul",
    { class: "kinds" },
    ...KINDS.map(([name, ending, holds]) =>
      element("li", {}, element("b", {}, name), ` ${ending}`, element("span", {}, holds)),
    ),
  );
  const telling: ReadingMessages = {
    says: (words) => {
      said.textContent = words;
    },
    shows: (...contents) => {
      below.replaceChildren(...contents);
      list.hidden = contents.length > 0;
    },
    fails: (error) => {
      said.textContent = "";
      for (const old of below.querySelectorAll(".problems")) old.remove();
      below.prepend(fileFault(error));
    },
  };
  // What the columns of a list mean, for the list of the next year.
  const kept: { columns?: StaffColumns } = {};
  const take = async (files: readonly File[]): Promise<void> => {
    telling.shows();
    try {
      const found = [];
      for (const file of files) {
        telling.says(`Reading ${file.name} …`);
        found.push({ file, look: await askFile("look", file, { ...record.value.tables, ...texts }) });
      }
      telling.says(`Opened: ${files.map(({ name }) => name).join(", ")}.`);
      takeDropped(record, found, kept, telling);
    } catch (error) {
      telling.fails(error);
    }
  };
  const invented = element("button", { type: "button" }, "See an invented place");
  invented.addEventListener("click", () => {
    telling.shows();
    telling.says("Westshire is invented: two groups of staff, and people by age.");
    record.replace({ text: example, file: "system.yaml", tables: {} });
  });
  const zone = dropZone(".yaml,.yml,.json,.csv,.xlsx", (files) => void take(files));
  return { element: element("div", {}, zone, said, below, list, element("p", { class: "buttons" }, invented)) };
}
