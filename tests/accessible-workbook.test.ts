import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { boardPack, toXlsx } from "@cadre/report";
import { writeXlsx } from "@cadre/workbook";
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
  for (const place of PLACES) {
    const system = await readSystem(`scenarios/${place}/system.yaml`);
    const plan = await readScenario(`scenarios/${place}/plan.yaml`);
    books.set(place, await toXlsx(boardPack([run(system), run(system, plan)])));
  }
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
