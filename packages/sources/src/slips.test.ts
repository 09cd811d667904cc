import { describe, expect, it } from "vitest";
import { readEstimates } from "./people/estimates.ts";
import type { PeopleOfAge } from "./people/people-of-age.ts";
import { readProjections } from "./people/projections.ts";
import { toPopulation } from "./people/to-population.ts";
import { problemOf } from "./problem.test-data.ts";
import { readCareTurnover } from "./staff/care-turnover.ts";
import { readNhsStaff } from "./staff/nhs-staff.ts";
import { proposeColumns } from "./staff-list/propose.ts";

/** `female 9 102; male 10 91`: what was read of one year, in short. */
const inShort = (rows: readonly PeopleOfAge[]): string => {
  const sexes = [...new Set(rows.map(({ sex }) => sex))].sort();
  return sexes
    .map((sex) => `${sex} ${rows.flatMap((row) => (row.sex === sex ? row.people : [])).join(" ")}`)
    .join("; ");
};

describe("layouts that people have", () => {
  it("Nomis: a row for each figure, percentages beside counts", () => {
    const nomis = `DATE,GEOGRAPHY_NAME,GEOGRAPHY_CODE,GENDER_NAME,C_AGE_NAME,MEASURES_NAME,OBS_VALUE
2021,Weston,E9,Male,Age 0,Value,12
2021,Weston,E9,Male,Age 0,Percent,5.5
2021,Weston,E9,Male,Aged 1+,Value,207
2021,Weston,E9,Female,Age 0,Value,11
2021,Weston,E9,Female,Aged 1+,Value,230
2021,Weston,E9,Female,All Ages,Value,241
`;
    expect(inShort(readEstimates(nomis).rows)).toBe("female 11 230; male 12 207");
  });

  const sheet = `"Mid-2021 population estimates, by single year of age",,,,,
Persons,,,,,
Published 2022 by an office,,,,,
,,,,,
Code,Name,Geography,All ages,0,1+
E9,Weston,Unitary Authority,460,23,437
`;

  it("a sheet whose titles say year and sex", () => {
    expect(readEstimates(sheet).rows).toMatchObject([
      { area: "Weston", year: 2021, sex: "persons", age: 0, open: false, people: 23 },
      { age: 1, open: true, people: 437 },
    ]);
    expect(problemOf(() => readEstimates(sheet.replace("Persons", "")))).toMatchObject({ code: "which-sex", line: 5 });
    expect(problemOf(() => readEstimates(sheet.replace("Persons", "Persons,Males")))).toMatchObject({
      code: "which-sex",
      value: "persons, male",
    });
    expect(problemOf(() => readEstimates(sheet.replace("Mid-2021", "Of 2021")))).toMatchObject({
      code: "which-year",
      value: "2021, 2022",
    });
  });

  it("projections with a row for each figure", () => {
    const long = `AREA_CODE,AREA_NAME,YEAR,SEX,AGE_GROUP,VALUE
E9,Weston,2030,Males,0,12
E9,Weston,2030,Males,1 and over,207
E9,Weston,2030,Females,0,11
E9,Weston,2030,Females,1 and over,230
`;
    expect(inShort(readProjections(long).rows)).toBe("female 11 230; male 12 207");
  });

  it("staff groups numbered by level", () => {
    const text = `Date,NHSE Region Name,Org Code,Org Name,Staff Group 1 Name,Data Type,Total
2022-03-31,West,RY1,Weston Trust,Midwives,FTE,61.5
2022-03-31,West,RY1,Weston Trust,Midwives,HC,70
`;
    expect(readNhsStaff(text).rows).toMatchObject([{ group: "Midwives", fte: 61.5 }]);
  });

  it("a workbook and other signs between cells are named as what they are", () => {
    expect(problemOf(() => readEstimates("PK\u0003\u0004…"))).toMatchObject({ code: "workbook" });
    const german = "\nmonth;org_code;org_name;staff_group;fte\n2022-03;RY1;Weston;Midwives;61,5\n";
    expect(problemOf(() => readNhsStaff(german))).toMatchObject({ code: "other-separator", line: 2, column: 6 });
    expect(problemOf(() => readNhsStaff(german.replaceAll(";", "\t")))).toMatchObject({ code: "other-separator" });
    // Two columns are enough, and a sign that stands within cells is none between them.
    expect(problemOf(() => proposeColumns("Employee;Share\n1;0,5\n2;1,0\n"))).toMatchObject({
      code: "other-separator",
    });
    expect(proposeColumns("Employee,Role\n1,Nurse; bank\n2,Nurse; day\n").columns.columns).toMatchObject({
      role: "Role",
    });
  });
});

describe("the same thing twice", () => {
  it("a column of one name", () => {
    const text = "month,org_code,org_name,staff_group,fte,fte\n2022-03,RY1,Weston,Midwives,61,70\n";
    expect(problemOf(() => readNhsStaff(text))).toMatchObject({ code: "column-twice", line: 1, column: 41 });
  });

  it("a year and an age of the header", () => {
    const years = `AREA_CODE,AREA_NAME,COMPONENT,SEX,AGE_GROUP,2030,2031,2031
E9,Weston,Population,persons,0,10,11,12
E9,Weston,Population,persons,1 and over,100,101,102
`;
    expect(problemOf(() => readProjections(years))).toMatchObject({ code: "column-twice", value: "2031", column: 55 });
    // The same year in other words.
    const ages = "area_code,area_name,year,sex,age0,age 0,age1plus\nE9,Weston,2021,f,1,2,3\n";
    expect(problemOf(() => readEstimates(ages))).toMatchObject({ code: "column-twice", value: "age 0" });
  });
});

describe("a header in two rows", () => {
  it.each([
    [
      "Date,Organisation,,Staff Group,FTE\n,Org Code,Org Name,,Total\n2022-03-31,RY1,Weston,Midwives,61\n",
      readNhsStaff,
    ],
    ["Area,,,Sex,Age,,\nCode,Name,Year,,0,1,2+\nE9,Weston,2021,persons,10,10,90\n", readEstimates],
  ])("is named as such: %s", (text, reader) =>
    expect(problemOf(() => reader(text))).toMatchObject({ code: "two-row-header", line: 1 }),
  );
});

describe("totals beside their parts", () => {
  const areas = (...people: [string, number, number][]): string =>
    `area_code,area_name,year,sex,age0,age1plus\n${people.map(([name, a, b]) => `${name},${name},2021,persons,${a},${b}`).join("\n")}\n`;
  const problem = (text: string, names: string[]) =>
    problemOf(() => toPopulation(readEstimates(text).rows, "Place", { areas: names }));

  it("an area that is the sum of the others, wherever it stands", () => {
    const found = { code: "total-beside-parts", value: "Region" };
    const text = areas(["Region", 30, 300], ["East", 10, 100], ["West", 20, 200]);
    expect(problem(text, ["Region", "East", "West"])).toMatchObject(found);
    expect(
      problem(areas(["East", 10, 100], ["West", 20, 200], ["Region", 30, 300], ["Far", 7, 8]), [
        "East",
        "West",
        "Region",
        "Far",
      ]),
    ).toMatchObject(found);
    expect(toPopulation(readEstimates(text).rows, "Place", { areas: ["East", "West"] })).toContain("2021,0,30\n");
    expect(toPopulation(readEstimates(text).rows, "Region")).toContain("2021,0,30\n");
  });

  it("not areas that only look so in one age", () => {
    const text = areas(["Big", 30, 301], ["East", 10, 100], ["West", 20, 200]);
    expect(toPopulation(readEstimates(text).rows, "Place", { areas: ["Big", "East", "West"] })).toContain("0,60\n");
  });

  const staff = (total: number) => `month,org_code,org_name,staff_group,fte
2022-03,ALL,All organisations,Midwives,${total}
2022-03,RY1,Weston,Midwives,61
2022-03,RY2,Easton,Midwives,40.5
`;

  it("all organisations among them, held against their sum", () => {
    const { rows, notes } = readNhsStaff(staff(101.5));
    expect(rows.map(({ organisation, fte }) => [organisation, fte])).toEqual([
      ["Weston", 61],
      ["Easton", 40.5],
    ]);
    expect(notes).toEqual([
      "Left out: All organisations, which adds up the other organisations. Name it as one of `organisations` to read it.",
    ]);
    expect(readNhsStaff(staff(101.5), { organisations: ["All organisations"] }).rows).toMatchObject([{ fte: 101.5 }]);
    expect(readNhsStaff(staff(900)).notes[1]).toContain("Midwives in 2022-03 come to 101.5, not 900 (1 of 1 figures");
    const alone = staff(900).split("\n").slice(0, 2).join("\n");
    expect(readNhsStaff(alone).rows).toHaveLength(1);
  });
});

describe("a withheld figure", () => {
  it("stops only who asks for it, and is counted", () => {
    const staff = "month,org_code,org_name,staff_group,fte\n2022-03,RY1,W,Midwives,61\n2022-03,RY1,W,Managers,*\n";
    const { rows, notes } = readNhsStaff(staff, { groups: ["Midwives"] });
    expect(rows).toMatchObject([{ fte: 61 }]);
    expect(notes).toEqual(["1 figure that the publisher withholds, in rows nobody asked for, left out."]);
    expect(problemOf(() => readNhsStaff(staff))).toMatchObject({ code: "bad-cell", line: 3, value: "*" });

    const people = "area_code,area_name,year,sex,age0,age1plus\nE9,W,2020,persons,..,..\nE9,W,2021,persons,1,9\n";
    const read = readEstimates(people, { years: [2021] });
    expect(inShort(read.rows)).toBe("persons 1 9");
    expect(read.notes[0]).toMatch(/^2 figures/);
    expect(problemOf(() => readEstimates(people))).toMatchObject({ code: "bad-cell", line: 2, value: ".." });

    const across = `AREA_CODE,AREA_NAME,COMPONENT,SEX,AGE_GROUP,2030,2031
E9,W,Population,persons,0,:,11
E9,W,Population,persons,1 and over,:,101
`;
    expect(inShort(readProjections(across, { years: [2031] }).rows)).toBe("persons 11 101");
    expect(problemOf(() => readProjections(across, { years: [2029] }))).toMatchObject({
      code: "missing-year",
      rule: "It has: 2030, 2031.",
    });
  });
});

describe("words and units", () => {
  it("of one letter get no guess, but a hint at totals", () => {
    const text = "area_code,area_name,year,sex,age0,age1plus\nE9,W,2021,T,1,9\n";
    const problem = problemOf(() => readEstimates(text));
    expect(problem).toMatchObject({ code: "bad-cell", value: "T", fix: expect.stringContaining("write persons") });
    expect(problem).not.toHaveProperty("didYouMean", expect.anything());
  });

  it("a turnover written as a share is asked about", () => {
    const text = "financial_year,la_code,la_name,turnover_pct\n2021-22,E9,W,0.288\n";
    expect(problemOf(() => readCareTurnover(text))).toMatchObject({
      code: "bad-cell",
      line: 2,
      column: 14,
      fix: "0.288 looks like a share. Write 28.8 for 28.8%.",
    });
    expect(readCareTurnover(text.replace("0.288", "0")).rows[0]?.leaving).toBe(0);
  });
});
