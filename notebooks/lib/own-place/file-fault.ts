import { CadreError } from "cadre";
import { element } from "../element.ts";

/** What is wrong with a file, with its place in it, the rule and what to do. */
export function fileFault(error: unknown): HTMLElement {
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
