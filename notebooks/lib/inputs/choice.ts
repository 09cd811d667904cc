import { element } from "../element.ts";
import { type InputElement, inputWith } from "./input.ts";
import { type OptionWords, wordsOf } from "./options.ts";
import { tickList } from "./tick-list.ts";

/** Which option is chosen at first. */
export interface ChoiceOptions<T> extends OptionWords<T> {
  value?: T;
}

/** One of a few options, all of them to be seen, for `view`: its value is the option. The first one unless given. */
export function radio<T>(options: readonly T[], how: ChoiceOptions<T>): InputElement<T> {
  const first = how.value ?? options[0];
  const { key } = wordsOf(how);
  const list = tickList(options, how, "radio");
  const chosen = () => list.ticked()[0] as T;
  list.tick([first as T]);
  return inputWith(how, {
    contents: [list.element],
    value: chosen,
    written: () => (chosen() === first ? undefined : key(chosen())),
    take: (text) => list.tick([options.find((option) => key(option) === text) ?? (first as T)]),
  });
}

/** One of many options, in a list that opens, for `view`: its value is the option. The first one unless given. */
export function select<T>(options: readonly T[], how: ChoiceOptions<T>): InputElement<T> {
  const { format, key, says } = wordsOf(how);
  const first = Math.max(0, how.value === undefined ? 0 : options.indexOf(how.value));
  const list = element("select", {}, ...options.map((option) => element("option", {}, format(option))));
  list.selectedIndex = first;
  const meaning = element("p", { class: "meaning" });
  const chosen = () => options[list.selectedIndex] as T;
  const tell = () => {
    meaning.textContent = says(chosen());
  };
  list.addEventListener("input", tell);
  tell();
  return inputWith(how, {
    control: list,
    contents: [list, meaning],
    value: chosen,
    written: () => (list.selectedIndex === first ? undefined : key(chosen())),
    take(text) {
      const found = options.findIndex((option) => key(option) === text);
      list.selectedIndex = found < 0 ? first : found;
      tell();
    },
  });
}
