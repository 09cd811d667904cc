import { isMeasure, MEASURES, unitOf } from "cadre/measures";
import { expect, it } from "vitest";
import { MOST_HIRED } from "../../packages/cadre/src/model/pool-parameters.ts";
import { LARGEST_SHARE } from "../../packages/cadre/src/supply/removal.ts";
import { read } from "./pages.ts";

/** The cells of each table of a page whose rows begin with the name of a measure. */
const tables = read("docs/guide/results.md")
  .split(/\n(?!\|)/)
  .map((part) => part.split("\n").flatMap((line) => cellsOf(line)))
  .filter((rows) => rows.length > 0);

function cellsOf(line: string): string[][] {
  const [name = "", ...rest] = line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
  const measure = /^`([\w.]+)`$/.exec(name)?.[1] ?? "";
  return isMeasure(measure) ? [[measure, ...rest]] : [];
}

it("every measure stands in one table of the guide, and in no other order", () => {
  const order = Object.keys(MEASURES);
  expect(
    tables
      .flat()
      .map(([name]) => name)
      .sort(),
  ).toEqual([...order].sort());
  for (const rows of tables) {
    const names = rows.map(([name]) => name);
    expect(names).toEqual(order.filter((name) => names.includes(name)));
  }
});

it.each(tables.flat())("the guide says of %s what the table of measures says", (name = "", ...said) => {
  if (!isMeasure(name)) throw new Error(name);
  const { meaning } = MEASURES[name];
  expect(said).toEqual(said.length > 1 ? [unitOf(name).short, meaning] : [meaning]);
});

it.each([
  ["docs/method/scenarios.md", `At most ${100 * MOST_HIRED}% of recruits are hired from one pool`],
  ["docs/method/labour-market.md", `At most ${100 * LARGEST_SHARE}% of those who would still be there can be taken`],
])("%s has the limit that the engine has", (page, words) => {
  expect(read(page)).toContain(words);
});
