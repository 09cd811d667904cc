import { element } from "../element.ts";
import { type OptionWords, wordsOf } from "./options.ts";

let lists = 0;

/** A list of options to tick, one or several, each with its words beside it. */
export function tickList<T>(options: readonly T[], how: OptionWords<T>, type: "radio" | "checkbox") {
  const { format, says } = wordsOf(how);
  lists += 1;
  const boxes = options.map(() => element("input", { type, name: `ticks-${lists}` }));
  const lines = options.map((option, i) => {
    const meaning = says(option);
    const words = element("span", {}, format(option), ...(meaning ? [element("small", {}, meaning)] : []));
    return element("label", { class: "tick" }, boxes[i] as HTMLElement, words);
  });
  return {
    element: element("div", { class: "ticks" }, ...lines),
    ticked: (): T[] => options.filter((_, i) => boxes[i]?.checked),
    tick(those: readonly T[]): void {
      boxes.forEach((box, i) => {
        box.checked = those.includes(options[i] as T);
      });
    },
  };
}
