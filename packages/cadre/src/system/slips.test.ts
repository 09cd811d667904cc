import { describe, expect, test } from "vitest";
import { CadreError } from "../error/cadre-error.ts";
import { run } from "../projection/run.ts";
import { parseSystem } from "./parse.ts";

const fault = (attempt: () => unknown): CadreError => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof CadreError) return error;
    throw error;
  }
  throw new Error("This should have been refused.");
};
const system = (more = "", pool = "", calendar = "{ base: 2024-03-31, until: 2026-03-31 }") => `
cadre: 1
id: town
title: Town
calendar: ${calendar}
axes: { age: none, tenure: 1 }
pools:
  carers:
    title: Carers
    employer: Us
    sector: care
    headcount: 100
    leaving: { rate: 30%, kind: hazard, scope: employer }
    ${pool}
${more}
`;
const demand = "demand: { carers: { drivers: [{ population: { all: 100% } }] } }";
const withTable = (csv: string) =>
  run(
    parseSystem(system(`place: Town\npopulation: { table: people.csv }\n${demand}`), { files: { "people.csv": csv } }),
  );

describe("a number in the wrong unit", () => {
  test.each([
    ["recruitment: { effort: 110 }", "Write 110% or 1.1."],
    ["recruitment: { effort: 5000% }", "Write 50% or 0.5."],
    ["agency: { fills: 50%, premium: 40 }", "Write 40% or 0.4."],
  ])("%s is refused with what was meant", (pool, fix) => {
    const found = fault(() => parseSystem(system("", pool)));
    expect(found.fix).toBe(fix);
    expect(found.line).toBe(14);
  });

  test("a ratio written as a percentage without its sign", () => {
    const shifts = "shifts: [{ from: carers, to: carers, share: 10%, ratio: 80 }]";
    const found = [fault(() => parseSystem(system(shifts)))].flatMap((first) => [first, ...first.others]);
    expect(found.map(({ fix }) => fix)).toContain("Write 80% or 0.8.");
  });

  test("growth of 200% a year", () => {
    const found = fault(() => parseSystem(system("demand: { carers: { growthPerHead: 200% per year } }")));
    expect(found.code).toBe("implausible");
  });

  test("ages without their percent signs", () => {
    const file = system("", 'ages: { "16-29": 30, "30-49": 48, "50-75": 42 }').replace("age: none", "age: [16, 75]");
    const found = fault(() => parseSystem(file));
    expect(found.summary).toBe("These shares lack their percent sign; as percentages they add up to 120%.");
    expect(found.others).toEqual([]);
  });

  const projected = (tables: Record<string, string>, more = "") =>
    run(
      parseSystem(
        system(
          `place: Town\npopulation: { projection: { people: people.csv, from: 2023, years: 4, mortality: life.csv, fertility: births.csv${more} } }\n${demand}`,
        ),
        { files: tables },
      ),
    );
  const tables = {
    "people.csv": "sex,age,people\nf,0,10\nf,1,10\nf,2+,80\nm,0,10\nm,1,10\nm,2+,80\n",
    "life.csv":
      "sex,age,survivors,expectation\nf,0,1000,80\nf,1,995,79\nf,2+,994,78\nm,0,1000,76\nm,1,994,75\nm,2+,993,74\n",
    "births.csv": "age,rate\n2+,0.05\n",
  };

  test("a life table of 1,000 births read with a radix of 100,000", () => {
    const found = fault(() => projected(tables));
    expect(found.code).toBe("radix-against-table");
    expect(found.fix).toBe("Write radix: 1000 in the system file.");
    expect(projected(tables, ", radix: 1000").at({ measure: "demand", year: 2026 })).toBeGreaterThan(100);
  });

  test("births for 1,000 women read as births a woman", () => {
    const found = fault(() => projected({ ...tables, "births.csv": "age,rate\n2+,50\n" }, ", radix: 1000"));
    expect(found).toMatchObject({
      file: "births.csv",
      line: 2,
      fix: "This looks like births for 1,000 women: write 0.05.",
    });
  });

  test("a share of boys where a ratio is wanted", () => {
    const found = fault(() => projected(tables, ", radix: 1000, sexRatioAtBirth: 0.512"));
    expect(found.summary).toContain("If 0.512 is the share of boys, write 1.05.");
  });
});

describe("a table that is not what it seems", () => {
  const people = (rows: string, header = "place,year,age,people") => withTable(`${header}\n${rows}`);

  test("two columns of one name", () => {
    const found = fault(() => people("Town,2024,0+,900,800\n", "place,year,age,people,people"));
    expect(found).toMatchObject({ code: "column-twice", value: "columns 4 and 5" });
  });

  test("females and no males", () => {
    const found = fault(() => people("Town,2024,0+,900,f\nTown,2026,0+,910,f\n", "place,year,age,people,sex"));
    expect(found.summary).toBe("The table has no male for Town.");
    const some = "Town,2024,0+,900,f\nTown,2024,0+,800,m\nTown,2026,0+,910,f\n";
    expect(fault(() => people(some, "place,year,age,people,sex")).summary).toContain("aged 0+ in 2026");
  });

  test("one sex in two words", () => {
    const rows = "Town,2024,0+,900,female\nTown,2024,0+,900,F\nTown,2024,0+,800,m\n";
    expect(fault(() => people(rows, "place,year,age,people,sex")).code).toBe("people-twice");
  });

  test("semicolons, and a workbook", () => {
    expect(fault(() => withTable("place;year;age;people\nTown;2024;0+;900\n"))).toMatchObject({
      code: "other-separator",
    });
    expect(fault(() => withTable("PK\u0003\u0004…"))).toMatchObject({ code: "workbook" });
  });

  test("a comma too many at the end is nothing", () => {
    const result = people("Town,2023,0+,900,\nTown,2026,0+,990,\n");
    expect(result.at({ measure: "demand", year: 2026 })).toBeGreaterThan(100);
  });
});

test("a year alone is no day", () => {
  const found = fault(() => parseSystem(system("", "", "{ base: 2024, until: 2026-03-31 }")));
  expect(found.summary).toBe("A day is wanted here, written yyyy-mm-dd, such as 2024-03-31.");
});

test("28 February stands in for the 29th where there is none, and is offered as such", () => {
  const years = (until: string) => parseSystem(system("", "", `{ base: 2024-02-29, until: ${until} }`));
  expect(run(years("2034-02-28")).years).toHaveLength(10);
  expect(run(years("2028-02-29")).years).toHaveLength(4);
  expect(fault(() => years("2034-03-31")).fix).toBe("Write until: 2034-02-28, for example.");
});

test("a word that already means something is no id of a pool", () => {
  const courses =
    "pipelines: { course: { title: C, intake: { 2025: 1 }, lasts: 1 year, completion: 80%, joins: { community: 100% } } }";
  const named = (id: string, more = "") => parseSystem(system(more).replace("carers:", `${id}:`));
  expect(fault(() => named("all")).code).toBe("reserved-id");
  expect(fault(() => named("community", courses)).code).toBe("reserved-id");
  expect(() => named("community")).not.toThrow();
});
