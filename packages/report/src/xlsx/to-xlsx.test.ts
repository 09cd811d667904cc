import JSZip from "jszip";
import { beforeAll, describe, expect, it } from "vitest";
import { kindAt, numberIn, rowsAsRead } from "../pack/cell.ts";
import type { BoardPack, PackTable } from "../pack/pack.ts";
import { townPack } from "../town.test-data.ts";
import { columnName, formulaOf } from "./formula.ts";
import { sheetName } from "./sheet-name.ts";
import { toXlsx } from "./to-xlsx.ts";

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

  it("has a sheet for every page, and every figure, input and change", () => {
    expect(book.names).toEqual([...pack.pages.map(({ about }) => about), "Figures", "Inputs", "Changes"]);
  });

  it("keeps demand less supply, and the change against the first scenario, as formulas with their results", () => {
    const figures = book.cells(book.names.indexOf("Figures"));
    expect(figures.get("H2")?.value).toBe("Gap (FTE)");
    for (const row of [3, 10, 100]) {
      expect(figures.get(`H${row}`)?.formula).toBe(`G${row}-F${row}`);
      const [demand, supply, gap] = ["G", "F", "H"].map((column) => Number(figures.get(`${column}${row}`)?.value));
      expect((demand ?? 0) - (supply ?? 0)).toBeCloseTo(gap ?? Number.NaN, 9);
      expect(figures.get(`I${row}`)?.formula).toMatch(new RegExp(`^H${row}-H\\d+$`));
    }
  });

  it("holds the numbers of the tables unrounded, in formats that round them as the tables do", () => {
    const answer = pack.pages[0]?.tables[0] as PackTable;
    const cells = [...book.cells(0).values()];
    for (const [r, row] of answer.rows.entries())
      for (const [c, cell] of row.entries()) {
        const value = numberIn(cell);
        if (value === undefined) continue;
        expect(cells.some((one) => !one.isText && Number(one.value) === value)).toBe(true);
        expect(Number(rowsAsRead(answer)[r]?.[c]?.replaceAll(",", "").replace("−", "-"))).toBe(Math.round(value) + 0);
        expect(kindAt(answer, r, c)).toBe("whole");
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
    expect(sheets.filter((sheet) => /hyperlink|<img/i.test(sheet)).length).toBe(0);
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
    expect(formulaOf({ value: 0, plus: [at(0, 1)], minus: [at(1, 1)] }, 5)).toBe("B5-B6");
    expect(formulaOf({ value: 0, plus: [at(0, 1), at(1, 1), at(2, 1)], minus: [] }, 2)).toBe("SUM(B2:B4)");
    expect(formulaOf({ value: 0, plus: [at(3, 1), at(3, 2), at(3, 3)], minus: [] }, 1)).toBe("SUM(B4:D4)");
    expect(formulaOf({ value: 0, plus: [at(0, 1), at(1, 3)], minus: [] }, 1)).toBe("B1+D2");
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  });
});

describe("the name of a sheet", () => {
  it("is short, allowed, and there once", () => {
    expect(sheetName("Gap: by [employer]?", [])).toBe("Gap  by  employer");
    expect(sheetName("Answer", ["answer"])).toBe("Answer 2");
    expect(sheetName("x".repeat(40), ["x".repeat(31)])).toHaveLength(29);
    expect(sheetName("'", [])).toBe("Sheet");
  });
});
