import type { Ensemble, Result, Scenario } from "cadre";
import { columnsCsv } from "cadre/tables";
import { addressNow, setBack } from "./address.ts";
import { saveBoardPack } from "./board-pack.ts";
import { element } from "./element.ts";
import { fileName, saveFile } from "./save-file.ts";

/** What can be taken away from a page as it is set. */
export interface TakeAwayParts {
  /** The scenario that was set here, as the command would read it. */
  readonly scenario?: Scenario;
  /** The scenario it is compared with, where that was set here too. */
  readonly against?: Scenario;
  /** Results, the first of them what the others are compared with. */
  readonly results: readonly Result[];
  /** Draws of the first result's scenario and of the one that was set here: a board pack then says how sure it is. */
  readonly ensembles?: readonly Ensemble[];
}

const PACKS = { pptx: "Board pack (PPTX)", xlsx: "Board pack (XLSX)" } as const;

/** The bar, told first what was run and, once they are there, the draws of it. */
export interface TakeAway extends HTMLElement {
  holds(takings: TakeAwayParts | Pick<TakeAwayParts, "ensembles">): void;
}

/** A link to the page as it is set, and what it holds, in a sentence. */
export interface PageLink {
  readonly address: string;
  readonly says: string;
}

const pageAsSet = (): PageLink => ({ address: addressNow(), says: "It opens this page as it is set now." });

/**
 * Buttons to take away what the page holds: display it once, and let later cells say what it holds. A page whose link holds
 * more than what is set gives its own.
 */
export function takeAway(linkOf: () => PageLink | Promise<PageLink> = pageAsSet): TakeAway {
  let takings: TakeAwayParts = { results: [] };
  const said = element("span", { role: "status" });
  const link = element("input", { type: "text", readonly: "", "aria-label": "Link to this page as it is set" });
  link.hidden = true;
  const button = (label: string, act: () => void | Promise<void>) => {
    const made = element("button", { type: "button" }, label);
    made.addEventListener("click", () => void act());
    return made;
  };
  const save = async (scenario?: Scenario) => {
    if (!scenario) return;
    const { scenarioText } = await import("./scenario-file.ts");
    saveFile(`${fileName(scenario.id ?? "scenario")}.yaml`, scenarioText(scenario), "application/yaml");
  };
  const saveScenario = button("Save the scenario (YAML)", () => save(takings.scenario));
  const saveAgainst = button("Save what it is compared with (YAML)", () => save(takings.against));
  const packed = async (kind: "pptx" | "xlsx") => {
    said.textContent = "Making the board pack …";
    try {
      await saveBoardPack(kind, takings.results, takings.ensembles);
      said.textContent = "The board pack is among your downloads.";
    } catch (error) {
      said.textContent = `The board pack could not be made: ${error instanceof Error ? error.message : error}`;
    }
  };
  const bar = element(
    "div",
    { class: "take-away", role: "group", "aria-label": "To take away" },
    button("Copy link", async () => {
      const { address, says } = await linkOf();
      link.value = address;
      try {
        await navigator.clipboard.writeText(address);
        said.textContent = `Copied. ${says}`;
      } catch {
        // A browser may keep the clipboard from pages that came without encryption.
        link.hidden = false;
        link.select();
        said.textContent = `${says} Copy this link:`;
      }
    }),
    saveScenario,
    saveAgainst,
    button("Save the numbers (CSV)", () => saveFile(`${nameOf(takings)}.csv`, numbers(takings.results), "text/csv")),
    ...(["pptx", "xlsx"] as const).map((kind) => button(PACKS[kind], () => packed(kind))),
    button("Print", () => print()),
    button("Set everything back", setBack),
    said,
    link,
  );
  const holds: TakeAway["holds"] = (next) => {
    // Draws of what was set before say nothing of what is set now.
    takings = "results" in next ? next : { ...takings, ...next };
    saveScenario.hidden = takings.scenario === undefined;
    saveAgainst.hidden = takings.against === undefined;
    for (const one of bar.querySelectorAll("button")) one.disabled = takings.results.length === 0;
  };
  holds(takings);
  return Object.assign(bar, { holds });
}

const nameOf = ({ results: [first] }: TakeAwayParts): string => `${first?.system.id ?? "cadre"}-numbers`;

/** All numbers of all results, by the columns that `cadre run` writes. */
const numbers = (results: readonly Result[]): string => columnsCsv(results.map((result) => result.rows()));
