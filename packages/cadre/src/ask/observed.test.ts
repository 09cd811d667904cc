import { describe, expect, it } from "vitest";
import { parseObserved } from "../against/observed-file.ts";
import { run } from "../projection/run.ts";
import { errorOf, still, town } from "../system/town.test-data.ts";
import { againstObserved } from "./observed.ts";

/** 100 people at the base, 10 more by every 31 March. */
const result = run(town({ care: still({ recruitment: { mode: "fixed", recruits: { 2020: 10 } } }) }));
const table = (...lines: string[]) => ["date,pool,measure,value", ...lines].join("\n");
const against = (line: string, interval?: Parameters<typeof againstObserved>[2]) =>
  againstObserved(result, parseObserved(table(line), { file: "observed.csv" }), interval)[0]!;

describe("observed figures", () => {
  it("are read with further columns, blank lines, percentages and any order of columns", () => {
    const text =
      "source,value,measure,pool,date\nreturns,7.8%,vacancyRate,care,2020-03-31\n\n,110,headcount,all,2020-03-31\n";
    expect(parseObserved(text).figures).toEqual([
      { date: "2020-03-31", pool: "care", measure: "vacancyRate", value: 0.078, line: 2 },
      { date: "2020-03-31", pool: "all", measure: "headcount", value: 110, line: 4 },
    ]);
  });

  it("may have empty cells at the end; a rate above all posts is asked about", () => {
    const head = "date,pool,measure,value\n";
    expect(parseObserved(`${head}2025-06-30,carers,headcount,98,\n`).figures).toMatchObject([{ value: 98 }]);
    expect(() => parseObserved(`${head}2025-06-30,carers,headcount,33,020\n`)).toThrow(/Write 3000, not 3,000/);
    const rate = (value: string) => () => parseObserved(`${head}2025-06-30,carers,vacancyRate,${value}\n`);
    expect(rate("8.1")).toThrow(/8\.1 would be 810%[\s\S]*Write 8\.1%/);
    expect(rate("8.1%")().figures[0]?.value).toBeCloseTo(0.081, 12);
    expect(rate("0.081")().figures[0]?.value).toBe(0.081);
  });

  it("of a stock stand against the line between two reference dates", () => {
    expect(against("2020-03-31,care,headcount,108")).toEqual({
      date: "2020-03-31",
      pool: "care",
      measure: "headcount",
      observed: 108,
      projected: expect.closeTo(110, 9),
      difference: expect.closeTo(-2, 9),
    });
    // 184 of the 366 days of 2020 before 1 October; 31 March is day 90 of a leap year and 89 of another.
    const share = (2020 + 274 / 366 - (2020 + 90 / 366)) / (2021 + 89 / 365 - (2020 + 90 / 366));
    expect(against("2020-10-01,care,headcount,115").projected).toBeCloseTo(110 + 10 * share, 9);
    expect(against("2019-03-31,care,headcount,100").difference).toBeCloseTo(0, 9);
  });

  it("of a flow stand against the model year that ends on their date", () => {
    expect(against("2021-03-31,care,joiners,12").difference).toBeCloseTo(2, 9);
  });

  it("lie inside an interval or not, ends included; without one nobody says", () => {
    const wide = ({ year }: { year: number }) => ({ p10: 105 + 10 * (year - 2020), p90: 112 + 10 * (year - 2020) });
    const inside = (line: string) => against(line, wide).inside;
    expect(inside("2020-03-31,care,headcount,105")).toBe(true);
    expect(inside("2020-03-31,care,headcount,112.5")).toBe(false);
    expect(inside("2020-09-30,care,headcount,110.2")).toBe(true);
    expect(inside("2020-09-30,care,headcount,109.7")).toBe(false);
    expect(against("2020-03-31,care,headcount,110")).not.toHaveProperty("inside");
    expect(against("2020-03-31,care,headcount,110", () => undefined)).not.toHaveProperty("inside");
    const certain = () => ({ p10: 110, p90: 110 });
    expect(against("2020-03-31,care,headcount,111", certain)).not.toHaveProperty("inside");
  });

  it.each([
    ["pool,measure,value\nall,headcount,1", 1, 'no column "date"', "columns date, pool, measure, value"],
    [table("31/03/2020,all,headcount,1"), 2, "not a date", "Write it like"],
    [table("2020-02-30,all,headcount,1"), 2, "not a date", "year-month-day"],
    [table("2020-03-31,all,headcount,1,000"), 2, "5 cells", "no commas"],
    [table("2020-03-31,all,headcount,about 100"), 2, "not a value", "33020"],
    [table("2020-03-31,all,headcount,"), 2, "not a value", "(nothing)"],
    [table("2020-03-31,,headcount,1"), 2, "not a pool", "sector:"],
    [table("2020-03-31,all,headcount,1", "2020-03-31,all,headcount,2"), 3, "already in line 2", "One line"],
  ])("that cannot be read are one error with their line: %j", (text, line, message, says) => {
    const error = errorOf(() => parseObserved(text, { file: "observed.csv" }));
    expect({ line: error.line, file: error.file }).toEqual({ line, file: "observed.csv" });
    expect(error.message).toContain(message);
    expect(error.message).toContain(says);
  });

  it.each([
    ["2020-03-31,caer,headcount,1", "unknown-pool", 'did you mean "care"?'],
    ["2020-03-31,care,headcuont,1", "unknown-measure", 'did you mean "headcount"?'],
    ["2018-03-31,care,headcount,1", "date-outside", "2019-03-31 to 2022-03-31"],
    ["2022-04-01,care,headcount,1", "date-outside", "calendar.until"],
    ["2020-09-30,care,leavers,1", "not-a-model-year", "31 March, 2020 to 2022"],
    ["2019-03-31,care,leavers,1", "not-a-model-year", "whole model years"],
  ])("that the run has not are one error with their line: %s", (line, code, says) => {
    const error = errorOf(() => against(line));
    expect({ code: error.code, line: error.line, file: error.file }).toEqual({ code, line: 2, file: "observed.csv" });
    expect(error.message).toContain(says);
  });
});
