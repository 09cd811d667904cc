import { expect, test } from "vitest";
import { CadreError } from "../error/cadre-error.ts";
import { parseSystem } from "./parse.ts";
import { errorOf } from "./town.test-data.ts";

const file = (population: unknown, until = "2024-06-30") =>
  JSON.stringify({
    cadre: 1,
    id: "place",
    title: "Place",
    calendar: { base: "2020-06-30", until },
    axes: { age: "none" },
    population,
    pools: {
      carers: {
        title: "C",
        employer: "E",
        sector: "s",
        headcount: 10,
        leaving: { rate: 0.1, kind: "hazard", scope: "employer" },
      },
    },
  });
const principal = { people: { 2020: { "0-64": 800, "65+": 200 }, 2025: { "0-64": 780, "65+": 260 } } };
const high = { people: { 2020: { "0-64": 800, "65+": 200 }, 2025: { "0-64": 800, "65+": 300 } } };

test("variants are mixed by their shares, and kept for whoever wants one alone", () => {
  const { population } = parseSystem(file({ variants: { principal, high }, mix: { principal: "75%", high: "25%" } }));
  expect(population?.people.at(-1)).toEqual([785, 270]);
  expect(population?.note).toContain("75% principal, 25% high");
  expect(population?.variants?.high?.people.at(-1)).toEqual([800, 300]);
});

test("a cohort-component projection is worked out from its tables", () => {
  const ages = ["0", "1", "2", "3+"];
  const csv = (head: string, row: (sex: string, age: string, i: number) => string) =>
    `${head}\n${["male", "female"].flatMap((sex) => ages.map((age, i) => row(sex, age, i))).join("\n")}\n`;
  const files = {
    "people.csv": csv("sex,age,people", (sex, age) => `${sex},${age},${sex === "female" ? 100 : 90}`),
    "life.csv": csv("sex,age,survivors,expectation", (sex, age, i) => `${sex},${age},${100_000 - 5_000 * i},10`),
    "births.csv": "age,rate\n2,0.5\n",
  };
  const projection = {
    people: "people.csv",
    from: 2020,
    years: 4,
    mortality: "life.csv",
    fertility: "births.csv",
    sexRatioAtBirth: 1,
  };
  const { population } = parseSystem(file({ projection }), { files });
  expect(population?.bands).toEqual(["0", "1", "2", "3+"]);
  expect(population?.years).toEqual([2020, 2021, 2022, 2023, 2024]);
  expect(population?.people[0]).toEqual([190, 190, 190, 190]);
  // Births: half a child a year of the mean of women aged 2 at both ends (100, and 100 × 87500 ÷ 92500 a year on).
  const women = (100 + (100 * 87_500) / 92_500) / 2;
  expect(population?.people[1]?.[0]).toBeCloseTo(women * 0.5 * 0.975, 9);
});

test.each([
  ["no way at all", { source: "x" }, "population-without-people"],
  ["a mix without variants", { people: principal.people, mix: { principal: "100%" } }, "variants-without-mix"],
  ["a mix that names no variant", { variants: { principal }, mix: { middle: "100%" } }, "unknown-variant"],
  [
    "shares that do not add up",
    { variants: { principal, high }, mix: { principal: "70%", high: "20%" } },
    "shares-do-not-sum",
  ],
  [
    "a table that is not there",
    { projection: { people: "no.csv", from: 2020, years: 4, mortality: "no.csv", fertility: "no.csv" } },
    "missing-file",
  ],
])("%s is one error with its place", (_, population, code) => {
  let found: unknown;
  try {
    parseSystem(file(population), { file: "system.yaml" });
  } catch (error) {
    found = error;
  }
  expect(found).toBeInstanceOf(CadreError);
  if (!(found instanceof CadreError)) return;
  expect([found, ...found.others].map((problem) => problem.code)).toContain(code);
  expect(found.line).toBeGreaterThan(0);
});

/** A table of the place in a file people.csv, each line one that a planner could have written. */
const tableError = (...lines: string[]) =>
  errorOf(() =>
    parseSystem(file({ table: "people.csv" }), {
      file: "system.yaml",
      files: { "people.csv": ["place,year,age,people", ...lines].join("\n") },
    }),
  );
const years = ["Place,2020,0-64,800", "Place,2020,65+,200", "Place,2025,0-64,780"];

test("a table read whole, sexes added up and totals of all ages left aside", () => {
  const lines = ["place,year,sex,age,people", ...["female", "male"].flatMap((sex) => bySex(sex))];
  const files = { "people.csv": lines.join("\n") };
  const { population } = parseSystem(file({ table: "people.csv" }), { files });
  expect(population?.people).toEqual([
    [800, 200],
    [780, 260],
  ]);
});
const bySex = (sex: string) => [
  `Place,2020,${sex},all,500`,
  `Place,2020,${sex},0-64,400`,
  `Place,2020,${sex},65+,100`,
  `Place,2025,${sex},0-64,390`,
  `Place,2025,${sex},65+,130`,
];

test.each([
  [
    "a comma in a number, which would be read as 1",
    ["Place,2025,65+,1,260"],
    "too-many-cells",
    5,
    "Place,2025,65+,1,260",
  ],
  ["a line that ends early", ["Place,2025,65+"], "too-few-cells", 4, "Place,2025,65+"],
  ["a line that comes twice", ["Place,2025,65+,260", "Place,2020,65+,200"], "people-twice", 4, "Place,2020,65+,200"],
  ["no year", ["Place,,65+,260"], "bad-cell", 2, "(nothing)"],
  ["no number", ["Place,2025,65+,"], "bad-cell", 4, "(nothing)"],
  ["fewer people than none", ["Place,2025,65+,-260"], "bad-cell", 4, "-260"],
  ["an age nobody can read", ["Place,2025,old,260"], "bad-cell", 3, "old"],
])("in a population table, %s is one error with its line and cell", (_, more, code, column, value) => {
  const line = years.length + 1 + more.length;
  expect(tableError(...years, ...more)).toMatchObject({ code, file: "people.csv", line, column, value, others: [] });
});

test("a total of the sexes beside the sexes would count everybody twice", () => {
  const lines = ["place,year,sex,age,people", ...bySex("female"), ...bySex("male"), ...bySex("persons")];
  const read = () => parseSystem(file({ table: "people.csv" }), { files: { "people.csv": lines.join("\n") } });
  expect(errorOf(read)).toMatchObject({ code: "people-twice", line: 13 });
});

test.each([
  ["an age that is missing", "female,0,10\nfemale,2,10\nfemale,3+,5", 3],
  ["an age that comes twice", "female,0,10\nfemale,1,10\nfemale,1,10", 4],
  ["fewer people than none", "female,0,10\nfemale,1,-10\nfemale,2+,5", 3],
  ["a comma in a number", "female,0,1,010\nfemale,1,10\nfemale,2+,5", 2],
])("in the table a projection starts from, %s is one error with its line", (_, rows, line) => {
  const files = {
    "people.csv": `sex,age,people\n${rows}`,
    "life.csv": "sex,age,personYears\nfemale,0,90000\nfemale,1,80000\nfemale,2+,300000",
    "births.csv": "age,rate\n1,0.5",
  };
  const tables = { people: "people.csv", mortality: "life.csv", fertility: "births.csv" };
  const read = () => parseSystem(file({ projection: { ...tables, from: 2020, years: 4 } }), { files });
  expect(errorOf(read)).toMatchObject({ file: "people.csv", line });
});
