import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BoardPack, boardPack, toOds, toXlsx } from "@cadre/report";
import { writeOds, writeXlsx } from "@cadre/workbook";
import { run } from "cadre";
import { readScenario, readSystem } from "cadre/node";
import { expect, test } from "vitest";

const PLACES = ["north-west-academies"] as const;

interface Report {
  readonly sheets: number;
  readonly tables: number;
  readonly charts: number;
  readonly broken: Readonly<Record<string, readonly string[]>>;
}

const hasPython = (() => {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

async function packOf(place: string): Promise<BoardPack> {
  const system = await readSystem(`scenarios/${place}/system.yaml`);
  const plan = await readScenario(`scenarios/${place}/plan.yaml`);
  return boardPack([run(system), run(system, plan)]);
}

/** What a reader in another language finds different between a workbook and an open document. */
function compared(xlsx: Uint8Array, ods: Uint8Array): unknown {
  const folder = mkdtempSync(join(tmpdir(), "cadre-ods-"));
  try {
    const files = [join(folder, "pack.xlsx"), join(folder, "pack.ods")] as const;
    writeFileSync(files[0], xlsx);
    writeFileSync(files[1], ods);
    return JSON.parse(execFileSync("python3", ["tests/reference/same_content.py", ...files], { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a reader in another language says of workbooks, by their names. */
function judged(books: ReadonlyMap<string, Uint8Array>): Map<string, Report> {
  const folder = mkdtempSync(join(tmpdir(), "cadre-accessible-"));
  try {
    const files = [...books].map(([name, bytes]) => {
      const file = join(folder, `${name}.xlsx`);
      writeFileSync(file, bytes);
      return [name, file] as const;
    });
    const words = ["tests/reference/accessible.py", ...files.map(([, file]) => file)];
    const said = JSON.parse(execFileSync("python3", words, { encoding: "utf8", maxBuffer: 1e8 }));
    return new Map(files.map(([name, file]) => [name, said[file] as Report]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(!hasPython)("the workbook of a place meets each point of the checklist (needs python3)", async () => {
  const books = new Map<string, Uint8Array>();
  for (const place of PLACES) books.set(place, await toXlsx(await packOf(place)));
  const found = judged(books);
  expect([...found].map(([place, { broken }]) => [place, broken])).toEqual(PLACES.map((place) => [place, {}]));
  for (const { sheets, tables, charts } of found.values())
    expect([sheets - 1, tables > 15, charts > 5]).toEqual([tables + charts, true, true]);
});

test.skipIf(!hasPython)("the reader notices each kind of fault", () => {
  const text = (value: string) => ({ value });
  const rows = [
    [text("Item"), text("item")],
    [text("12"), { value: 3 }],
    [text("13"), undefined],
    [text("a"), text("b")],
  ];
  const table = { name: "Table1", range: { top: 0, left: 0, bottom: 2, right: 1 } };
  const long = { name: "Long", rows: [[text("Item")], ...Array.from({ length: 30 }, () => [text("word")])] };
  const sheets = [
    { name: "First", rows, table },
    { ...long, table: { name: "Table1", range: { top: 0, left: 0, bottom: 30, right: 0 } } },
    { name: "Bare", rows: [[text("Bare")]] },
  ];
  const broken = Object.keys(judged(new Map([["bad", writeXlsx({ title: "Bad", sheets })]])).get("bad")?.broken ?? {});
  expect(broken.map((point) => Number(point.split(".")[0])).sort((a, b) => a - b)).toEqual([
    1, 2, 5, 6, 8, 10, 11, 14, 16, 18,
  ]);
});

test.skipIf(!hasPython)(
  "the open document of a place has every cell, table, link and chart of the workbook (needs python3)",
  async () => {
    const pack = await packOf(PLACES[0]);
    const by = { madeBy: "A <team> & others", contact: "team@example.org", date: "3 May 2026" };
    const [xlsx, ods, again] = [await toXlsx(pack, by), await toOds(pack, by), await toOds(pack, by)];
    expect(Buffer.from(ods).equals(Buffer.from(again))).toBe(true);
    expect(compared(xlsx, ods)).toEqual({
      ...{ sheets: expect.any(Number), cells: expect.toSatisfy((cells: number) => cells > 10_000) },
      ...{ charts: expect.toSatisfy((charts: number) => charts > 5), differences: [] },
    });
  },
);

test.skipIf(!hasPython)(
  "spaces, lines, signs, formulas and looks of cells are the same in both; a difference is noticed",
  () => {
    const odd = "  two  spaces\tand a tab & <sign>";
    const rows = [
      [{ value: "Year" }, { value: "Gap" }],
      [
        { value: odd, look: { wrap: true, indent: true, align: "left" } as const },
        { value: 0.5, look: { format: "0.0%" } },
      ],
      [
        { value: "line\nline", look: { heading: 2, colour: "B4451F" } as const },
        { value: { formula: "SUM(B2:B2)-B2", value: 0 } },
      ],
    ];
    const sheets = (first: string) => [
      {
        name: "It's one",
        rows,
        table: { name: "Gap_by_year", range: { top: 0, left: 0, bottom: 2, right: 1 } },
        frozen: 1,
      },
      { name: "Two", rows: [[{ value: first, link: "#It's one" }]], widths: [20] },
    ];
    const xlsx = writeXlsx({ title: "Odd", sheets: sheets("To the first") });
    const same = compared(xlsx, writeOds({ title: "Odd", sheets: sheets("To the first") }));
    expect(same).toEqual({ sheets: 2, cells: 7, charts: 0, differences: [] });
    expect(compared(xlsx, writeOds({ title: "Odd", sheets: sheets("Elsewhere") }))).toMatchObject({
      differences: [expect.stringContaining("Elsewhere")],
    });
  },
);
