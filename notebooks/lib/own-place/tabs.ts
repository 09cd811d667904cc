import { element } from "../element.ts";

/** A tab and what it shows. */
export interface Tab {
  readonly id: string;
  readonly words: string;
  readonly panel: HTMLElement;
}

/** A list of tabs with their panels, of which one shows; arrow keys, Home and End move between them. */
export function tabList(label: string, tabs: readonly Tab[]) {
  const list = element("div", { class: "tablist", role: "tablist", "aria-label": label });
  const buttons = tabs.map(({ id, words, panel }) => {
    const button = element(
      "button",
      { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `panel-${id}` },
      words,
    );
    Object.assign(panel, { id: `panel-${id}`, role: "tabpanel", className: "panel" });
    panel.setAttribute("aria-labelledby", button.id);
    return button;
  });
  const open = (id: string): void =>
    tabs.forEach((tab, i) => {
      const isOpen = tab.id === id;
      buttons[i]?.setAttribute("aria-selected", String(isOpen));
      buttons[i]?.setAttribute("tabindex", isOpen ? "0" : "-1");
      tab.panel.hidden = !isOpen;
    });
  buttons.forEach((button, i) => {
    button.addEventListener("click", () => open(tabs[i]?.id ?? ""));
    button.addEventListener("keydown", (event) => {
      const to = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: -1 }[event.key];
      const next = to === undefined ? undefined : buttons.at(to % buttons.length);
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
      next.click();
    });
  });
  list.append(...buttons);
  open(tabs[0]?.id ?? "");
  return { elements: [list, ...tabs.map(({ panel }) => panel)], open };
}
