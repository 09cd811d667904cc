import { element } from "../element.ts";
import { pacedMoves } from "../paced.ts";
import { type InputElement, type InputName, inputWith } from "./input.ts";

/** What a slider sets and how it reads. */
export interface RangeOptions extends InputName {
  /** Written after the number: "%" or " places". */
  unit?: string;
  value?: number;
  step?: number;
  /** The number in words, in place of its digits and the unit: "£1,200". */
  format?: (value: number) => string;
  /** What a value means, such as "1,859 people a year": shown under the slider and spoken with it. */
  says?: (value: number) => string;
  /** Why moving the slider would change nothing: it is then shown, but cannot be moved. */
  idle?: string | undefined;
  /** Whom it does not concern, and why: shown with its meaning. */
  note?: string | undefined;
}

/**
 * A slider for one number between two bounds, for `view`: its value is the number. It speaks the value with its unit
 * and meaning.
 */
export function range([least, most]: readonly [number, number], options: RangeOptions): InputElement<number> {
  const { unit = "", value = least, step = 1, format = (number) => `${number}${unit}`, says = () => "" } = options;
  const { idle, note } = options;
  const slider = element("input", { type: "range" });
  Object.assign(slider, { min: String(least), max: String(most), step: String(step), value: String(value) });
  const number = element("output");
  const meaning = element("p", { class: "meaning" });
  slider.disabled = idle !== undefined;
  const tell = () => {
    number.textContent = format(slider.valueAsNumber);
    meaning.textContent = idle ?? [says(slider.valueAsNumber), note].filter(Boolean).join(". ");
    slider.setAttribute("aria-valuetext", [number.textContent, meaning.textContent].filter(Boolean).join(": "));
  };
  const whole = inputWith(options, {
    control: slider,
    contents: [element("div", { class: "slider" }, slider, number), meaning],
    value: () => slider.valueAsNumber,
    written: () => (slider.valueAsNumber === value ? undefined : slider.value),
    take(text) {
      // A browser rounds to the step and keeps to the bounds by itself, and takes what is no number for the middle.
      slider.value = text !== undefined && Number.isFinite(Number(text)) && text.trim() !== "" ? text : String(value);
      tell();
    },
  });
  slider.addEventListener("input", (event) => {
    tell();
    // The page hears of it when it has answered the move before.
    event.stopPropagation();
    pacedMoves(slider, () => whole.dispatchEvent(new Event("input", { bubbles: true })));
  });
  tell();
  return whole;
}
