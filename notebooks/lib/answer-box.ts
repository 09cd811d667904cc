import { element } from "./element.ts";

/** A place for words that change with the sliders, which a screen reader then reads out. */
export interface AnswerBox extends HTMLElement {
  says(words: Node): void;
}

/** A paragraph for an answer that changes: display it once, and let a later cell fill it. */
export function answerBox(): AnswerBox {
  const made = element("div", { class: "answer", "aria-live": "polite" });
  return Object.assign(made, { says: (words: Node) => made.replaceChildren(words) });
}

/** A place whose contents change without being read out, such as tables and pictures. */
export function contentBox(): HTMLElement & { holds(...contents: readonly Node[]): void } {
  const made = element("div");
  return Object.assign(made, { holds: (...contents: readonly Node[]) => made.replaceChildren(...contents) });
}
