import { expect, test } from "vitest";
import { factsAt } from "../model/parameter-of.ts";
import { readSystem } from "../node.ts";
import { numberAt, numbersOf, placeOf, recordAt, withNumber } from "./numbers.ts";
import { parseSystem } from "./parse.ts";

/** What is told in jobs where jobs are counted. */
const IN_JOBS: Readonly<Partial<Record<string, string>>> = { heads: "jobs", FTE: "jobs" };

const PLACES = [
  "cumbria",
  "somerset",
  "north-west-academies",
  "nottinghamshire",
  "england",
  "leicester-leicestershire-rutland",
];

test.each(PLACES)("every number of %s is found, set and known by its path", async (place) => {
  const system = await readSystem(`scenarios/${place}/system.yaml`);
  const numbers = numbersOf(system);
  expect(new Set(numbers.map(({ path }) => path)).size).toBe(numbers.length);
  for (const { path, record, value, unit, given } of numbers) {
    expect(numberAt(system, path), path).toBe(value);
    expect(path.startsWith(record), path).toBe(true);
    // What the table says of a number is what the file's format says; schedules and returners have units of their own.
    const { rule } = factsAt(path);
    if ("unit" in given && !path.includes(".returners.")) {
      const jobs = /^(?:pools|demand)\.social-care\./.test(path) && place === "england";
      expect(unit, path).toBe((jobs && IN_JOBS[rule.unit]) || rule.unit);
    }
    expect(value, path).toBeGreaterThanOrEqual(rule.min);
    expect(value, path).toBeLessThanOrEqual(rule.max);
  }
  const some = numbers.filter((_, i) => i % 7 === 0);
  for (const { path, value } of some) {
    const changed = withNumber(system, path, (number) => number + 1);
    expect(numberAt(changed, path), path).toBe(value + 1);
    expect(numberAt(system, path), path).toBe(value);
    const others = numbersOf(changed).filter((one) => one.path !== path);
    expect(others).toEqual(numbers.filter((one) => one.path !== path).map((one) => expectSame(one, path)));
  }
});

/** A number of the same list or record is told with what its record now holds. */
const expectSame = <T extends { record: string }>(one: T, changed: string): T =>
  changed.startsWith(`${one.record}.`) ? { ...one, given: expect.anything() } : one;

const town = parseSystem(
  `cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: 2026-03-31 }
axes: { age: [20, 69], tenure: 2 }
population: { people: { 2023: { "all": 1000 }, 2027: { "all": 1100 } } }
pools:
  care:
    title: Care
    employer: E
    sector: care
    level: 2
    headcount: { value: 200, note: counted }
    ages: { value: { "20-49": 60%, "50-69": 40% } }
    leaving: { rate: 20%, kind: hazard, scope: employer, includes: [retirement] }
    retirement: { kind: hazard, byAge: { "60+": 10% } }
  ward:
    title: Ward
    employer: E
    sector: health
    headcount: 100
    ages: { "20-49": 60%, "50-69": 40% }
    leaving: { rate: 20%, kind: hazard, scope: employer, includes: [retirement] }
    retirement: all
  theatre:
    title: Theatre
    employer: E
    sector: health
    headcount: 50
    ages: { "20-49": 60%, "50-69": 40% }
    leaving: { rate: 20%, kind: hazard, scope: employer, includes: [retirement] }
    retirement: all
moves: [ { from: care, to: ward, rate: 1%, kind: hazard } ]
`,
  { files: { "data/retirement/all.yaml": "cadre: 1\nid: all\ntitle: All\nkind: hazard\nbyAge: { '60+': 5% }\n" } },
);

test.each([
  ["pools.care.headcount", 200, [13, 16]],
  ["pools.care.ages.20-49", 0.6, [14, 31]],
  ["pools.ward.ages.50-69", 0.4, [22, 36]],
  ["pools.care.retirement.60+", 0.1, [16, 49]],
  ["moves.0.rate", 0.01, [33, 40]],
  ["population.2023.all", 1000, [6, 40]],
  ["retirement.all.60+", 0.05, undefined],
])("%s is %d, and stands in its line and column", (path, value, place) => {
  expect(numberAt(town, path)).toBe(value);
  expect(placeOf(town, path)).toEqual(place);
});

test("a schedule that pools share is one list of numbers, changed in all of them", () => {
  expect(numbersOf(town).filter(({ record }) => record === "retirement.all")).toHaveLength(1);
  const changed = withNumber(town, "retirement.all.60+", () => 0.2);
  expect([changed.pools.ward, changed.pools.theatre].map((pool) => pool?.retirement?.byAge)).toEqual([
    { "60+": 0.2 },
    { "60+": 0.2 },
  ]);
  expect(changed.pools.care).toBe(town.pools.care);
});

test("what is no number of a system is none: names, levels, parts of a record, nothing at all", () => {
  for (const none of ["pools.care.title", "pools.care.level", "pools.care.headcount.note", "pools.care.ages", "x", ""])
    expect(numberAt(town, none), none).toBeUndefined();
  expect(numberAt(town, "pools.care.__proto__")).toBeUndefined();
  expect(recordAt(town, "pools.care.leaving")).toBeUndefined();
  expect(withNumber(town, "pools.care.level", () => 7)).toBe(town);
});
