import { expect, test } from "vitest";
import { CadreError } from "../error/cadre-error.ts";
import { parseSystem } from "./parse.ts";

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
  expect(population?.variants?.high.people.at(-1)).toEqual([800, 300]);
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
  expect(population?.people[1][0]).toBeCloseTo(women * 0.5 * 0.975, 9);
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
