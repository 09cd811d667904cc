import type { Problem } from "cadre";
import { element } from "./element.ts";
import { type InputElement, withValue } from "./inputs/input.ts";
import { textKept } from "./kept-text.ts";
import { fileTab } from "./own-place/file-tab.ts";
import { type MissingCard, missingCard } from "./own-place/missing-card.ts";
import { moreForm } from "./own-place/more-form.ts";
import { numbersForm } from "./own-place/numbers-form.ts";
import { knownPlaces } from "./own-place/populations.ts";
import { PlaceRecord } from "./own-place/record.ts";
import { tabList } from "./own-place/tabs.ts";
import { yamlTab } from "./own-place/yaml-tab.ts";
import type { SystemText } from "./system-text.ts";

/** One's own place as the page has it: the forms and the text of one record, and beside them the answer. */
export interface PlaceEntry extends InputElement<SystemText> {
  /** Hears that the text was taken away as it is, so that leaving the page loses nothing. */
  saved(): void;
  /** Says what is wrong with the text, beside the field and at the line; nothing where all is right. */
  shows(problems: readonly Problem[]): void;
  /** How wide a picture beside the forms may be now; it changes with the width of the page. */
  room(page: number): number;
  /** Puts the answer beside the forms: a few words that stay in sight, all of it in words, and the picture. */
  answers(glance: string, ...parts: readonly Node[]): void;
  /** What nobody has given, and what that does to the answer. */
  missing(): MissingCard;
}

/** So long after a change the model runs: somebody who types is not run for each letter. */
const PAUSE = 200;

/**
 * The forms of one's own place, and the room for its answer. `texts` are the tables that come with Cadre, by path, and
 * `example` is the text of an invented place.
 */
export function placeEntry(
  given: SystemText,
  { texts, example }: { texts: Readonly<Record<string, string>>; example: string },
): PlaceEntry {
  const record = new PlaceRecord(given);
  const kept = textKept(() => record.value);
  const numbers = numbersForm(record, knownPlaces(texts));
  const more = moreForm(record);
  const yaml = yamlTab(record, kept.saved);
  const stale = element("p", { class: "stale", role: "status" });
  const panel = (...contents: readonly Node[]) => element("div", {}, ...contents);
  const tabs = tabList("How to give your numbers", [
    { id: "numbers", words: "Numbers", panel: panel(stale, numbers.element) },
    { id: "file", words: "Drop a file", panel: panel(fileTab(record, texts, example).element) },
    { id: "more", words: "More", panel: panel(more.element) },
    { id: "yaml", words: "YAML", panel: panel(yaml.element) },
  ]);
  const answer = element("div", { class: "result" });
  const entry = element("div", { class: "entry" }, ...tabs.elements, kept.element);
  // On a telephone the answer is far below the form, so that its number stays in sight; it is read out where it is.
  const glance = element("p", { class: "glance", "aria-hidden": "true" });
  const whole = element("div", { class: "own-place" }, glance, entry, answer);
  // What fields say is for the record, which tells when there is another text.
  for (const type of ["input", "change"]) entry.addEventListener(type, (event) => event.stopPropagation());

  let pause: ReturnType<typeof setTimeout> | undefined;
  record.listen(() => {
    numbers.refresh();
    more.refresh();
    yaml.refresh();
    kept.changed();
    clearTimeout(pause);
    pause = setTimeout(() => whole.dispatchEvent(new Event("input", { bubbles: true })), PAUSE);
  });

  const shows = (problems: readonly Problem[]): void => {
    yaml.shows(problems);
    const left = new Set(problems);
    for (const field of [...numbers.fields(), ...more.fields()]) {
      const path = field.path().join(".");
      const here = problems.filter((one) => one.path === path || one.path?.startsWith(`${path}.`));
      for (const one of here) left.delete(one);
      const [first] = here;
      field.wrong(first ? [summaryOf(first), first.rule].filter(Boolean).join(" ") : "");
    }
    stale.replaceChildren(
      ...staleWords([...left], problems.length > 0, (line, column) => {
        tabs.open("yaml");
        yaml.goTo(line, column);
      }),
    );
  };
  return Object.assign(
    withValue(whole, () => record.value),
    {
      saved: kept.saved,
      shows,
      answers: (words: string, ...parts: readonly Node[]) => {
        glance.textContent = words;
        answer.replaceChildren(...parts);
      },
      room: () => Math.max(260, Math.min(720, widthOf(answer) - 42)),
      missing: () => missingCard(record),
    },
  );
}

/** The width of the room for the answer: beside the forms on a wide page, as wide as the page on another. */
const widthOf = (answer: HTMLElement): number =>
  answer.clientWidth || (innerWidth > 960 ? Math.min(innerWidth, 1240) - 530 : innerWidth - 40);

const summaryOf = (problem: Problem): string => (problem as Problem & { summary?: string }).summary ?? problem.message;

/** That the answer is an old one, and what no field of the form can show. */
function staleWords(others: readonly Problem[], stale: boolean, goTo: (line: number, column: number) => void): Node[] {
  if (!stale) return [];
  const [first] = others;
  const words = element("span", {}, "The answer is still that of the last numbers that ran. ");
  if (first === undefined) return [words];
  const link = element(
    "button",
    { type: "button" },
    first.line === undefined ? "See the text" : `See line ${first.line}`,
  );
  link.addEventListener("click", () => goTo(first.line ?? 1, first.column ?? 1));
  return [element("strong", {}, `${summaryOf(first)} `), words, link];
}
