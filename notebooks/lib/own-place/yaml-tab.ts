import type { Problem } from "cadre";
import { element } from "../element.ts";
import { problemList } from "../problem-list.ts";
import { saveFile } from "../save-file.ts";
import type { PlaceRecord } from "./record.ts";

/** The text is read when nobody has typed for so long. */
const PAUSE = 500;

/** The text of the record in a field of its own, with the numbers of its lines and what is wrong at them. */
export function yamlTab(record: PlaceRecord, saved: () => void) {
  const area = textArea(record.value.text);
  const lines = lineNumbers(area);
  const save = element("button", { type: "button" }, "Save the text as a file");
  save.addEventListener("click", () => {
    saveFile(record.value.file, record.value.text, "application/yaml");
    saved();
  });
  const problems = element("div", { id: "system-problems", "aria-live": "polite" });
  // A field prints only the part of its text that can be seen.
  const printed = element("pre", { class: "printed" });
  let pause: ReturnType<typeof setTimeout> | undefined;
  area.addEventListener("input", () => {
    lines.count();
    clearTimeout(pause);
    pause = setTimeout(() => record.replace({ ...record.value, text: area.value }), PAUSE);
  });
  addEventListener("beforeprint", () => {
    printed.textContent = area.value;
  });
  return {
    element: element(
      "div",
      { class: "system-editor" },
      element("p", {}, element("label", { for: area.id }, "The system file")),
      element("div", { class: "code" }, lines.numbers, area),
      printed,
      problems,
      element("p", { class: "buttons" }, save),
    ),
    refresh: () => {
      if (area.value === record.value.text) return;
      clearTimeout(pause);
      area.value = record.value.text;
      lines.count();
    },
    shows: (found: readonly Problem[]) => {
      lines.mark(found.flatMap(({ line }) => line ?? []));
      const list = found.length > 0 ? [problemList(found, (line, column) => goTo(area, line, column))] : [];
      problems.replaceChildren(...list);
    },
    goTo: (line: number, column: number) => goTo(area, line, column),
  };
}

function textArea(text: string): HTMLTextAreaElement {
  const area = element("textarea", {
    id: "system-text",
    spellcheck: "false",
    autocapitalize: "off",
    wrap: "off",
    rows: "24",
    "aria-describedby": "system-problems",
  });
  area.value = text;
  return area;
}

/** The numbers beside the lines of a text, with a mark at those where something is wrong. */
function lineNumbers(area: HTMLTextAreaElement) {
  const numbers = element("div", { class: "line-numbers", "aria-hidden": "true" });
  let marked = new Set<number>();
  const count = (): void => {
    const lines = area.value.split("\n").length;
    numbers.replaceChildren(
      ...Array.from({ length: lines }, (_, i) =>
        element("div", marked.has(i + 1) ? { class: "wrong" } : {}, `${marked.has(i + 1) ? "▸ " : ""}${i + 1}`),
      ),
    );
    numbers.scrollTop = area.scrollTop;
  };
  area.addEventListener("scroll", () => {
    numbers.scrollTop = area.scrollTop;
  });
  count();
  const mark = (lines: readonly number[]): void => {
    marked = new Set(lines);
    count();
  };
  return { numbers, count, mark };
}

/** Selects the rest of a line from a column on, in view. */
function goTo(area: HTMLTextAreaElement, line: number, column: number): void {
  const before = area.value.split("\n").slice(0, line - 1);
  const start = before.reduce((sum, one) => sum + one.length + 1, 0);
  const end = area.value.indexOf("\n", start);
  area.focus();
  area.setSelectionRange(start + column - 1, end < 0 ? area.value.length : end);
  area.scrollTop = Math.max(0, (line - 6) * (area.scrollHeight / area.value.split("\n").length));
}
