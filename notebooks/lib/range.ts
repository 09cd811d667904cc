import { element } from "./element.ts";

/** What a slider sets and how it reads. */
export interface RangeOptions {
  label: string;
  /** Written after the number: "%". */
  unit?: string;
  value?: number;
  step?: number;
  /** What a value means, such as "1,859 people a year": shown under the slider and spoken with it. */
  says?: (value: number) => string;
}

let sliders = 0;

/**
 * A slider for one number between two bounds, for `view`: its value is the number. It has a name, and it speaks the
 * value with its unit and meaning, which the sliders of Observable Inputs do not; nor does it need markup that a
 * strict content policy refuses.
 */
export function range(
  [least, most]: readonly [number, number],
  options: RangeOptions,
): HTMLElement & { value: number } {
  const { label, unit = "", value = least, step = 1, says = () => "" } = options;
  sliders += 1;
  const id = `slider-${sliders}`;
  const slider = element("input", { type: "range", id }) as HTMLInputElement;
  Object.assign(slider, { min: String(least), max: String(most), step: String(step), value: String(value) });
  const number = element("output", { for: id });
  const meaning = element("p", { class: "meaning" });
  const tell = () => {
    number.textContent = `${slider.valueAsNumber}${unit}`;
    meaning.textContent = says(slider.valueAsNumber);
    slider.setAttribute("aria-valuetext", [number.textContent, meaning.textContent].filter(Boolean).join(": "));
  };
  tell();
  slider.addEventListener("input", tell);
  const whole = element(
    "div",
    { class: "range" },
    element("label", { for: id }, label),
    element("div", {}, slider, number),
    meaning,
  );
  return Object.defineProperty(whole, "value", { get: () => slider.valueAsNumber }) as HTMLElement & { value: number };
}
