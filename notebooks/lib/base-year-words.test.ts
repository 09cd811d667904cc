import { readFileSync } from "node:fs";
import { parseSystem, run } from "cadre";
import { expect, it } from "vitest";
import { baseYearWords } from "./base-year-words.ts";

const example = readFileSync("notebooks/example-system.yaml", "utf8");
const files = (path: string) => ({ text: readFileSync(path, "utf8") });
const ran = (text: string) => run(parseSystem(text, { files }));

it("explains a smaller gap after a higher leaving rate by the recruits of the base year", () => {
  const [before, after] = [ran(example), ran(example.replace("value: 30%", "value: 45%"))];
  const gap = (result: typeof before) => result.at({ measure: "gap", year: result.last });
  expect(gap(after)).toBeLessThan(gap(before));
  const said = baseYearWords(before, after);
  expect(said).toContain("base-year rule");
  expect(said).toMatch(/“Home care” now looks for \d+ recruits in \d+ instead of \d+/);
});

it("says nothing where the gap widens, where fewer leave, or where other staff are counted", () => {
  const before = ran(example);
  expect(baseYearWords(undefined, before)).toBeUndefined();
  expect(baseYearWords(before, ran(example.replace("value: 30%", "value: 25%")))).toBeUndefined();
  expect(baseYearWords(before, ran(example.replace("value: 1200", "value: 600")))).toBeUndefined();
});
