import { element } from "../element.ts";
import { type Field, type FieldName, labelledControl } from "./field.ts";
import type { TextEdit, TextPath } from "./path.ts";
import { numberEdits, type PlaceRecord } from "./record.ts";
import { asTyped, type NumberForm, typedNumber } from "./typed.ts";

/** A number of the record. */
export interface NumberOptions extends FieldName {
  readonly form: NumberForm;
  path(): TextPath;
  /** What it counts as the record has it now, in place of the hint. */
  counts?(): string;
  /** What says whether it is assumed, where that is told of several numbers together; `path` when left out. */
  marked?(): TextPath;
  /** Changes for a number typed; those of `path` when left out. */
  edits?(to: number | string): readonly TextEdit[];
  /** Reads the number from what stands at the path; that itself when left out. */
  read?(value: unknown): unknown;
  /** What an emptied field says: the assumption again, or that nothing is known. */
  emptied?(): readonly TextEdit[];
}

/** A field for one number. Every key that makes a number changes the record; an emptied field is assumed again. */
export function numberField(record: PlaceRecord, options: NumberOptions): Field {
  const { form, path, read = (value) => value } = options;
  const input = element("input", { type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false" });
  const frame = labelledControl(options, input, element("span", { class: "unit" }, form));
  const { marked = path } = options;
  const given = () => record.valueAt(path()) !== undefined && !record.isAssumed(marked());
  const typed = (): string => asTyped(read(record.valueAt(path())), form) ?? "";
  input.addEventListener("input", () => {
    const words = input.value.trim();
    const to = typedNumber(words, form);
    if (to === undefined && words !== "") return frame.wrong("Give a number, such as 1,200 or 6.7.");
    frame.wrong("");
    if (words === "") record.change(options.emptied?.() ?? [{ path: path(), to: undefined }]);
    else if (to !== undefined)
      record.change([...(options.edits?.(to) ?? numberEdits(record, path(), to)), ...unmarked()]);
  });
  // Whoever gives one of several numbers that are assumed together has looked at them.
  const unmarked = (): TextEdit[] =>
    options.marked && record.isAssumed(marked()) ? [{ path: [...marked(), "note"], to: undefined }] : [];
  input.addEventListener("blur", () => refresh());
  function refresh(): void {
    const value = read(record.valueAt(path()));
    // What somebody is typing stays as they type it.
    if (document.activeElement !== input) input.value = typed();
    const parts = typeof value === "object" && value !== null;
    input.disabled = parts || !record.readable;
    frame.says(parts ? "Given in parts: see the YAML" : mark(options.counts?.() ?? options.hint));
    frame.element.classList.toggle("own", given());
  }
  const mark = (hint: string): string => {
    if (record.valueAt(path()) === undefined) return `${hint} · not given`;
    return `${hint} · ${given() ? "yours" : "assumed"}`;
  };
  return { element: frame.element, path, refresh, wrong: frame.wrong, given };
}
