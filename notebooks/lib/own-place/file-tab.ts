import { element } from "../element.ts";
import { dropZone } from "./drop-zone.ts";
import type { PlaceRecord } from "./record.ts";

const KINDS: readonly (readonly [name: string, ending: string, holds: string])[] = [
  ["System file", ".yaml, .json", "A place as `cadre new` writes it, with the tables (.csv) that it names"],
];

/** Files that are dropped or chosen: a system file takes the place of the record, a table is kept for it. */
export function fileTab(record: PlaceRecord, example: string): { readonly element: HTMLElement } {
  const said = element("div", { role: "status" });
  const take = async (files: readonly File[]): Promise<void> => {
    let { text, file, tables } = record.value;
    for (const one of files) {
      const content = await one.text();
      if (/^\s*"?pools"?\s*:/m.test(content)) [text, file] = [content, one.name];
      else tables = { ...tables, [one.name]: content };
    }
    said.textContent = `Opened: ${files.map(({ name }) => name).join(", ")}.`;
    record.replace({ text, file, tables });
  };
  const invented = element("button", { type: "button" }, "See an invented place");
  invented.addEventListener("click", () => {
    said.textContent = "Westshire is invented: two groups of staff, and people by age.";
    record.replace({ text: example, file: "system.yaml", tables: {} });
  });
  const kinds = KINDS.map(([name, ending, holds]) =>
    element("li", {}, element("b", {}, name), ` ${ending}`, element("span", {}, holds)),
  );
  return {
    element: element(
      "div",
      {},
      dropZone(".yaml,.yml,.json,.csv,.xlsx", (files) => void take(files)),
      element("ul", { class: "kinds" }, ...kinds),
      said,
      element("p", { class: "buttons" }, invented),
    ),
  };
}
