import { element } from "./element.ts";

type Contents = [head: readonly HTMLElement[], body: readonly HTMLElement[], style?: { readonly class?: string }];

/** A table in a box that scrolls by itself where the page is too narrow; `name` is what a screen reader calls both. */
export function tableBox(name: string, ...[head, body, style = {}]: Contents): HTMLElement {
  return element(
    "div",
    { class: "scroll", role: "region", tabindex: "0", "aria-label": name },
    element(
      "table",
      { ...style, "aria-label": name },
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...body),
    ),
  );
}

/** A table box under its caption, which stays in view when a wide table is scrolled. */
export const captionedTable = (caption: string, ...[head, body, style]: Contents): HTMLElement =>
  element(
    "div",
    { class: "numbers" },
    element("p", { class: "caption" }, caption),
    tableBox(caption, head, body, style),
  );

/** The head of a column. */
export const columnHead = (text: string, more: { readonly class?: string } = {}): HTMLElement =>
  element("th", { scope: "col", ...more }, text);
