import { countText } from "@cadre/charts";
import { element } from "./element.ts";

/** A search that goes on: how far it is told, and how its end is. */
export interface SearchShown {
  /** Aborted when the reader has had enough. */
  readonly enough: AbortSignal;
  tell(runs: number): void;
  ends(): void;
}

/** A line for a search, with a button that ends it. */
export interface SearchLine extends HTMLElement {
  begins(): SearchShown;
}

/** A line that says how many plans were tried, with a button to end the search with the best so far; empty when none goes on. */
export function searchLine(what: string): SearchLine {
  const made = element("p", { class: "going", role: "group", "aria-label": what });
  return Object.assign(made, {
    begins(): SearchShown {
      const stop = new AbortController();
      const said = element("span", {}, `${what} …`);
      const button = element("button", { type: "button" }, "Stop, and take the best so far");
      button.addEventListener("click", () => {
        stop.abort();
        button.disabled = true;
      });
      made.replaceChildren(said, " ", button);
      return {
        enough: stop.signal,
        tell(runs) {
          said.textContent = `${what}: ${countText(runs)} runs of the model …`;
        },
        ends() {
          // Another search may have begun in its place.
          if (said.isConnected) made.replaceChildren();
        },
      };
    },
  });
}
