import { element } from "../element.ts";
import { type Field, type FieldName, labelledControl } from "./field.ts";
import type { TextEdit, TextPath } from "./path.ts";
import type { PlaceRecord } from "./record.ts";

/** Something of the record to choose from a list, or to write in words. */
interface WordOptions extends FieldName {
  path(): TextPath;
  /** Changes for what was chosen; that value at `path` when left out. */
  edits?(to: string): readonly TextEdit[];
}

export interface ChoiceOptions extends WordOptions {
  /** The values to choose from and how each reads. */
  options(): readonly (readonly [value: string, words: string])[];
  /** What is chosen now; the words at `path` when left out. */
  chosen?(): string;
  /** What the chosen value means, in place of the hint. */
  says?(value: string): string;
}

/** A list to choose from. What the record holds beside it stands in it too, so that nothing is changed by looking. */
export function choiceField(record: PlaceRecord, options: ChoiceOptions): Field {
  const { path, chosen = () => String(record.valueAt(path()) ?? "") } = options;
  const select = element("select");
  const frame = labelledControl(options, select);
  select.addEventListener("change", () =>
    record.change(options.edits?.(select.value) ?? [{ path: path(), to: select.value }]),
  );
  const refresh = (): void => {
    const [now, known] = [chosen(), options.options()];
    const other = known.some(([value]) => value === now) ? [] : [[now, now === "" ? "Not given" : now] as const];
    const made = [...other, ...known].map(([value, words]) => element("option", { value }, words));
    if (document.activeElement !== select || made.length !== select.options.length) select.replaceChildren(...made);
    select.value = now;
    select.disabled = !record.readable;
    frame.says(options.says?.(now) ?? options.hint);
  };
  return { element: frame.element, path, refresh, wrong: frame.wrong, given: () => undefined };
}

/** A line of words. */
export function wordField(record: PlaceRecord, options: WordOptions): Field {
  const { path } = options;
  const input = element("input", { type: "text", autocomplete: "off" });
  const frame = labelledControl(options, input);
  input.addEventListener("input", () =>
    record.change(options.edits?.(input.value) ?? [{ path: path(), to: input.value === "" ? undefined : input.value }]),
  );
  const refresh = (): void => {
    if (document.activeElement !== input) input.value = String(record.valueAt(path()) ?? "");
    input.disabled = !record.readable;
  };
  return { element: frame.element, path, refresh, wrong: frame.wrong, given: () => undefined };
}
