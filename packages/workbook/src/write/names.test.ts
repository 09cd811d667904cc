import { describe, expect, it } from "vitest";
import { addressOf, columnName, columnNumber, rangeName, rangeOf } from "../parts/address.ts";
import { sheetName } from "./sheet-name.ts";
import { tableName } from "./table-name.ts";

describe("the name of a sheet", () => {
  it("is short, allowed, and there once", () => {
    expect(sheetName("Gap: by [employer]?", [])).toBe("Gap  by  employer");
    expect(sheetName("Answer", ["answer"])).toBe("Answer 2");
    expect(sheetName("x".repeat(40), ["x".repeat(31)])).toHaveLength(29);
    expect(sheetName("'", [])).toBe("Sheet");
  });
});

describe("the name of a table", () => {
  it("has words only, is none of a cell, and is there once", () => {
    expect(tableName("Gap by employer, by year", [])).toBe("Gap_by_employer_by_year");
    expect(tableName("Évidence — été", [])).toBe("Evidence_ete");
    expect(tableName("FTE 2035", [])).toBe("FTE_2035");
    expect(["FTE2035", "A1", "R", "2035", ""].map((name) => tableName(name, []))).toEqual([
      "Table_FTE2035",
      "Table_A1",
      "Table_R",
      "Table_2035",
      "Table",
    ]);
    expect(tableName("Answer", ["answer", "answer_2"])).toBe("Answer_3");
  });
});

describe("a cell", () => {
  it("is named by letters and digits, with its sheet in quotation marks where it needs them", () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
    expect([0, 25, 26, 701, 702].map(columnName).map(columnNumber)).toEqual([0, 25, 26, 701, 702]);
    expect(["Staff", "Our staff", "O'Neill", "A1"].map((sheet) => addressOf(sheet, 6, 3))).toEqual([
      "Staff!D7",
      "'Our staff'!D7",
      "'O''Neill'!D7",
      "'A1'!D7",
    ]);
    expect(["A3:F6", "B2", "Staff!A1"].map((text) => rangeOf(text)).map((range) => range && rangeName(range))).toEqual([
      "A3:F6",
      "B2:B2",
      undefined,
    ]);
  });
});
