import { countText } from "@cadre/charts";
import { element } from "./element.ts";

/** A line of the page that says how far draws are. */
export interface ProgressLine extends HTMLElement {
  tell(done: number, of: number): void;
}

/** A line that says how far draws are, and nothing when all are there. */
export function progressLine(): ProgressLine {
  const made = element("p", { class: "going" });
  const tell = (done: number, of: number) => {
    made.textContent = done < of ? `${countText(done)} of ${countText(of)} draws …` : "";
  };
  return Object.assign(made, { tell });
}
