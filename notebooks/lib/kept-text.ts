import { element } from "./element.ts";
import type { SystemText } from "./system-text.ts";

const KEY = "cadre-own-place";

/** What this browser keeps of an earlier visit, if the reader wished it. */
export function keptText(): SystemText | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return typeof kept?.text === "string" ? { file: "system.yaml", tables: {}, ...kept } : undefined;
  } catch {
    // A browser may refuse to keep anything for a page from the disk, and what it keeps may have been spoilt.
    return undefined;
  }
}

/** A text on this page that a reader may have changed, and how it is kept. */
export interface TextKept {
  readonly element: HTMLElement;
  /** Hears that the text is another one now. */
  changed(): void;
  /** Hears that the text was saved or copied as it is now, so that leaving the page loses nothing. */
  saved(): void;
}

/**
 * Keeps a text in this browser if the reader ticks the box, and otherwise has the browser ask before the page is left with a
 * text that is saved nowhere.
 */
export function textKept(text: () => SystemText): TextKept {
  const box = element("input", { type: "checkbox" });
  const said = element("span", { role: "status" });
  box.checked = keptText() !== undefined;
  let safe = JSON.stringify(text());
  const keep = () => {
    try {
      if (box.checked) localStorage.setItem(KEY, JSON.stringify(text()));
      else localStorage.removeItem(KEY);
      said.textContent = box.checked ? "Kept on this computer only, until you untick it." : "";
      return box.checked;
    } catch {
      box.checked = false;
      said.textContent = "This browser keeps nothing for this page; save the text as a file.";
      return false;
    }
  };
  box.addEventListener("input", (event) => {
    event.stopPropagation();
    keep();
  });
  addEventListener("beforeunload", (event) => {
    if (JSON.stringify(text()) === safe || (box.checked && keep())) return;
    event.preventDefault();
  });
  const words = element("span", {}, "Keep the text in this browser, so that it is there when I come back");
  return {
    element: element("div", {}, element("label", { class: "tick" }, box, words), said),
    changed: () => {
      if (box.checked) keep();
    },
    saved: () => {
      safe = JSON.stringify(text());
    },
  };
}
