import { readFileSync } from "node:fs";
import { type BookCell, type BookSheet, cellName, openWorkbook, writeXlsx } from "@cadre/workbook";
import { CadreError, parseScenario, parseSystem } from "cadre";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { scenarioFiles } from "../../../cli/src/files/find-scenarios.ts";
import { filesOf } from "../../../cli/src/files/place-workbook.ts";
import { systemText } from "../../../cli/src/files/scaffold.ts";
import type { PlaceContent } from "./cell-value.ts";
import { placeBook as bookWith } from "./place-book.ts";
import { readPlaceBook } from "./read-place-book.ts";
import { readSheet } from "./read-sheet.ts";
import { TOPICS } from "./topics.ts";
import { contentOf, emptyTree } from "./tree.ts";

const placeBook = (place: string, content: PlaceContent) =>
  bookWith(place, content, { link: "00558C", grid: "E3E6EA", ground: "F4F5F7" });
const text = systemText({ id: "westshire", place: "Westshire", schemaLine: () => "" });
const book = placeBook("Westshire", parse(text) as PlaceContent);
const nothing = () => undefined;
/** What was read, without where in a file it stood. */
const read = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inside) => (key === "origin" || key === "positions" ? undefined : inside)));

describe("a place as a workbook", () => {
  it("comes back from it unchanged", () => {
    const { id, system, scenarios } = readPlaceBook(writeXlsx(book), "w.xlsx", nothing);
    expect([id, scenarios.size]).toEqual(["westshire", 0]);
    expect(read(parseSystem(system))).toEqual(read(parseSystem(text)));
    const again = readPlaceBook(writeXlsx(placeBook("Westshire", parse(system) as PlaceContent)), "w.xlsx", nothing);
    expect(again.system).toBe(system);
  });

  it("so does a real one with its scenarios", () => {
    const folder = "scenarios/north-west-academies";
    const files = filesOf(folder);
    const own = readFileSync(`${folder}/system.yaml`, "utf8");
    const paths = [...scenarioFiles(folder)];
    const scenarios = paths.map(([id, path]) => {
      const { cadre: _cadre, id: _id, system: _system, ...rest } = parse(readFileSync(path, "utf8")) as PlaceContent;
      return [id, rest];
    });
    const content = { ...(parse(own) as PlaceContent), scenarios: Object.fromEntries(scenarios) } as PlaceContent;
    const back = readPlaceBook(writeXlsx(placeBook("Academies", content)), "a.xlsx", files);
    expect(read(parseSystem(back.system, { files }))).toEqual(read(parseSystem(own, { files })));
    expect(paths.length).toBeGreaterThan(3);
    for (const [id, path] of paths)
      expect(read(parseScenario(back.scenarios.get(`${id}.yaml`) ?? "", { files }))).toEqual({
        ...(read(parseScenario(readFileSync(path, "utf8"), { files })) as object),
        system: "./system.yaml",
      });
  });

  it("so do people given by their hours, people who come back to another pool, and planned moves", () => {
    const more = text
      .replace(
        /(?<=\n {4})headcount: .*/,
        "fteInPost: 900\n    returners:\n      - { of: hospital, cause: leaving, share: 10%, delay: 1 }",
      )
      .concat(`
plannedMoves:
  - { title: Retrained, from: home-care, to: hospital, heads: { 2025: 4, 2028: 0 } }
  - { from: hospital, heads: { value: { 2026: 6, 2027: 0 }, kind: lever } }
`);
    const back = readPlaceBook(writeXlsx(placeBook("Westshire", parse(more) as PlaceContent)), "w.xlsx", nothing);
    const system = parseSystem(more);
    expect(system.plannedMoves).toHaveLength(2);
    expect(read(parseSystem(back.system))).toEqual(read(system));
  });

  it("has drop-downs, percentages and dates as Excel has them, and cells that are locked", () => {
    const staff = openWorkbook(writeXlsx(book)).read("Staff").rows;
    expect(staff.find((row) => row[1] === "vacancyRate")?.slice(0, 4)).toEqual(["home-care", "vacancyRate", "", "8%"]);
    const sheet = sheetOf("Place");
    const base = sheet.rows.find((row) => row[0]?.value === "calendar.base")?.[2];
    expect(base).toMatchObject({ value: 45_382, look: { format: "yyyy-mm-dd", open: true } });
    const leaving = sheetOf("Leaving");
    expect(leaving.isProtected).toBe(true);
    expect(leaving.choices?.map(({ title }) => title)).toEqual(
      expect.arrayContaining(["leaving.kind", "Kind", "Quality", "Source"]),
    );
    for (const { name } of book.sheets) expect(name.length).toBeLessThan(32);
  });

  it("is read as people fill it in: 1,240, spaces, dates and percentages as text", () => {
    const changed = edited({
      "Staff home-care headcount Value": " 1,240 ",
      "Staff home-care vacancyRate Value": "8.5 %",
      "Place calendar.base Value": "2024-03-31",
    });
    const { pools } = parse(readPlaceBook(changed, "w.xlsx", nothing).system) as {
      pools: Record<string, Record<string, { value: unknown }>>;
    };
    expect(pools["home-care"]?.headcount?.value).toBe(1240);
    expect(pools["home-care"]?.vacancyRate?.value).toBe("8.5%");
  });
});

const sheetOf = (name: string): BookSheet => book.sheets.find((sheet) => sheet.name === name) as BookSheet;

/** Where a number stands: sheet, then what its first cells say, then the column. */
function found(where: string): { sheet: BookSheet; row: number; column: number } {
  const [name = "", ...words] = where.split(" ");
  const sheet = sheetOf(name);
  const head = sheet.rows.findIndex((row) => row.some((cell) => cell?.value === "Value"));
  const column = sheet.rows[head]?.findIndex((cell) => cell?.value === words.at(-1)) ?? -1;
  const said = words.slice(0, -1);
  const row =
    said[0] === "header" ? head : sheet.rows.findIndex((cells) => said.every((word, i) => cells[i]?.value === word));
  if (row < 0 || column < 0) throw new Error(`no ${where}`);
  return { sheet, row, column };
}

/** The workbook with other words in some of its cells. */
function edited(changes: Readonly<Record<string, BookCell["value"]>>, more: Partial<BookSheet> = {}): Uint8Array {
  const sheets = book.sheets.map((sheet) => {
    const own = Object.entries(changes).flatMap(([where, value]) => {
      const at = found(where);
      return at.sheet === sheet ? [{ ...at, value }] : [];
    });
    if (own.length === 0) return sheet;
    const rows = sheet.rows.map((row, r) =>
      row.map((cell, c) => {
        const change = own.find((one) => one.row === r && one.column === c);
        return change ? { value: change.value, look: typeof change.value === "string" ? { format: "@" } : {} } : cell;
      }),
    );
    return { ...sheet, rows, ...more };
  });
  return writeXlsx({ ...book, sheets });
}

/** A slip: what is written where, the code of the error, and the cell it names where that is another. */
const SLIPS: readonly (readonly [name: string, where: string, value: string | number, code: string, at?: string])[] = [
  ["a percentage without its sign", "Staff home-care vacancyRate Value", 34, "wrong-unit"],
  ["words for a number", "Staff home-care headcount Value", "about 1200", "not-a-number"],
  ["a number below zero", "Staff home-care headcount Value", -5, "negative"],
  ["a decimal comma", "Staff home-care fte Value", "0,75", "bad-cell"],
  ["thousands separated wrongly", "Staff home-care headcount Value", "1,24,0", "not-a-number"],
  ["a sign of money", "Staff home-care headcount Value", "£1200", "bad-cell"],
  ["a formula without a result", "Staff home-care headcount Value", "#REF!", "bad-cell"],
  ["brackets that do not match", "Leaving home-care leaving.includes Value", "[retirement", "wrong-type"],
  ["a list of an unknown cause", "Leaving home-care leaving.includes Value", "[retiring]", "unknown-word"],
  ["an unknown kind of rate", "Leaving home-care leaving.kind Value", "per year", "unknown-word"],
  ["an unknown scope", "Leaving home-care leaving.scope Value", "employers", "unknown-word"],
  ["an unknown quality", "Staff home-care headcount Quality", "good", "unknown-word"],
  ["an unknown kind", "Staff home-care headcount Kind", "guess", "unknown-word"],
  ["an unknown source", "Staff home-care headcount Source", "their-survey", "unknown-source"],
  ["a name of a number with a slip", "Staff home-care vacancyRate Number", "vacancyRat", "unknown-key"],
  ["a name of a number with a space", "Staff home-care vacancyRate Number", "vacancy rate", "bad-number-name"],
  ["no name of a number", "Staff home-care vacancyRate Number", "", "empty-cell"],
  ["no pool", "Staff home-care vacancyRate Pool", "", "empty-cell"],
  [
    "a pool that is not there",
    "Staff home-care vacancyRate Pool",
    "home-cares",
    "missing-key",
    "Staff home-care vacancyRate Value",
  ],
  ["no value", "Staff home-care ages 16-29 Value", "", "empty-cell"],
  ["a number twice", "Staff hospital title Pool", "home-care", "row-twice", "Staff hospital title Number"],
  ["a day that is none", "Place calendar.base Value", "31 March", "wrong-type"],
  [
    "shares that are not a whole",
    "Staff home-care sex female Value",
    0.5,
    "shares-do-not-sum",
    "Staff home-care sex Value",
  ],
  ["a band that is none", "Staff home-care ages 16-29 For", "young", "bad-label"],
  ["a pool of a move that is not there", "Moves 1 from Value", "home-caring", "unknown-pool"],
  ["a number of a move that is none", "Moves 1 rate Move", "first", "bad-cell"],
  ["a column with another name", "Staff header Value", "Worth", "no-header", "Staff Staff Value"],
  ["an unknown column", "Staff header Note", "Notes to me", "unknown-column"],
  ["a column twice", "Staff header Note", "Value", "column-twice"],
  ["braces that hold no names", "Staff home-care headcount Other", "p10", "bad-cell"],
  ["a value and parts", "Staff home-care ages Value", 1, "value-and-parts", "Staff home-care ages 16-29 Number"],
];

describe("a slip in a workbook", () => {
  const slips = SLIPS.map(([name, where, value, code, at = where]) => ({ name, where, value, code, at }));
  it.each(slips)("$name is one error with its cell", ({ where, value, code, at }) => {
    const { sheet, row, column } = found(at);
    const error = thrown(() => readPlaceBook(edited({ [where]: value }), "w.xlsx", nothing));
    const cell = code === "no-header" ? "A1" : cellName(row, column);
    expect([error.code, error.cell, error.others]).toEqual([code, `${sheet.name}!${cell}`, []]);
    expect(error.message).toContain(`w.xlsx:${sheet.name}!${cell}: `);
    expect([error.rule, error.fix].every((words) => words !== undefined)).toBe(true);
  });
});

describe("a workbook that was changed in other ways", () => {
  const refused = (bytes: Uint8Array) => thrown(() => readPlaceBook(bytes, "w.xlsx", nothing));
  it("is refused with its cell where a sheet has a wrong name, and as a whole where it is another workbook", () => {
    const renamed = book.sheets.map((sheet) => (sheet.name === "Staff" ? { ...sheet, name: "Staf" } : sheet));
    expect(refused(writeXlsx({ ...book, sheets: renamed }))).toMatchObject({ code: "unknown-sheet", cell: "Staf!A1" });
    expect(refused(writeXlsx({ title: "x", sheets: [{ name: "x", rows: [] }] }))).toMatchObject({
      code: "not-a-place",
    });
  });

  it("is refused with its cell where rows are hidden or cells are merged", () => {
    const rows = [
      ["Pool", "Number", "For", "Value"],
      ["care", "headcount", "", "12"],
      ["care", "title", "", "Care"],
    ];
    const sheet = { name: "Staff", rows, hiddenRows: [], merged: [] };
    const of = (more: object) => thrown(() => readSheet(emptyTree(), { ...sheet, ...more }, TOPICS.staff, "w.xlsx"));
    expect(of({ hiddenRows: [2] })).toMatchObject({ code: "hidden-row", cell: "Staff!B3" });
    const merged = [{ top: 0, left: 2, bottom: 0, right: 3 }];
    expect(of({ merged })).toMatchObject({ code: "merged-cells", cell: "Staff!C1" });
    const tree = emptyTree();
    readSheet(tree, { ...sheet, hiddenRows: [7] }, TOPICS.staff, "w.xlsx");
    expect(contentOf(tree)).toEqual({ pools: { care: { headcount: 12, title: "Care" } } });
  });

  it("may have sheets of one's own, and scenarios whose slips have cells too", () => {
    const row = (...values: readonly (string | number)[]) => values.map((value) => ({ value }));
    const head = row("Scenario", "Number", "For", "Value");
    const plan = [
      head,
      row("keep", "title", "", "Keep people"),
      row("keep", "assumptions.#1.parameter", "", "leaving.rate"),
    ];
    const sheets = (more: readonly (readonly { value: string | number }[])[]) => [
      ...book.sheets.filter(({ name }) => name !== "Scenarios"),
      { name: "Scenarios", rows: [...plan, ...more] },
      { name: "My sums", rows: [row("Staff", 12)] },
    ];
    const right = writeXlsx({ ...book, sheets: sheets([row("keep", "assumptions.#1.multiply", "", 0.9)]) });
    const { scenarios } = readPlaceBook(right, "w.xlsx", nothing);
    expect(parseScenario(scenarios.get("keep.yaml") ?? "").assumptions).toMatchObject([
      { parameter: "leaving.rate", multiply: 0.9 },
    ]);
    const wrong = writeXlsx({ ...book, sheets: sheets([row("keep", "assumptions.#1.multply", "", 0.9)]) });
    expect(refused(wrong)).toMatchObject({ code: "unknown-key", cell: "Scenarios!B4", didYouMean: "multiply" });
  });
});

function thrown(work: () => unknown): CadreError {
  try {
    work();
  } catch (error) {
    if (error instanceof CadreError) return error;
    throw error;
  }
  throw new Error("nothing was wrong");
}
