import { openWorkbook, sheetRows } from "@cadre/workbook";
import JSZip from "jszip";
import { beforeAll, describe, expect, it } from "vitest";
import { numberIn, rowsAsRead } from "../pack/cell.ts";
import type { BoardPack, PackTable } from "../pack/pack.ts";
import { townPack } from "../town.test-data.ts";
import { formulaOf } from "./formula.ts";
import { toXlsx } from "./to-xlsx.ts";

/** A text as a part of a workbook holds it. */
const escapedText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const HOSTILE = `=HYPERLINK("http://x","y") <img src=x onerror=alert(1)>`;

/** What the sheets of a workbook hold: every cell with its text, number or formula. */
async function opened(pack: BoardPack) {
  const zip = await JSZip.loadAsync(await toXlsx(pack));
  const text = async (name: string) => (await zip.file(name)?.async("string")) ?? "";
  const strings = [
    ...(await text("xl/sharedStrings.xml")).matchAll(/<si>(?:<t[^>]*>([\s\S]*?)<\/t>|<t[^>]*\/>)<\/si>/g),
  ].map(([, found = ""]) => found);
  const names = [...(await text("xl/workbook.xml")).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  const sheets = await Promise.all(names.map((_, i) => text(`xl/worksheets/sheet${i + 1}.xml`)));
  const cells = (sheet: number) =>
    new Map(
      [...(sheets[sheet] ?? "").matchAll(/<c r="([A-Z]+\d+)"([^>]*)>([\s\S]*?)<\/c>/g)].map(
        ([, at = "", attributes = "", inside = ""]) => {
          const value = /<v>([^<]*)<\/v>/.exec(inside)?.[1] ?? "";
          const isText = /t="s"/.test(attributes);
          return [
            at,
            {
              formula: /<f>([^<]*)<\/f>/.exec(inside)?.[1],
              isText,
              value: isText ? (strings[Number(value)] ?? "") : value,
            },
          ];
        },
      ),
    );
  return { names, strings, sheets, cells };
}

describe("a board pack as a workbook", () => {
  const { pack } = townPack();
  let book: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    book = await opened(pack);
  });
  it("has a cover, contents, findings and notes, then a sheet for each table and chart, each named once", () => {
    expect(book.names.slice(0, 6)).toEqual(["Cover", "Contents", "Findings", "Notes", "Answer", "Decision"]);
    expect(book.names.slice(-3)).toEqual(["Figures", "Inputs", "Changes"]);
    const tables = pack.pages.flatMap((page) => [...page.tables, ...(page.chart ? [page.chart.numbers] : [])]);
    const charts = pack.pages.filter(({ chart }) => chart).length;
    expect(book.names).toHaveLength(4 + tables.length + charts + pack.sheets.length);
    expect(new Set(book.names.map((name) => name?.toLowerCase())).size).toBe(book.names.length);
    expect(book.strings).toEqual(expect.arrayContaining(pack.pages.map(({ title }) => escapedText(title))));
  });

  it("keeps demand less supply, and the change against the first scenario, as formulas with their results", () => {
    const figures = book.cells(book.names.indexOf("Figures"));
    const [head = ""] = [...figures].find(([, { value }]) => value === "Gap (FTE)") ?? [];
    const top = Number(head.slice(1));
    expect(head).toMatch(/^H\d+$/);
    for (const row of [top + 1, top + 8, top + 60]) {
      expect(figures.get(`H${row}`)?.formula).toBe(`G${row}-F${row}`);
      const [demand, supply, gap] = ["G", "F", "H"].map((column) => Number(figures.get(`${column}${row}`)?.value));
      expect((demand ?? 0) - (supply ?? 0)).toBeCloseTo(gap ?? Number.NaN, 9);
      expect(figures.get(`I${row}`)?.formula).toMatch(new RegExp(`^H${row}-H\\d+$`));
    }
  });

  it("holds the numbers of the tables unrounded", () => {
    const answer = pack.pages[0]?.tables[0] as PackTable;
    const cells = [...book.cells(book.names.indexOf("Answer")).values()];
    for (const [r, row] of answer.rows.entries())
      for (const [c, cell] of row.entries()) {
        const value = numberIn(cell);
        if (value === undefined) continue;
        expect(cells.some((one) => !one.isText && Number(one.value) === value)).toBe(true);
        expect(Number(rowsAsRead(answer)[r]?.[c]?.replaceAll(",", "").replace("−", "-"))).toBe(Math.round(value) + 0);
      }
  });

  it("is the same to the byte each time, and says who answers for it", async () => {
    expect(await toXlsx(pack)).toEqual(await toXlsx(pack));
    const told = { madeBy: "Town council", contact: "plan@town.example", date: "3 May 2026", licence: "OGL 3.0" };
    const own = sheetRows(await toXlsx(pack, told), { sheet: "Cover" }).rows.flat();
    expect(own).toEqual(expect.arrayContaining(Object.values(told)));
    expect(own.filter((text) => text.includes("filled in"))).toEqual([]);
    const bare = sheetRows(await toXlsx(pack), { sheet: "Cover" }).rows.flat();
    expect(bare.filter((text) => text.includes("to be filled in"))).toHaveLength(4);
  });

  it("draws every chart from the cells of its table, on a sheet of its own", async () => {
    const zip = await JSZip.loadAsync(await toXlsx(pack));
    const charts = await Promise.all(
      Object.keys(zip.files)
        .filter((name) => name.startsWith("xl/charts/"))
        .map((name) => zip.file(name)?.async("string") ?? ""),
    );
    expect(charts).toHaveLength(pack.pages.filter(({ chart }) => chart).length);
    const workbook = openWorkbook(await toXlsx(pack));
    for (const chart of charts) {
      const series = [
        ...chart.matchAll(/<c:(?:tx|cat|val)><c:(?:str|num)Ref><c:f>([^<]*)<\/c:f>(.*?)<\/c:(?:str|num)Ref>/g),
      ];
      expect(series.length).toBeGreaterThan(2);
      for (const [, reference = "", cached = ""] of series) {
        const [, sheet = "", from = "", to = from] =
          /^'?(.*?)'?!\$([A-Z]+\$\d+)(?::\$([A-Z]+\$\d+))?$/.exec(reference) ?? [];
        const { rows } = workbook.read(sheet);
        const column = from.charCodeAt(0) - 65;
        const [top, bottom] = [from, to].map((cell) => Number(cell.split("$")[1]));
        const cells = rows.slice((top ?? 1) - 1, bottom).map((row) => row[column]);
        expect([...cached.matchAll(/<c:v>([^<]*)</g)].map(([, value]) => value)).toEqual(
          cells.map((cell) => escapedText(cell ?? "")),
        );
      }
    }
  });

  it("runs nothing that stands in a file: text stays text, formulas are only its own", async () => {
    const [title, care, plan] = [HOSTILE, "+cmd|' /C calc'!A0", "@SUM(1+1)"] as const;
    const { strings, sheets } = await opened(townPack({ title, care, plan }).pack);
    const formulas = sheets.flatMap((sheet) =>
      [...sheet.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula = ""]) => formula),
    );
    expect(formulas.length).toBeGreaterThan(100);
    const own = /^(SUM\([A-Z]+\d+:[A-Z]+\d+\)|[A-Z]+\d+([+-][A-Z]+\d+)*)$/;
    expect(formulas.filter((formula) => !own.test(formula))).toEqual([]);
    expect(sheets.filter((sheet) => /<hyperlink [^>]*r:id|<img/i.test(sheet)).length).toBe(0);
    // They are there as texts, and would be texts in a CSV file that the workbook is saved as.
    const plain = strings.map((text) =>
      text.replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&gt;", ">").replaceAll("&lt;", "<"),
    );
    for (const foreign of [title, care, plan])
      expect(
        plain.some((text) => text.startsWith(`'${foreign}`)),
        foreign,
      ).toBe(true);
    expect(plain.filter((text) => /^\s*[=@＝]/.test(text))).toEqual([]);
  });
});

describe("a formula", () => {
  const at = (row: number, column: number) => ({ row, column });
  it("names cells where the table stands", () => {
    expect(formulaOf({ value: 0, plus: [at(0, 1)], minus: [at(1, 1)] }, 4)).toBe("B5-B6");
    expect(formulaOf({ value: 0, plus: [at(0, 1), at(1, 1), at(2, 1)], minus: [] }, 1)).toBe("SUM(B2:B4)");
    expect(formulaOf({ value: 0, plus: [at(3, 1), at(3, 2), at(3, 3)], minus: [] }, 0)).toBe("SUM(B4:D4)");
    expect(formulaOf({ value: 0, plus: [at(0, 1), at(1, 3)], minus: [] }, 0)).toBe("B1+D2");
  });
});
