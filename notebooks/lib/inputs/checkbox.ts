import { keepInAddress } from "../address.ts";
import { element } from "../element.ts";
import { type InputElement, type InputName, inputWith, withValue } from "./input.ts";
import { type OptionWords, wordsOf } from "./options.ts";
import { tickList } from "./tick-list.ts";

/** Which options are ticked at first. */
export interface CheckboxOptions<T> extends OptionWords<T> {
  value?: readonly T[];
}

/** Any of a few options, for `view`: its value is those that are ticked, in the order of the list. */
export function checkbox<T>(options: readonly T[], how: CheckboxOptions<T>): InputElement<T[]> {
  const { key } = wordsOf(how);
  const list = tickList(options, how, "checkbox");
  list.tick(how.value ?? []);
  const written = () => list.ticked().map(key).join(",");
  const first = written();
  return inputWith(how, {
    contents: [list.element],
    value: list.ticked,
    written: () => (written() === first ? undefined : written()),
    take(text) {
      const keys = (text ?? first).split(",");
      list.tick(options.filter((option) => keys.includes(key(option))));
    },
  });
}

/** Yes or no, for `view`. */
export function toggle({ label, name, value = false }: InputName & { value?: boolean }): InputElement<boolean> {
  const box = element("input", { type: "checkbox" });
  box.checked = value;
  const whole = element(
    "div",
    { class: "input" },
    element("label", { class: "tick" }, box, element("span", {}, label)),
  );
  if (name !== undefined)
    keepInAddress(name, whole, {
      written: () => (box.checked === value ? undefined : box.checked ? "yes" : "no"),
      take(text) {
        box.checked = text === undefined ? value : text === "yes";
      },
    });
  return withValue(whole, () => box.checked);
}
