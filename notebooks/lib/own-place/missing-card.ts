import { element } from "../element.ts";
import { gapWords } from "../gap-words.ts";
import { askOfTexts } from "../work/ask-of-texts.ts";
import { lacksOf } from "./lacks.ts";
import type { PlaceRecord } from "./record.ts";

/** A card that says what is missing; it is filled in when the model has run with other numbers. */
export interface MissingCard extends HTMLElement {
  /** Runs the model with each other number; `texts` are the tables it may need, `gap` the answer to compare with. */
  measure(texts: Readonly<Record<string, string>>, year: number, gap: number): Promise<void>;
}

/** So many lines are enough to know what to measure first. */
const MOST = 8;

/** What nobody has given, each with what is assumed and what another number would make of the answer, the largest first. */
export function missingCard(record: PlaceRecord): MissingCard {
  const lacks = lacksOf(record).slice(0, MOST);
  const list = element("ul", {}, ...lacks.map(({ says }) => element("li", {}, says)));
  const card = element(
    "section",
    { class: "missing" },
    element("h3", {}, lacks.length === 0 ? "All numbers of the form are yours" : "Measure these first"),
    element(
      "p",
      { class: "subtitle" },
      lacks.length === 0
        ? "What else is assumed is listed further down."
        : "What nobody has given yet, and what another number would do.",
    ),
    list,
  );
  const { text, file, tables } = record.value;
  const measure: MissingCard["measure"] = async (texts, year, gap) => {
    if (lacks.length === 0) return;
    const others = lacks.map(({ edits }) => record.textWith(edits));
    const found = await askOfTexts("gaps", { others, file, texts: { ...tables, ...texts }, year });
    if (record.value.text !== text) return;
    const rows = lacks.map((lack, i) => ({ ...lack, found: found[i] }));
    rows.sort((a, b) => Math.abs((b.found ?? gap) - gap) - Math.abs((a.found ?? gap) - gap));
    list.replaceChildren(
      ...rows.map((row) => element("li", {}, `${row.says} `, ...effect(row.other, row.found, gap, year))),
    );
  };
  return Object.assign(card, { measure });
}

/** What the gap would be, or that it would stay. */
function effect(other: string, found: number | undefined, gap: number, year: number): (Node | string)[] {
  if (found === undefined) return [];
  const now = gapWords(found);
  if (now === gapWords(gap)) return [`${other} the answer would be the same.`];
  return [`${other}, the gap in ${year} would be `, element("strong", {}, now), "."];
}
