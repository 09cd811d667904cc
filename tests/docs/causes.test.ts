import { CAUSE_NAMES, measureOf } from "cadre/measures";
import { expect, it } from "vitest";
import { read } from "./pages.ts";

/** What each page says of every cause of leaving: a new cause is written there too. */
const SAID = [
  ["docs/guide/system-file.md", (cause: string) => `\`${cause}\``],
  ["docs/guide/results.md", (cause: string) => `\`${cause}\``],
  ["docs/concepts.md", (cause: string) => `\`${cause}\``],
] as const;

it.each(CAUSE_NAMES.flatMap((cause) => SAID.map(([page, of]) => [cause, page, of(cause)] as const)))(
  "the cause %s stands in %s",
  (_, page, word) => {
    expect(read(page)).toContain(word);
  },
);

it.each(CAUSE_NAMES.map((cause) => [measureOf(cause)]))("the measure %s stands in the table of measures", (measure) => {
  expect(read("docs/guide/results.md")).toMatch(new RegExp(`^\\| \`${measure.replace(".", "\\.")}\``, "m"));
});
