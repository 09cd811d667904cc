import { keepInAddress, type Setting } from "../address.ts";
import { element } from "../element.ts";

/** What every input has. */
export interface InputName {
  /** What it sets, in the reader's words. */
  label: string;
  /** Its name in links to this page, a short word; without one, links do not keep it. */
  name?: string;
}

/** An input for `view`: an element with a value. */
export type InputElement<T> = HTMLElement & { readonly value: T };

/** What makes an input what it is. */
export interface InputParts<T> extends Setting {
  contents: readonly Node[];
  /** The one control that the label names; several, such as checkboxes, stand in a group that the label names. */
  control?: HTMLElement;
  value(): T;
}

let inputs = 0;

/** An input with its label and a value that a link can keep. */
export function inputWith<T>(
  { label, name }: InputName,
  { contents, control, value, ...setting }: InputParts<T>,
): InputElement<T> {
  const whole = control === undefined ? group(label, contents) : labelled(label, control, contents);
  if (name !== undefined) keepInAddress(name, whole, setting);
  return withValue(whole, value);
}

/** An element whose value is worked out when asked for. */
export const withValue = <T>(whole: HTMLElement, value: () => T): InputElement<T> =>
  Object.defineProperty(whole, "value", { get: value }) as InputElement<T>;

const group = (label: string, contents: readonly Node[]): HTMLElement =>
  element("fieldset", { class: "input" }, element("legend", {}, label), ...contents);

function labelled(label: string, control: HTMLElement, contents: readonly Node[]): HTMLElement {
  inputs += 1;
  control.id = `input-${inputs}`;
  const words = element("label", { for: control.id }, label);
  return element("div", { class: "input" }, words, ...contents);
}
