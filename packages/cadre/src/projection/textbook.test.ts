import { expect, test } from "vitest";
import { parseSystem } from "../system/parse.ts";
import { run } from "./run.ts";

/** Four grades of a shop's staff; a textbook's Markov example (tests/reference/published.md). */
const grade = (title: string, headcount: number, exit: string) => ({
  title,
  employer: "Retailer",
  sector: "retail",
  headcount,
  leaving: { rate: exit, kind: "share-leaving-within-year", scope: "system" },
  recruitment: { mode: "fixed", recruits: { 2020: 0 } },
});
const move = (from: string, to: string, rate: string) => ({ from, to, rate, kind: "share-leaving-within-year" });
const file = {
  cadre: 1,
  id: "grades",
  title: "Four grades",
  calendar: { base: "2019-12-31", until: "2021-12-31", convention: "opening-stock" },
  axes: { age: "none", tenure: 1 },
  pools: {
    sf: grade("Sales, full time", 500, "35%"),
    sp: grade("Sales, part time", 150, "25%"),
    asm: grade("Assistant store manager", 50, "5%"),
    rsm: grade("Regional store manager", 30, "30%"),
  },
  moves: [
    move("sf", "sp", "10%"),
    move("sf", "asm", "5%"),
    move("sp", "sf", "5%"),
    move("sp", "asm", "10%"),
    move("asm", "sf", "5%"),
    move("asm", "rsm", "10%"),
  ],
};

test("the opening-stock convention reproduces a textbook's transition matrix", () => {
  const result = run(parseSystem(JSON.stringify(file)));
  const heads = (year: number) =>
    ["sf", "sp", "asm", "rsm"].map((pool) => Number(result.at({ pool, measure: "headcount", year }).toFixed(9)));
  expect(heads(2020)).toEqual([260, 140, 80, 26]);
  expect(result.at({ measure: "leavers.leaving", year: 2020 })).toBeCloseTo(224, 9);
  expect(heads(2021)).toEqual([141, 110, 91, 26.2]);
});

test("in continuous time joiners can leave and move on in the year they join, so the same rates give other numbers", () => {
  const result = run(
    parseSystem(JSON.stringify({ ...file, calendar: { ...file.calendar, convention: "continuous" } })),
  );
  const total = result.at({ measure: "headcount", year: 2020 });
  expect(total).toBeGreaterThan(480);
  expect(total).not.toBeCloseTo(506, 0);
});

test("recruiting against a 34% hazard: a model that lets nobody leave in the first year overstates recruits by 18%", () => {
  const system = (convention: string) =>
    parseSystem(
      JSON.stringify({
        ...file,
        calendar: { base: "2019-12-31", until: "2020-12-31", convention },
        pools: {
          sf: {
            ...grade("Carers", 0, "0%"),
            leaving: { rate: 0.34, kind: "hazard", scope: "system" },
            recruitment: { mode: "fixed", recruits: { 2020: 100 } },
          },
        },
        moves: [],
      }),
    );
  const stayed = run(system("continuous")).at({ measure: "headcount", year: 2020 });
  const overstated = run(system("opening-stock")).at({ measure: "headcount", year: 2020 });
  expect(overstated).toBeCloseTo(100, 9);
  expect(((overstated / stayed - 1) * 100).toFixed(0)).toBe("18");
});
