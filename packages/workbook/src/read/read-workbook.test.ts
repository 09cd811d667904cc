import { describe, expect, it } from "vitest";
import { byHand, thrownBy } from "../book.test-data.ts";
import { zipOf } from "../parts/zip.ts";
import { openWorkbook } from "./read-workbook.ts";
import { sheetRows } from "./sheet-rows.ts";

describe("the rows of a sheet", () => {
  it("are texts, numbers with all their digits, and results of formulas", () => {
    const sheets = {
      Staff: `<row r="2"><c r="B2" t="s"><v>0</v></c><c t="s"><v>1</v></c><c r="E2"><v>1234.5</v></c></row>
        <row><c r="A3" t="str"><f>A1&amp;"&gt;"</f><v>a&gt;b</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c>
          <c t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> line</t></r></is></c><c><f>1+1</f><v>2</v></c></row>`,
    };
    const texts = ["<t>Role &amp; grade</t>", "<r><t>1,</t></r><r><t>240</t></r><rPh><t>spoken</t></rPh>"];
    const { rows, name, addressOf } = sheetRows(byHand({ sheets, texts }));
    expect(rows).toEqual([[], ["", "Role & grade", "1,240", "", "1234.5"], ["a>b", "TRUE", "#REF!", "in line", "2"]]);
    expect([name, addressOf(6, 3)]).toEqual(["Staff", "Staff!D7"]);
  });

  it("read percentages, dates, times and codes as they are meant", () => {
    const formats = [
      "0.0%",
      "dd/mm/yyyy",
      "h:mm",
      "000000",
      "&quot;days&quot; 0",
      "[$-809]d mmm yy hh:mm;@",
      "[Red]0.0E+00",
    ];
    const cell = (style: number, value: number) => `<c s="${style}"><v>${value}</v></c>`;
    const values = [
      [0, 0.1],
      [1, 0.07],
      [2, 43555],
      [3, 0.5],
      [4, 4217],
      [5, 7],
      [6, 43555.604166666664],
      [7, 12],
    ] as const;
    const row = `<row r="1">${values.map(([style, value]) => cell(style, value)).join("")}</row>`;
    const expected = ["0.1", "7%", "2019-03-31", "12:00", "004217", "7", "2019-03-31T14:30", "12"];
    expect(sheetRows(byHand({ sheets: { A: row }, formats })).rows).toEqual([expected]);
    const early = `<row>${[1, 59, 60, 61].map((day) => cell(2, day)).join("")}</row>`;
    expect(sheetRows(byHand({ sheets: { A: early }, formats })).rows).toEqual([
      ["1900-01-01", "1900-02-28", "1900-02-29", "1900-03-01"],
    ]);
    const mac = byHand({
      sheets: { A: `<row>${cell(2, 0)}${cell(2, 42093)}</row>` },
      formats,
      bookProperties: 'date1904="1"',
    });
    expect(sheetRows(mac).rows).toEqual([["1904-01-01", "2019-03-31"]]);
  });

  it("say what is hidden and what is merged", () => {
    const sheet = sheetRows(
      byHand({
        sheets: {
          A: '<row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row><row r="9"><c r="C9" s="0"/></row>',
        },
        after: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
      }),
    );
    expect(sheet.rows).toEqual([["1"], ["2"]]);
    expect(sheet.hiddenRows).toEqual([1]);
    expect(sheet.merged).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
  });

  it("are those of the sheet named, or of the only one that shows something", () => {
    const row = "<row><c><v>1</v></c></row>";
    const book = byHand({ sheets: { Notes: "", Old: row, Staff: row }, states: { Old: "hidden" } });
    expect(sheetRows(book).name).toBe("Staff");
    expect(sheetRows(book, { sheet: " staff " }).name).toBe("Staff");
    expect(thrownBy(() => sheetRows(book, { sheet: "Stuff", file: "a.xlsx" }))).toMatchObject({
      code: "unknown-sheet",
      file: "a.xlsx",
      value: "Stuff",
      rule: "Its sheets are: Notes, Old, Staff.",
    });
    const two = byHand({ sheets: { North: row, South: row } });
    expect(thrownBy(() => sheetRows(two))).toMatchObject({ code: "which-sheet", value: "North, South" });
    expect(thrownBy(() => sheetRows(byHand({ sheets: { A: "" } })))).toMatchObject({ code: "empty-workbook" });
  });

  it("stop at a formula that nobody calculated, and name the cell", () => {
    const book = byHand({ sheets: { "Our staff": '<row r="7"><c r="D7"><f>SUM(A1:A3)</f></c></row>' } });
    expect(thrownBy(() => sheetRows(book, { file: "a.xlsx" }))).toMatchObject({
      code: "formula-not-calculated",
      cell: "'Our staff'!D7",
      message: expect.stringContaining("a.xlsx:'Our staff'!D7: This cell holds a formula without a result."),
    });
  });

  it("may be many: a sheet is read piece by piece", () => {
    const long = "x".repeat(300);
    const rows = Array.from(
      { length: 5000 },
      (_, i) => `<row><c t="inlineStr"><is><t>é${long}${i}</t></is></c><c><v>${i}</v></c></row>`,
    );
    const read = sheetRows(byHand({ sheets: { A: rows.join("\n") } })).rows;
    expect(read).toHaveLength(5000);
    expect(read.every(([text, number], i) => text === `é${long}${i}` && number === String(i))).toBe(true);
  });
});

describe("a file that is no workbook", () => {
  it("is told apart: text, an old or locked workbook, half a file, another kind of zip", () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const opened = (content: Uint8Array) => thrownBy(() => openWorkbook(content, "a.xlsx"));
    expect(opened(bytes("a,b"))).toMatchObject({ code: "no-workbook", summary: "This file is not a workbook." });
    expect(opened(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toMatchObject({
      summary: expect.stringContaining("password"),
    });
    const whole = byHand({ sheets: { A: "" } });
    expect(opened(whole.slice(0, whole.length / 2))).toMatchObject({ code: "damaged-workbook", file: "a.xlsx" });
    expect(opened(zipOf(new Map([["a.txt", "a"]])))).toMatchObject({ code: "no-workbook" });
  });
});
