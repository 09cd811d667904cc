import { describe, expect, test } from "vitest";
import { peopleAt } from "../population/people.ts";
import { run } from "../projection/run.ts";
import { parseScenario } from "../scenario/parse.ts";
import { parseSystem } from "../system/parse.ts";
import { decimalYear } from "../table/dates.ts";
import { ensemble } from "./ensemble.ts";
import { uncertainPeople } from "./uncertain-people.ts";

const POOLS = `
pools:
  care: { title: Care, employer: Us, sector: care, headcount: 1000, leaving: { rate: 0.3, kind: hazard, scope: employer } }
demand:
  care: { drivers: [{ population: { "65+": 100% } }] }
`;
const HEAD = `
cadre: 1
id: town
title: Town
calendar: { base: 2018-06-30, until: 2028-06-30 }
axes: { age: none }
`;
const town = (more = "") =>
  parseSystem(`${HEAD}
population:
  people: { 2018: { "0-64": 80000, "65-79": 15000, "80+": 5000 }, 2028: { "0-64": 81000, "65-79": 17000, "80+": 7000 } }
  ${more}
${POOLS}`);
const scenario = (changes: string) =>
  parseScenario(`{ cadre: 1, id: s, title: S, system: ./system.yaml, assumptions: [${changes}] }`);

/** People of an age band at 30 June of a year, as a run has them. */
const peopleIn = (result: ReturnType<typeof run>, age: string, year: number): number =>
  peopleAt(result.data.resolved.system.population!, age, [decimalYear(`${year}-06-30`) as number])[0]!;

const FILES = {
  "people.csv": "sex,age,people\nfemale,0,900\nfemale,1,900\nfemale,2+,3000\nmale,0,900\nmale,1,900\nmale,2+,2500\n",
  "life.csv": "sex,age,personYears\nfemale,0,98\nfemale,1,97\nfemale,2+,291\nmale,0,97\nmale,1,95\nmale,2+,190\n",
  "births.csv": "age,rate\n2,0.2\n",
  "falling.csv": "age,sex,from,improvement\n0+,female,2018,1%\n0+,male,2018,2%\n0+,male,2020,0%\n",
};
const projected = (more = "", files: Readonly<Record<string, string>> = FILES) =>
  parseSystem(
    `${HEAD}
population:
  spread: place
  projection:
    people: people.csv
    from: 2018
    years: 10
    mortality: life.csv
    radix: 100
    fertility: births.csv
    ${more}
${POOLS.replace("65+", "2+")}`,
    { files },
  );
const improving = "mortalityImprovement: falling.csv";

describe("a table of people", () => {
  test("an uncertain population gives the run of a certain one, to the last digit", () => {
    const [plain, uncertain] = [run(town()), run(town("spread: place"))];
    expect(uncertain.data.resolved.demand).toEqual(plain.data.resolved.demand);
    expect(uncertain.data.projection).toEqual(plain.data.projection);
  });

  test("errors grow with the years: those of ten years after the last count are as given", () => {
    const system = town('spread: { "0-64": 2%, "65+": 4% }');
    const more = run(system, scenario("{ parameter: population.error.65+, set: 5% }"));
    const plain = run(system);
    const people = (of: typeof plain, year: number) => peopleIn(of, "65+", year);
    expect(people(more, 2028) / people(plain, 2028)).toBeCloseTo(1.05, 4);
    expect(people(more, 2023) / people(plain, 2023)).toBeCloseTo(1.05 ** 0.5, 4);
    expect(people(more, 2018)).toBe(people(plain, 2018));
    expect(peopleIn(more, "0-64", 2028)).toBe(81000);
  });

  test("draws are right on average, as wide as given, and those of old people go together", async () => {
    const system = town("spread: place");
    const drawn = await ensemble(system, {}, { draws: 500, seed: 1, sampling: "latin-hypercube" });
    const demand = drawn.at({ measure: "demand", year: 2028 });
    const middle = run(system).at({ measure: "demand", year: 2028 });
    expect(demand.mean / middle).toBeCloseTo(1, 2);
    // 24,000 people, each group's error between 2.1% and 3.4%, correlation 0.5.
    expect((demand.p90 - demand.p10) / 2 / 1.2816 / middle).toBeGreaterThan(0.018);
    expect((demand.p90 - demand.p10) / 2 / 1.2816 / middle).toBeLessThan(0.03);
    const early = drawn.at({ measure: "demand", year: 2020 });
    expect(early.p90 - early.p10).toBeLessThan((demand.p90 - demand.p10) / 2);
    expect(uncertainPeople(system).filter(({ membership }) => membership?.correlation === 0.5)).toHaveLength(3);
  });

  test("whatever the errors: nobody is below zero, and parts add up to the whole at every date", () => {
    const changes = ["0-15", "16-24", "25-64", "65-74", "75-84", "85+"].map(
      (ages, i) => `{ parameter: population.error.${ages}, set: ${i % 2 === 0 ? -60 : 60}% }`,
    );
    const { population } = run(town("spread: place"), scenario(changes.join(", "))).data.resolved.system;
    const dates = [2018.5, 2021.2, 2024.9, 2028.5];
    const parts = ["0-64", "65-79", "80+"].map((band) => peopleAt(population!, band, dates));
    const whole = peopleAt(population!, "all", dates);
    dates.forEach((_, y) => {
      expect(parts.reduce((sum, part) => sum + part[y]!, 0)).toBeCloseTo(whole[y]!, 6);
      for (const part of parts) expect(part[y]).toBeGreaterThan(0);
    });
  });

  test("the log says what each default spread comes from and how far it may be off", () => {
    const { assumptions } = run(town("spread: country"));
    const [, row] = assumptions.filter(({ parameter }) => parameter === "population.error.85+");
    expect(row?.written).toBe("draws with a standard deviation of 4.1%");
    expect(row?.note).toMatch(/0\.9% to 6\.7%.*England projected from 2003 to 2017/);
  });

  test.each(["town", '{ "0-64": 2% }', '{ "0-64": 2%, "66+": 2% }', '{ "0-70": 2%, "65+": 2% }'])(
    "spread: %s is refused",
    (spread) => {
      expect(() => town(`spread: ${spread}`)).toThrow(expect.objectContaining({ code: "bad-spread" }));
    },
  );
});

describe("a projection", () => {
  const people = (system: ReturnType<typeof projected>, changes = "", age = "2+") =>
    peopleIn(run(system, scenario(changes)), age, 2028);

  test("death rates fall by sex and from year to year", () => {
    const one = projected(improving).population!;
    // Of 5,500 people aged 2 and over and 1,800 of one year: women at 99.5% of the death rates of the table, men at 99%.
    const living = (sharesAtOne: number, sharesAtTwo: number, left: number, ones: number, twos: number) =>
      ones * sharesAtOne ** left + twos * sharesAtTwo ** left;
    const shares = { female: 291 / (291 + 97), male: 190 / (190 + 95) };
    const after = living(shares.female, shares.female, Math.sqrt(0.99), 900, 3000);
    const afterMen = living(shares.male, shares.male, Math.sqrt(0.98), 900, 2500);
    expect(one.people[1]![2]).toBeCloseTo(after + afterMen, 8);
  });

  test("none of an improvement is the projection without one; a part lies between", () => {
    const system = projected(improving);
    const realised = (share: string) =>
      people(system, `{ parameter: population.projection.improvementRealised, set: ${share} }`);
    expect(realised("0%")).toBeCloseTo(people(projected()), 8);
    expect(realised("50%")).toBeGreaterThan(realised("0%"));
    expect(realised("50%")).toBeLessThan(people(system));
  });

  test("more births and more migrants are more people", () => {
    const system = projected();
    const births = people(system, "{ parameter: population.projection.fertilityGrowth, set: 1% per year }", "0");
    expect(births).toBeGreaterThan(people(system, "", "0"));
    expect(people(system, "{ parameter: population.projection.moreMigrants.0-15, set: 2% }")).toBeGreaterThan(
      people(system),
    );
  });

  test("all it consists of is drawn", async () => {
    const system = projected(improving);
    expect(uncertainPeople(system).map(({ id }) => id)).toEqual([
      "population.projection.improvementRealised",
      "population.projection.fertilityGrowth",
      ...["0-15", "16-24", "25-64", "65+"].map((ages) => `population.projection.moreMigrants.${ages}`),
    ]);
    const { p10, p90 } = (await ensemble(system, {}, { draws: 50, seed: 1 })).at({ measure: "demand", year: 2028 });
    expect(p90).toBeGreaterThan(p10);
  });

  test("an interval of the file is drawn in place of the default, around zero as well", () => {
    const own = projected("fertilityGrowth: { value: 0% per year, p10: -1% per year, p90: 1% per year }");
    expect(uncertainPeople(own).map(({ id }) => id)).not.toContain("population.projection.fertilityGrowth");
  });

  test("a table that leaves an age out is refused", () => {
    const files = { ...FILES, "falling.csv": "age,improvement\n0-1,1%\n" };
    expect(() => projected(improving, files)).toThrow(expect.objectContaining({ code: "bad-table" }));
  });
});
