import { describe, expect, test } from "vitest";
import { CadreError } from "../error/cadre-error.ts";
import { parseSeries } from "./series.ts";

const HEAD = "date,pool,measure,value,published,vintage,source\n";
const read = (rows: string) => parseSeries(HEAD + rows, { file: "series.csv" });
const fault = (rows: string): CadreError => {
  try {
    read(rows);
  } catch (error) {
    if (error instanceof CadreError) return error;
    throw error;
  }
  throw new Error("nothing was wrong");
};

describe("a series file", () => {
  test("holds figures with their day of publication and edition", () => {
    const { figures } = read("2018-03-31,care,leaving.rate,32.4%,2018-10-01,first,report\n");
    expect(figures).toEqual([
      {
        date: "2018-03-31",
        pool: "care",
        measure: "leaving.rate",
        value: 0.324,
        published: "2018-10-01",
        vintage: "first",
        source: "report",
        line: 2,
      },
    ]);
  });

  test.each([
    ["2019-03-31", "2019-12-31"],
    ["2012-09-30", "2013-06-30"],
    ["2018-05-31", "2019-02-28"],
    ["2019-05-31", "2020-02-29"],
  ])("%s is known on %s where nobody says when it was published", (date, known) => {
    expect(read(`${date},care,headcount,100,,first,report\n`).figures[0]?.published).toBe(known);
  });

  test("the same figure may stand in two editions", () => {
    const rows = "2018-03-31,care,headcount,100,,first,r\n2018-03-31,care,headcount,103,2020-01-31,revised,r\n";
    expect(read(rows).figures).toHaveLength(2);
  });

  test("a population may be projected before its date", () => {
    expect(read("2030-06-30,population,65+,100,2020-03-24,ons-2018,ons\n").figures).toHaveLength(1);
  });

  test.each([
    ["2019-13-31,care,headcount,100,,first,r", "bad-cell", 1, "2019-13-31"],
    ["2019-03-31,,headcount,100,,first,r", "bad-cell", 2, "(nothing)"],
    ["2019-03-31,care,,100,,first,r", "bad-cell", 3, "(nothing)"],
    ["2019-03-31,care,headcount,many,,first,r", "bad-cell", 4, "many"],
    ["2019-03-31,care,headcount,100,soon,first,r", "bad-cell", 5, "soon"],
    ["2019-03-31,care,headcount,100,,,r", "bad-cell", 6, "(nothing)"],
    ["2019-03-31,care,headcount,100,,first,", "bad-cell", 7, "(nothing)"],
    ["2019-03-31,care,headcount,1,000,,first,r", "too-many-cells", 8, undefined],
    ["2019-03-31,care,headcount,100,2019-01-31,first,r", "bad-cell", 5, "2019-01-31"],
  ])("%s is refused with its place", (row, code, column, value) => {
    const error = fault(`2018-03-31,care,headcount,99,,first,r\n${row}\n`);
    expect(error).toMatchObject({ code, file: "series.csv", line: 3, column, ...(value !== undefined && { value }) });
    expect(error.fix).toBeTruthy();
  });

  test("a figure that stands twice is refused, and says where the other is", () => {
    const row = "2018-03-31,care,headcount,99,,first,r\n";
    expect(fault(row + row)).toMatchObject({ code: "figure-twice", line: 3 });
    expect(fault(row + row).message).toContain("line 2");
  });

  test("without a column it says which", () => {
    expect(() => parseSeries("date,pool,measure,value\n")).toThrowError(/no column "published"/);
  });
});
