import { expect, test } from "vitest";
import { compileFormula } from "../formula/formula.ts";
import type { Population } from "../population/types.ts";
import { run } from "../projection/run.ts";
import type { Demand, Shift, Substitution } from "../system/schema/demand.ts";
import { pool, town } from "../system/town.test-data.ts";
import type { Unit } from "../table/quantity.ts";
import { demandPath, movedDemand, populationIndex } from "./demand.ts";

const number = (value: number, unit: Unit = "share") =>
  ({ value, unit, written: String(value), kind: "assumption" }) as const;
const numbers = (values: Record<string, number>, unit: Unit = "share") =>
  ({ values, unit, kind: "assumption" }) as const;

const dates = [2020.5, 2021.5, 2022.5, 2023.5, 2024.5];
const population: Population = {
  place: "Town",
  date: "07-02",
  years: [2020, 2024],
  bands: ["0-64", "65-74", "75+"],
  people: [
    [1000, 100, 100],
    [1000, 140, 120],
  ],
  kind: "assumption",
};
const path = (demand: Partial<Demand> | undefined, posts = 100) =>
  demandPath(posts, demand && { drivers: [], ...demand }, population, dates, 2020);
const digits = (values: ArrayLike<number>, to = 9) => Array.from(values, (value) => Number(value.toFixed(to)));

test("without anything said demand stays as it is, and the budget pays for it", () => {
  expect(digits(path(undefined).demand)).toEqual([100, 100, 100, 100, 100]);
  expect(digits(path({}).funded)).toEqual([100, 100, 100, 100, 100]);
});

test("need that is not met starts demand above the posts, and the budget that follows demand with it", () => {
  const { demand, funded } = path({ unmetNeed: number(0.05) });
  expect(digits(demand)).toEqual(digits([105, 105, 105, 105, 105]));
  expect(digits(funded)).toEqual(digits(demand));
});

test("growth a head multiplies, productivity divides", () => {
  const { demand } = path({ growthPerHead: number(0.02), productivity: number(0.01) });
  expect(demand[4]).toBeCloseTo(100 * (1.02 / 1.01) ** 4, 9);
});

test("people of several bands count by their weights against the base date, and drivers multiply", () => {
  const older = { population: numbers({ "65+": 0.75, "0-64": 0.25 }) };
  const oldest = { population: numbers({ "75+": 1 }) };
  // The population's day is that of the run to within a day: 260 of 200, and 120 of 100.
  expect(path({ drivers: [older] }).demand[4]).toBeCloseTo(100 * (0.75 * 1.3 + 0.25), 1);
  expect(path({ drivers: [older, oldest] }).demand[4]).toBeCloseTo(100 * (0.75 * 1.3 + 0.25) * 1.2, 1);
  // Half-way in time, 75+ has grown by the square root of 1.2.
  expect(path({ drivers: [oldest] }).demand[2]).toBeCloseTo(100 * Math.sqrt(1.2), 1);
});

test("weights that are rounded are scaled to all of it", () => {
  expect(digits(populationIndex({ "65-74": 0.666, "75+": 0.333 }, population, dates))).toEqual(
    digits(populationIndex({ "65-74": 2, "75+": 1 }, population, dates)),
  );
});

test("a formula stands in place of drivers; its base is the posts with the need that is not met", () => {
  const { demand } = path({
    unmetNeed: number(0.1),
    formula: compileFormula("base * people('75+') / people0('75+') + 2 * years + (year - 2020)").data,
  });
  expect(demand[0]).toBeCloseTo(110, 9);
  expect(demand[4]).toBeCloseTo(110 * 1.2 + 8 + 4, 1);
});

test("a budget that grows does so from the posts, whatever demand does", () => {
  const { demand, funded } = path({
    unmetNeed: number(0.5),
    growthPerHead: number(0.1),
    funded: { growth: number(0.01) },
  });
  expect(digits(funded)).toEqual(digits([100, 101, 100 * 1.01 ** 2, 100 * 1.01 ** 3, 100 * 1.01 ** 4]));
  expect(demand[4]).toBeCloseTo(150 * 1.1 ** 4, 9);
});

test.each<[string, Record<string, number>, number[]]>([
  ["from the posts at the base, on to the last value", { 2022: 90, 2023: 120 }, [100, 95, 90, 120, 120]],
  ["a value for the base year goes before the posts", { 2020: 80, 2024: 100 }, [80, 85, 90, 95, 100]],
  ["a value from before the base is the start of the line", { 2018: 60, 2022: 100 }, [80, 90, 100, 100, 100]],
  ["whatever the order they are written in", { 2024: 140, 2022: 90 }, [100, 95, 90, 115, 140]],
])("funded posts at given years lie on straight lines: %s", (_, posts, expected) => {
  expect(digits(path({ funded: { posts: numbers(posts, "FTE") } }).funded)).toEqual(expected);
});

const shift = (from: string, to: string, share: number, more: Partial<Shift> = {}): Shift => ({
  from,
  to,
  share: number(share),
  ratio: number(1, "factor"),
  start: 2021,
  over: 1,
  ...more,
});
const substitution = (of: string, by: string, fte: number, more: Partial<Substitution> = {}): Substitution => ({
  of,
  by,
  fte: number(fte, "FTE"),
  ratio: number(1, "factor"),
  start: 2021,
  over: 1,
  ...more,
});
const ids = ["hospital", "community", "nurses"];
const steady = [100, 50, 40].map((fte) => new Float64Array(5).fill(fte));
const moved = (shifts: Shift[], substitutions: Substitution[] = []) => {
  const paths = movedDemand(ids, steady, shifts, substitutions, 2020).map((of) => digits(of));
  return paths as [hospital: number[], community: number[], nurses: number[]];
};

test("a shift moves a share of demand from its first year on, phased in, at its ratio", () => {
  const [hospital, community, nurses] = moved([
    shift("hospital", "community", 0.2, { start: 2022, over: 2, ratio: number(0.9, "factor") }),
  ]);
  expect(hospital).toEqual([100, 100, 90, 80, 80]);
  expect(community).toEqual([50, 50, 59, 68, 68]);
  expect(nurses).toEqual([40, 40, 40, 40, 40]);
});

test("a substitution replaces so many FTE, phased in, by its ratio", () => {
  const [, community, nurses] = moved(
    [],
    [substitution("nurses", "community", 10, { over: 4, ratio: number(1.2, "factor") })],
  );
  expect(nurses).toEqual([40, 37.5, 35, 32.5, 30]);
  expect(community).toEqual([50, 53, 56, 59, 62]);
});

test("no more is replaced than there is", () => {
  const [, community, nurses] = moved([], [substitution("nurses", "community", 60)]);
  expect(nurses).toEqual([40, 0, 0, 0, 0]);
  expect(community).toEqual([50, 90, 90, 90, 90]);
});

test("changes that together want more than there is share it in proportion, and nothing falls below zero", () => {
  const [hospital, community, nurses] = moved(
    [shift("hospital", "community", 0.9), shift("hospital", "nurses", 0.6)],
    [substitution("hospital", "nurses", 30)],
  );
  // 90, 60 and 30 are wanted of 100.
  expect(hospital[1]).toBe(0);
  expect(community[1]).toBeCloseTo(50 + 50, 9);
  expect(nurses[1]).toBeCloseTo(40 + 50, 9);
});

test("the order of shifts and substitutions does not matter, even in a circle", () => {
  const shifts = [
    shift("hospital", "community", 0.3, { ratio: number(0.8, "factor") }),
    shift("community", "hospital", 0.5),
    shift("community", "nurses", 0.7, { over: 3 }),
  ];
  const substitutions = [
    substitution("nurses", "hospital", 15),
    substitution("nurses", "community", 30, { start: 2022 }),
  ];
  expect(moved(shifts.toReversed(), substitutions.toReversed())).toEqual(moved(shifts, substitutions));
  const total = (of: readonly number[][]) => of.reduce((sum, path) => sum + path[1]!, 0);
  // Whole FTE move, but for the fifth that the first shift saves of its thirty.
  expect(total(moved(shifts, substitutions))).toBeCloseTo(190 - 6, 9);
});

test("a budget that follows demand moves with it; one with a path of its own does not", () => {
  const system = (funded: object) =>
    town(
      { hospital: pool(), community: pool({ headcount: 50 }) },
      {
        demand: { hospital: funded },
        shifts: [{ from: "hospital", to: "community", share: "20%", start: 2020 }],
      },
    );
  const funded = (own: object, id: string) => run(system(own)).at({ pool: id, measure: "funded", year: 2020 });
  expect(funded({}, "hospital")).toBeCloseTo(80, 9);
  expect(funded({}, "community")).toBeCloseTo(70, 9);
  expect(funded({ funded: { growth: "1% per year" } }, "hospital")).toBeCloseTo(101, 9);
  expect(funded({ funded: { growth: "1% per year" } }, "community")).toBeCloseTo(70, 9);
});
