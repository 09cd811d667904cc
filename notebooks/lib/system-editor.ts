import { element } from "./element.ts";
import type { Valued } from "./inputs/input.ts";
import { textKept } from "./kept-text.ts";
import { problemList } from "./problem-list.ts";
import { saveFile } from "./save-file.ts";
import type { SystemText } from "./system-text.ts";

/** The editor, which also shows what is wrong with its text. */
export interface SystemEditor extends Valued<SystemText> {
  /** Hears that the text was taken away as it is, so that leaving the page loses nothing. */
  saved(): void;
  shows(problems: Parameters<typeof problemList>[0]): void;
}

/** The text is read when nobody has typed for so long. */
const PAUSE = 500;

/**
 * A field for the text of a system file, pasted, typed or opened from the disk with the tables that it names. It may be kept
 * in this browser; if it is not, and is saved nowhere, leaving the page asks first.
 */
export function systemEditor(given: SystemText): SystemEditor {
  const area = textArea(given.text);
  const lines = lineNumbers(area);
  const opened = element("p", { class: "meaning", role: "status" });
  const open = element("input", {
    type: "file",
    id: "system-file",
    multiple: "",
    accept: ".yaml,.yml,.json,.csv",
  });
  const save = element("button", { type: "button" }, "Save the text as a file");
  save.addEventListener("click", () => {
    saveFile(file, area.value, "application/yaml");
    kept.saved();
  });
  const problems = element("div", { id: "system-problems", "aria-live": "polite" });
  // A field prints only the part of its text that can be seen.
  const printed = element("pre", { class: "printed" });
  const tables: Record<string, string> = { ...given.tables };
  let file = given.file;
  const now = (): SystemText => ({ text: area.value, file, tables: { ...tables } });
  const kept = textKept(now);

  const whole = element(
    "div",
    { class: "system-editor" },
    element("p", {}, element("label", { for: open.id }, "Open files: the system, and tables it names"), " ", open),
    opened,
    element("p", {}, element("label", { for: area.id }, "The system file")),
    element("div", { class: "code" }, lines.numbers, area),
    printed,
    problems,
    element("p", { class: "buttons" }, save),
    kept.element,
  );
  addEventListener("beforeprint", () => {
    printed.textContent = area.value;
  });
  const tell = () => {
    kept.changed();
    whole.dispatchEvent(new Event("input", { bubbles: true }));
  };

  let pause: ReturnType<typeof setTimeout> | undefined;
  area.addEventListener("input", (event) => {
    event.stopPropagation();
    lines.count();
    clearTimeout(pause);
    pause = setTimeout(tell, PAUSE);
  });
  open.addEventListener("input", (event) => event.stopPropagation());
  open.addEventListener("change", () => void take([...(open.files ?? [])]));

  async function take(files: readonly File[]): Promise<void> {
    for (const one of files) {
      const content = await one.text();
      if (/^\s*"?pools"?\s*:/m.test(content)) {
        area.value = content;
        file = one.name;
      } else tables[one.name] = content;
    }
    opened.textContent = `Opened: ${files.map(({ name }) => name).join(", ")}.`;
    lines.count();
    tell();
  }

  return Object.defineProperties(whole, {
    value: { get: now },
    saved: { value: kept.saved },
    shows: {
      value: (found: Parameters<typeof problemList>[0]) => {
        lines.mark(found.flatMap(({ line }) => line ?? []));
        const list = found.length > 0 ? [problemList(found, (line, column) => goTo(area, line, column))] : [];
        problems.replaceChildren(...list);
      },
    },
  }) as unknown as SystemEditor;
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
