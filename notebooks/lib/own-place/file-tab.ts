import { whole } from "@cadre/charts";
import type { StaffColumns, StaffProposal } from "@cadre/sources";
import { CadreError } from "cadre";
import { element } from "../element.ts";
import { askFile } from "./ask-file.ts";
import { dropZone } from "./drop-zone.ts";
import { withList } from "./from-list.ts";
import type { PlaceRecord } from "./record.ts";
import { type Confirmed, staffForm } from "./staff-form.ts";
import { staffResult } from "./staff-result.ts";

const KINDS: readonly (readonly [name: string, ending: string, holds: string])[] = [
  ["Staff list", ".csv, .xlsx", "One row a person or assignment: age or date of birth, hours, job, start, last day"],
  ["System file", ".yaml", "A place as cadre new writes it, with the tables (.csv) that it names"],
];

/** Files that are dropped or chosen, each read by a worker: what they are is found out, and what is open is asked. */
export function fileTab(record: PlaceRecord, example: string): { readonly element: HTMLElement } {
  const said = element("p", { role: "status" });
  const below = element("div");
  // What the columns of a list mean, kept from last year.
  let columns: StaffColumns | undefined;

  const take = async (files: readonly File[]): Promise<void> => {
    below.replaceChildren();
    const opened: string[] = [];
    let { text, file, tables } = record.value;
    try {
      for (const one of files) {
        said.textContent = `Reading ${one.name} …`;
        const look = await askFile("look", one, undefined);
        opened.push(one.name);
        if (look.kind === "system") [text, file] = [look.text, one.name];
        else if (look.kind === "table") tables = { ...tables, [one.name]: look.text };
        else if (look.kind === "columns") columns = look.columns;
        else askAbout(one, { ...look.proposal, columns: columns ?? look.proposal.columns });
      }
      said.textContent = `Opened: ${opened.join(", ")}.`;
      record.replace({ text, file, tables });
    } catch (error) {
      tell(error);
    }
  };
  const askAbout = (file: File, proposal: StaffProposal) =>
    below.replaceChildren(staffForm(proposal, file.name, (given) => void count(file, given)));
  const count = async (file: File, given: Confirmed): Promise<void> => {
    try {
      const place = String(record.valueAt(["place"]) ?? "Your place");
      const found = await askFile("staff", file, { ...given, place }, (done, of) => {
        said.textContent = `Reading row ${whole(done)} of ${whole(of)} …`;
      });
      columns = given.columns;
      said.textContent = `Read: ${file.name}.`;
      below.replaceChildren(staffResult(found, file.name));
      record.replace({ ...record.value, text: withList(record, found.text) });
    } catch (error) {
      tell(error);
    }
  };
  const tell = (error: unknown): void => {
    said.textContent = "";
    below.prepend(fault(error));
  };
  const invented = element("button", { type: "button" }, "See an invented place");
  invented.addEventListener("click", () => {
    below.replaceChildren();
    said.textContent = "Westshire is invented: two groups of staff, and people by age.";
    record.replace({ text: example, file: "system.yaml", tables: {} });
  });
  const kinds = KINDS.map(([name, ending, holds]) =>
    element("li", {}, element("b", {}, name), ` ${ending}`, element("span", {}, holds)),
  );
  const zone = dropZone(".yaml,.yml,.json,.csv,.xlsx", (files) => void take(files));
  const list = element("ul", { class: "kinds" }, ...kinds);
  return { element: element("div", {}, zone, said, below, list, element("p", { class: "buttons" }, invented)) };
}

/** What is wrong with a file, with its place in it, the rule and what to do. */
function fault(error: unknown): HTMLElement {
  if (!(error instanceof CadreError))
    return element("p", { class: "problems", role: "alert" }, error instanceof Error ? error.message : String(error));
  const { cell, line, summary, value, rule, fix, didYouMean } = error;
  const where = cell ?? (line === undefined ? undefined : `Line ${line}`);
  const words = [value && `It is: ${value}.`, rule, didYouMean && `Did you mean “${didYouMean}”?`, fix];
  return element(
    "div",
    { class: "problems", role: "alert" },
    element("p", {}, element("strong", {}, [where, summary].filter(Boolean).join(": "))),
    element("p", {}, words.filter(Boolean).join(" ")),
  );
}
