import { describe, expect, it } from "vitest";
import { problemOf } from "../problem.test-data.ts";
import { parseMonth } from "./month.ts";
import { readNhsStaff } from "./nhs-staff.ts";

const byMonth = `month,org_code,org_name,staff_group,fte
2017-SEP,RX1,Northland Hospitals,Midwives,120.5
2017-SEP,RX1,Northland Hospitals,"Support to doctors, nurses & midwives",830
2018-JUN,RX1,Northland Hospitals,Midwives,122.4
2018-JUN,RX1,Northland Hospitals,"Support to doctors, nurses & midwives","1,832.5"
2018-JUN,RX2,Southland Partnership,Midwives,0
`;

const monthly = `Date,NHSE_Region_Code,NHSE_Region_Name,Org Code,Org Name,Cluster Group,Benchmark Group,Staff Group Sort Order,Staff Group,Data Type,Total
2018-06-30,Y1,North,RX1,Northland Hospitals,Acute,Large,1,Total,FTE,900.5
2018-06-30,Y1,North,RX1,Northland Hospitals,Acute,Large,1,Total,HC,1000
2018-06-30,Y1,North,RX1,Northland Hospitals,Acute,Large,2,Nurses & health visitors,FTE,300.25
`;

describe("NHS staff by trust and staff group", () => {
  it("is read by organisation, staff group and month", () => {
    const { rows, source } = readNhsStaff(byMonth, { organisations: ["RX1"], months: ["2018-06"] });
    expect(rows).toEqual([
      { month: "2018-06", code: "RX1", organisation: "Northland Hospitals", group: "Midwives", fte: 122.4 },
      {
        month: "2018-06",
        code: "RX1",
        organisation: "Northland Hospitals",
        group: "Support to doctors, nurses & midwives",
        fte: 1832.5,
      },
    ]);
    expect(source).toMatchObject({ publisher: "NHS Digital", licence: "OGL-3.0" });
    expect(readNhsStaff(byMonth, { groups: ["Midwives"] }).rows).toHaveLength(3);
  });

  it("is read from the monthly statistics, in full-time equivalents only", () => {
    const { rows } = readNhsStaff(monthly, { groups: ["Nurses & health visitors"] });
    expect(rows).toEqual([
      {
        month: "2018-06",
        code: "RX1",
        organisation: "Northland Hospitals",
        group: "Nurses & health visitors",
        fte: 300.25,
      },
    ]);
    expect(problemOf(() => readNhsStaff(monthly.replaceAll("FTE", "HC1")))).toMatchObject({ code: "no-figures" });
  });

  it("is refused when a column, cell, organisation, staff group or month is not what it was", () => {
    const file = { file: "nhs.csv" };
    const problem = (text: string, options = {}) => problemOf(() => readNhsStaff(text, { ...file, ...options }));
    expect(problem(byMonth.replace("staff_group", "staff_grp"))).toMatchObject({
      code: "missing-column",
      line: 1,
      column: 25,
      didYouMean: "staff_group",
    });
    expect(problem(byMonth.replace("122.4", "*"))).toMatchObject({ code: "bad-cell", line: 4, column: 43, value: "*" });
    expect(problem(byMonth.replace("2018-JUN", "2018-JUM"))).toMatchObject({ code: "bad-cell", line: 4, column: 1 });
    expect(problem(byMonth, { organisations: ["Northland Hospital"] })).toMatchObject({
      code: "unknown-organisation",
      didYouMean: "Northland Hospitals",
    });
    expect(problem(byMonth, { groups: ["Midwifes"] })).toMatchObject({ code: "unknown-group", didYouMean: "Midwives" });
    expect(problem(byMonth, { months: ["2017-09"] })).toMatchObject({
      code: "missing-month",
      message: "The file has no figures of Southland Partnership for 2017-09.",
    });
    expect(problem(byMonth.replace("RX2,Southland Partnership", "RX1,Northland Hospitals"))).toMatchObject({
      code: "figure-twice",
      line: 6,
    });
  });
});

it.each([
  ["2018-JUN", "2018-06"],
  ["2018-06", "2018-06"],
  ["2018-06-30", "2018-06"],
  ["2018-06-30T00:00:00", "2018-06"],
  ["30/06/2018", "2018-06"],
  ["Jun-18", "2018-06"],
  ["30 June 2018", "2018-06"],
  ["Sept 2017", "2017-09"],
  ["2018-13", undefined],
  ["June", undefined],
  ["Juniper 2018", undefined],
])("%s is the month %s", (text, month) => expect(parseMonth(text)).toBe(month));
