import { writeXlsx } from "@cadre/workbook";
import { describe, expect, it } from "vitest";
import { readEstimates } from "./people/estimates.ts";
import { problemOf } from "./problem.test-data.ts";
import { readCareTurnover } from "./staff/care-turnover.ts";
import { readNhsStaff } from "./staff/nhs-staff.ts";

type Row = readonly (string | number | undefined)[];
const book = (sheets: Readonly<Record<string, readonly Row[]>>): Uint8Array =>
  writeXlsx({
    title: "Figures",
    sheets: Object.entries(sheets).map(([name, rows]) => ({
      name,
      rows: rows.map((row) => row.map((value) => (value === undefined ? undefined : { value }))),
    })),
  });

const staff: readonly Row[] = [
  ["NHS staff by organisation [note 1]"],
  [],
  ["Date", "Org Code", "Org Name", "Staff Group", "Data Type", "Total [note 2]"],
  ["2018-06-30", "RX1", "Northland Hospitals [note 3]", "Midwives", "FTE", 122.4],
  ["2018-06-30", "RX1", "Northland Hospitals", "Doctors", "FTE", "1,240 [p]"],
  ["2018-06-30", "RX2", "Southland Trust", "Midwives", "FTE", "*"],
  [],
  ["Note 1: as published"],
  ["Note 2: full-time equivalents"],
];

describe("a workbook as published", () => {
  it("is read like a CSV file: title rows, notes, marks of footnotes, several sheets", () => {
    const bytes = book({ Cover: [["NHS Workforce Statistics"]], "1. Staff": staff, Notes: [["1", "as published"]] });
    const options = { organisations: ["Northland Hospitals"] };
    expect(readNhsStaff(bytes, options).rows).toEqual([
      { month: "2018-06", code: "RX1", organisation: "Northland Hospitals", group: "Midwives", fte: 122.4 },
      { month: "2018-06", code: "RX1", organisation: "Northland Hospitals", group: "Doctors", fte: 1240 },
    ]);
    const csv = staff.filter((row) => row.length > 1).map((row) => row.map((cell) => `"${cell}"`).join(","));
    const asText = csv.join("\r\n");
    expect(readNhsStaff(asText, options).rows).toEqual(readNhsStaff(bytes, options).rows);
    expect(readNhsStaff(new TextEncoder().encode(`\uFEFF${asText}`), options).rows).toEqual(
      readNhsStaff(bytes, options).rows,
    );
  });

  it("names the cell that is wrong", () => {
    const asked = (sheets: Readonly<Record<string, readonly Row[]>>) =>
      problemOf(() => readNhsStaff(book(sheets), { file: "staff.xlsx" }));
    expect(asked({ "1. Staff": staff })).toMatchObject({
      code: "bad-cell",
      file: "staff.xlsx",
      cell: "'1. Staff'!F6",
      value: "*",
    });
    const renamed = staff.map((row, i) =>
      i === 2 ? row.map((cell) => (cell === "Org Code" ? "Code of org" : cell)) : row,
    );
    expect(asked({ Staff: renamed })).toMatchObject({ code: "missing-column", cell: "Staff!A3" });
  });

  it("asks which sheet where several have figures, and says which there are", () => {
    const sheets = { June: staff.slice(0, 5), July: staff.slice(0, 5) };
    expect(problemOf(() => readNhsStaff(book(sheets)))).toMatchObject({ code: "which-sheet", value: "June, July" });
    expect(readNhsStaff(book(sheets), { sheet: "july" }).rows).toHaveLength(2);
    expect(problemOf(() => readNhsStaff(book(sheets), { sheet: "Jully" }))).toMatchObject({
      code: "unknown-sheet",
      didYouMean: "July",
    });
    const other = {
      A: [
        ["Year", "Births"],
        [2018, 12],
      ],
      B: [
        ["Year", "Deaths"],
        [2018, 9],
      ],
    };
    expect(problemOf(() => readNhsStaff(book(other)))).toMatchObject({ code: "unknown-layout", value: "A, B" });
  });

  it("may be people by sex on sheets of their own, or shares of leavers", () => {
    const people = (sex: string, factor: number): readonly Row[] => [
      ["Mid-2021 population estimates"],
      [sex],
      ["Code", "Name", "Geography", "All ages", 0, "1+"],
      ["E9", "Weston", "Unitary Authority", 220 * factor, 20 * factor, 200 * factor],
    ];
    const bytes = book({ "MYE2 - Males": people("Males", 1), "MYE2 - Females": people("Females", 2) });
    const females = readEstimates(bytes, { sheet: "MYE2 - Females" }).rows;
    expect(females.map(({ sex, people: count }) => `${sex} ${count}`)).toEqual(["female 40", "female 400"]);
    const care = "code,area,year,leaving";
    expect(problemOf(() => readCareTurnover(book({ Sheet1: [care.split(",")] })))).toMatchObject({
      file: "care-turnover.xlsx",
    });
  });
});
