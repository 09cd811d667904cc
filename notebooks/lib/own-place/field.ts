import { element } from "../element.ts";
import type { TextPath } from "./path.ts";

/** Part of a form that shows one thing of the record and changes it. */
export interface Field {
  readonly element: HTMLElement;
  /** Where in the file it stands; an error there is shown beside the field. */
  path(): TextPath;
  /** Shows what the record holds now. */
  refresh(): void;
  /** Says what is wrong with it, in words; nothing where it is right. */
  wrong(words: string): void;
  /** Whether somebody has given it, or it is still assumed; undefined of what is no number. */
  given(): boolean | undefined;
}

/** What a field is called and what it counts. */
export interface FieldName {
  readonly label: string;
  readonly hint: string;
  readonly wide?: boolean;
}

let fields = 0;

/** A control with its label, what it counts, and a place for what is wrong with it. */
export function labelledControl(
  { label, hint, wide = false }: FieldName,
  control: HTMLElement,
  ...beside: readonly Node[]
) {
  fields += 1;
  control.id = `place-${fields}`;
  const hinted = element("span", { class: "hint", id: `${control.id}-hint` }, hint);
  const error = element("span", { class: "error", id: `${control.id}-error`, role: "alert" });
  control.setAttribute("aria-describedby", `${hinted.id} ${error.id}`);
  const whole = element(
    "div",
    { class: wide ? "field wide" : "field" },
    element("label", { for: control.id }, label),
    element("div", { class: "box" }, control, ...beside),
    hinted,
    error,
  );
  return {
    element: whole,
    says: (words: string) => {
      hinted.textContent = words;
    },
    wrong: (words: string) => {
      error.textContent = words;
      whole.classList.toggle("wrong", words !== "");
      control.setAttribute("aria-invalid", String(words !== ""));
    },
  };
}
