import { element } from "../element.ts";
import { type InputElement, type InputName, inputWith } from "./input.ts";

/** One line of text, for `view`: its value is the text, once the reader leaves the field or presses Enter. */
export function text(options: InputName & { value?: string }): InputElement<string> {
  const { value = "" } = options;
  const field = element("input", { type: "text", maxlength: "80", autocomplete: "off" });
  field.value = value;
  let taken = value;
  const whole = inputWith(options, {
    control: field,
    contents: [field],
    value: () => taken,
    written: () => (taken === value ? undefined : taken),
    take(words) {
      taken = words?.slice(0, 80) ?? value;
      field.value = taken;
    },
  });
  field.addEventListener("input", (event) => event.stopPropagation());
  field.addEventListener("change", () => {
    // A name left empty would leave charts without a word for what they show.
    taken = field.value.trim() || value;
    field.value = taken;
    whole.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return whole;
}
