import { whole } from "@cadre/charts";
import { element } from "./element.ts";

/** A line that says how far draws are, and nothing when all are there. */
export function progressLine(): HTMLElement & { tell(done: number, of: number): void } {
  const made = element("p", { class: "going" });
  const tell = (done: number, of: number) => {
    made.textContent = done < of ? `${whole(done)} of ${whole(of)} draws …` : "";
  };
  return Object.assign(made, { tell });
}
