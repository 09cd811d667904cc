import { element } from "./element.ts";
import { foldedAway } from "./folded.ts";

/** More than these would push the answer they belong to out of sight. */
const OPEN = 3;

/** What runs warn of, each once: the first few in sight, the others folded away. Nothing where there is none. */
export function warningList(name: string, warnings: readonly string[]): HTMLElement[] {
  const different = [...new Set(warnings)];
  if (different.length === 0) return [];
  const list = (items: readonly string[]) => element("ul", {}, ...items.map((item) => element("li", {}, item)));
  const rest = different.slice(OPEN);
  return [
    element(
      "div",
      { class: "warnings" },
      element(
        "p",
        {},
        element("strong", {}, different.length === 1 ? "The run warns:" : "The run gives these warnings:"),
      ),
      list(different.slice(0, OPEN)),
      ...(rest.length > 0 ? [foldedAway({ name, summary: `${rest.length} more` }, list(rest))] : []),
    ),
  ];
}
