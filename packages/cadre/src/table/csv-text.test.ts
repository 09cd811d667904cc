import { csvParseRows } from "d3-dsv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CadreError } from "../error/cadre-error.ts";
import { columnsCsv, csvText, rowsCsv } from "./csv-text.ts";
import { withoutFormula } from "./no-formula.ts";

const cell = (text: string | number | undefined): string => csvText(["a"], [{ a: text }]).slice("a\n".length, -1);

describe("a CSV file", () => {
  it("quotes as RFC 4180 says", () => {
    expect(rowsCsv(["a", "b", "c", "d", "e", "f"], [["a", 'say "b"', "c,d", "e\nf", undefined, ""]])).toBe(
      'a,b,c,d,e,f\na,"say ""b""","c,d","e\nf",,\n',
    );
  });

  it("has a cell for each heading, whatever order a row names them in", () => {
    expect(csvText(["a", "b"], [{ b: 2, a: 1 }])).toBe("a,b\n1,2\n");
    expect(csvText(["a", "b"], [{ b: 2, a: undefined }])).toBe("a,b\n,2\n");
  });

  it("keeps every digit of a number, and refuses what is none", () => {
    for (const value of [0.1 + 0.2, 1e-300, -5, 33452]) expect(Number(cell(value))).toBe(value);
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => cell(value)).toThrow(CadreError);
  });

  it("refuses rows and columns that are not as long as the others", () => {
    expect(() => rowsCsv(["a", "b"], [["1"]])).toThrow("1 cells under 2 headings");
    expect(() => columnsCsv([{ a: [1, 2], b: [1] }])).toThrow(CadreError);
    expect(() => columnsCsv<string>([{ a: [1] }, { b: [1] }])).toThrow(CadreError);
    expect(columnsCsv([])).toBe("");
  });

  it("is read back as it was written, whatever stands in it", () => {
    const text = fc.string({ unit: fc.constantFrom(..."ab1-=+@;,\" '\n\r\t\u00a0＝") });
    fc.assert(
      fc.property(fc.array(fc.record({ a: text, b: text, c: text }), { minLength: 1 }), (rows) => {
        const [heads, ...read] = csvParseRows(csvText(["a", "b", "c"], rows));
        expect(heads).toEqual(["a", "b", "c"]);
        expect(read).toEqual(rows.map(({ a, b, c }) => [a, b, c].map(withoutFormula)));
      }),
    );
  });
});

describe("a text for a spreadsheet", () => {
  it.each([
    "=1+1",
    "+SUM(A1)",
    "-2+3",
    "@x",
    "-",
    "=",
    "+ 5",
    "-5+cmd|'/c calc'!A1",
    "+1,23",
    "--1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
  ])("makes no formula of %j", (text) => expect(withoutFormula(text)).toBe(`'${text}`));

  it.each(["\tx", "\rx", "\nx"])("does not begin with a tab or the end of a line, as %j does", (text) => {
    expect(withoutFormula(text)).toBe(`'${text}`);
  });

  it.each([
    // Spaces of every kind, control characters and marks without width.
    ...[" ", "\u00a0", "\u3000", "\u200b", "\ufeff", "\u0000", "  \u00a0"].map((spaces) => [
      `${spaces}=1`,
      `${spaces}'=1`,
    ]),
    ["\n=1", "'\n'=1"],
    ["a;=1", "a;'=1"],
    ["a; =1", "a; '=1"],
    ["a\n=1", "a\n'=1"],
    ["a\r\n＝1", "a\r\n'＝1"],
    ["a\t@x", "a\t'@x"],
    ["=a;=b", "'=a;'=b"],
  ])("makes none of %j where a spreadsheet skips spaces or would start another cell or line", (text, safe) => {
    expect(withoutFormula(text)).toBe(safe);
  });

  it.each([
    ...["-5", "+1.5e3", "-.5", "+1,234", "-1,234,567.8", "-3%", "a=b", "16-29", "'x", ""],
    ...["pool: care; tenure: 0", "–", "−12", "a, -b", "two\nlines"],
  ])("leaves %j as it is", (text) => {
    expect(withoutFormula(text)).toBe(text);
  });
});
