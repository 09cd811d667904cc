import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { TextPath } from "./path.ts";
import { numberEdits, PlaceRecord } from "./record.ts";

const example = readFileSync(new URL("../../example-system.yaml", import.meta.url), "utf8");
const cumbria = readFileSync(new URL("../../../scenarios/cumbria/system.yaml", import.meta.url), "utf8");
const recordOf = (text: string) => new PlaceRecord({ text, file: "system.yaml", tables: {} });
/** The lines of a text that another one does not have. */
const newLines = (before: string, after: string) =>
  after.split("\n").filter((line) => !before.split("\n").includes(line));

it.each<[string, TextPath, unknown, string[]]>([
  ["a number", ["pools", "home-care", "fte"], 0.8, ["    fte: 0.8"]],
  [
    "a number with words about it",
    ["pools", "home-care", "headcount", "value"],
    1300,
    ["    headcount: { value: 1300, source: our-survey }"],
  ],
  [
    "a part",
    ["pools", "home-care", "ages", "16-29"],
    "25%",
    ['    ages: { "16-29": 25%, "30-49": 43%, "50-75": 36% }'],
  ],
  [
    "a part of its own",
    ["pools", "home-care", "sex", "other"],
    "1%",
    ["    sex: { female: 83%, male: 17%, other: 1% }"],
  ],
  ["a key at the end of a pool", ["pools", "home-care", "role"], "all staff", ["    role: all staff"]],
  ["a group", ["pools", "ward"], { title: "Ward: A", headcount: 5 }, ['  ward: { title: "Ward: A", headcount: 5 }']],
  [
    "a part of the file",
    ["pipelines", "nurses", "intake", "2025"],
    20,
    ["pipelines:", "  nurses: { intake: { 2025: 20 } }"],
  ],
  [
    "an item of a list",
    ["moves", 1],
    { from: "hospital", to: "home-care", rate: "1%" },
    ["  - { from: hospital, to: home-care, rate: 1% }"],
  ],
])("sets %s and leaves every other line as it is", (_what, path, to, lines) => {
  const record = recordOf(example);
  record.change([{ path, to }]);
  expect(record.at(path)).toEqual(to);
  expect(newLines(example, record.value.text)).toEqual(lines);
  expect(newLines(record.value.text, example).length).toBeLessThanOrEqual(1);
});

it("takes a key, a part, an item and what is empty without them", () => {
  const record = recordOf(example);
  record.change([
    { path: ["pools", "home-care", "leaving", "stayingInSector"], to: undefined },
    { path: ["pools", "hospital", "sex", "male"], to: undefined },
    { path: ["moves", 0], to: undefined },
  ]);
  expect(record.at(["moves"])).toBeUndefined();
  expect(record.at(["pools", "hospital", "sex"])).toEqual({ female: "77%" });
  expect(newLines(example, record.value.text)).toEqual(["    sex: { female: 77% }"]);
});

it("puts a number behind its key, where a group stood on lines of its own", () => {
  const record = recordOf("leaving:\n  rate:\n    value: 28%\n    note: assumed\n  kind: stayers\n");
  record.change([{ path: ["leaving", "rate"], to: "20%" }]);
  expect(record.value.text).toBe("leaving:\n  rate: 20%\n  kind: stayers\n");
});

it("gives a group lines of its own, and leaves the empty line and the words below it", () => {
  const record = recordOf("a:\n  b: 1\n  c: 2\n\n# of d\nd: {}\n");
  record.change([
    { path: ["a"], to: { b: "1%", e: "x".repeat(100) } },
    { path: ["a", "f"], to: 3 },
  ]);
  expect(record.value.text).toBe(`a:\n  b: 1%\n  e: ${"x".repeat(100)}\n  f: 3\n\n# of d\nd: {}\n`);
});

it("keeps the rest of a long file, comments and folded words too", () => {
  const record = recordOf(cumbria);
  const [pool = ""] = record.keysAt(["pools"]);
  record.change(numberEdits(record, ["pools", pool, "headcount"], 15000));
  expect(newLines(cumbria, record.value.text)).toHaveLength(1);
});

it("makes an assumed number one's own, keeps what else is told, and tells its listeners once", () => {
  const record = recordOf('a: { value: 0%, note: "ASSUMED: none given" }\nb: { value: 1, note: A judgement }\n');
  let told = 0;
  record.listen(() => {
    told += 1;
  });
  expect([record.isAssumed(["a"]), record.isAssumed(["b"])]).toEqual([true, false]);
  record.change([...numberEdits(record, ["a"], "8%"), ...numberEdits(record, ["b"], 2)]);
  expect(record.value.text).toBe("a: 8%\nb: { value: 2, note: A judgement }\n");
  expect(told).toBe(1);
});

it("changes nothing of a text that is no YAML", () => {
  const record = recordOf("a: [1\n");
  record.change([{ path: ["a"], to: 2 }]);
  expect([record.readable, record.value.text]).toEqual([false, "a: [1\n"]);
});
