import type { Intervention } from "cadre";
import { element } from "../element.ts";
import { isCourse, rangeWords, type Settings, startOf, startsOf } from "./settings.ts";

/** The fields of one intervention: what they are set to, and setting them. */
export interface Fields {
  readonly element: HTMLElement;
  settings(): Settings;
  set(settings: Settings): void;
}

/** What can be set of an intervention that is picked: start, reach or size, how strongly it works, and its cost. */
export function fieldsOf(entry: Intervention, years: { first: number; last: number }): Fields {
  const start = Math.max(years.first, startOf(entry, years.first));
  const from = startField(start, years);
  const course = isCourse(entry);
  const much = course ? sizeField(entry) : reachField(entry);
  const range = rangeWords(entry);
  const effect = effectField(range);
  const cost = costField(entry);
  const parts = [from, much, ...(range ? [effect] : []), cost];
  return {
    element: element(
      "div",
      { class: "bench-fields", role: "group", "aria-label": `Settings of ${entry.title}` },
      ...parts.map(({ element }) => element),
    ),
    settings() {
      const end = range ? effect.value() : undefined;
      return tidy({
        from: numberIn(from.value()),
        [course ? "size" : "reach"]: numberIn(much.value()),
        effect: end === "weak" || end === "strong" ? end : undefined,
        cost: numberIn(cost.value()),
      });
    },
    set(settings) {
      from.set(textOf(settings.from));
      much.set(textOf(course ? settings.size : settings.reach));
      effect.set(settings.effect);
      cost.set(textOf(settings.cost));
    },
  };
}

/** A labelled control that knows whether it is as at first. */
interface Field {
  readonly element: HTMLElement;
  value(): string | undefined;
  set(text: string | undefined): void;
}

function startField(start: number, { first, last }: { first: number; last: number }): Field {
  const years = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  const list = element("select", {}, ...years.map((year) => element("option", {}, year)));
  return chosen("Starts in", list, years, String(start));
}

function effectField(range: { weak: string; strong: string } | undefined): Field {
  const words = (end: string, text: string | undefined) => (text ? `${end}, ${text}` : end);
  const list = element(
    "select",
    {},
    element("option", { value: "" }, "with its range"),
    element("option", { value: "weak" }, words("weak end", range?.weak)),
    element("option", { value: "strong" }, words("strong end", range?.strong)),
  );
  return chosen("Effect as found", list, ["", "weak", "strong"], "");
}

function chosen(label: string, list: HTMLSelectElement, values: readonly string[], first: string): Field {
  const set = (text: string | undefined) => {
    list.selectedIndex = values.indexOf(text !== undefined && values.includes(text) ? text : first);
  };
  set(undefined);
  const value = () => values[list.selectedIndex];
  return {
    element: element("label", {}, element("span", {}, label), list),
    value: () => (value() === first ? undefined : value()),
    set,
  };
}

const reachField = ({ reach = 1 }: Intervention): Field =>
  numberField("Reaches, % of those it is for", { first: Math.round(reach * 1e6) / 1e4, most: 100 });

const sizeField = (entry: Intervention): Field => {
  const starts = startsOf(entry);
  const words = starts === undefined ? "as planned" : `${starts} starts a year`;
  return numberField(`Size, % (100 is ${words})`, { first: 100, most: 1000 });
};

function costField({ cost }: Intervention): Field {
  return numberField("Costs, £ a year", { first: cost?.perYear, most: 1e10, empty: "not stated" });
}

interface NumberOptions {
  readonly first: number | undefined;
  readonly most: number;
  readonly empty?: string;
}

/** A field for a number; it is taken once the reader leaves it or presses Enter, and what is none becomes the first. */
function numberField(label: string, { first, most, empty = "" }: NumberOptions): Field {
  const field = element("input", { type: "number", min: "0", max: String(most), step: "any", placeholder: empty });
  const set = (text: string | undefined) => {
    const number = numberIn(text);
    field.value = textOf(number === undefined ? first : Math.min(most, Math.max(0, number))) ?? "";
  };
  set(undefined);
  const whole = element("label", {}, element("span", {}, label), field);
  field.addEventListener("input", (event) => event.stopPropagation());
  field.addEventListener("change", () => {
    set(field.value);
    whole.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return {
    element: whole,
    value: () => (field.value === (textOf(first) ?? "") ? undefined : field.value),
    set,
  };
}

const textOf = (number: number | undefined): string | undefined => (number === undefined ? undefined : String(number));

const numberIn = (text: string | undefined): number | undefined =>
  text === undefined || text.trim() === "" || !Number.isFinite(Number(text)) ? undefined : Number(text);

const tidy = (settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
