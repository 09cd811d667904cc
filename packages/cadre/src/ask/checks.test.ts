import { expect, test } from "vitest";
import { parseChecks } from "../against/parse-checks.ts";
import { run } from "../projection/run.ts";
import { errorOf, type Part, placeOf, pool, still, town } from "../system/town.test-data.ts";
import { runChecks } from "./checks.ts";

const system = town(
  {
    homes: pool({ ages: { "16-29": "25%", "30+": "75%" }, vacancyRate: "20%", level: 2 }),
    hospital: still({ headcount: 300, sector: "health", level: 6, ages: { "40-49": "100%" } }),
  },
  {
    axes: { age: [16, 70], tenure: 2 },
    population: { people: { 2018: { "0-64": 800, "65+": 200 }, 2023: { "0-64": 800, "65+": 242 } }, date: "03-31" },
    pipelines: {
      nursing: {
        title: "Nursing",
        intake: { 2019: 10 },
        lasts: "6 months",
        completion: "80%",
        joins: { hospital: "90%" },
      },
    },
  },
);
const result = run(system);
const fewer = run(system, {
  id: "fewer",
  changes: [{ parameter: "leaving.rate", where: { pool: "homes" }, multiply: 0.5 }],
});

/** Runs one check; `year` is 2019 unless given. */
const check = (asked: Part) => {
  const one = { id: "one", says: "So it is", measure: "headcount", year: 2019, ...asked };
  const text = JSON.stringify({ cadre: 1, system: "./system.yaml", checks: [one] });
  return runChecks(parseChecks(text, { file: "checks.yaml" }), [result, fewer])[0]!;
};

test.each<[Part, boolean, string]>([
  [{ near: 400, within: 1 }, true, "400 ± 1"],
  [{ near: 401, within: 1 }, true, "401 ± 1"],
  [{ near: 402, within: 1 }, false, "402 ± 1"],
  [{ near: 398, within: 1 }, false, "398 ± 1"],
  [{ atLeast: 400 }, true, "at least 400"],
  [{ atLeast: 400.01 }, false, "at least 400.01"],
  [{ atMost: 400 }, true, "at most 400"],
  [{ atMost: 399.99 }, false, "at most 399.99"],
  [{ atLeast: 399, atMost: 401 }, true, "at least 399, at most 401"],
  [{ atLeast: 399, atMost: 399.5 }, false, "at least 399, at most 399.5"],
  [{ atLeast: 401, atMost: 402 }, false, "at least 401, at most 402"],
  [{ measure: "leavers.death", year: 2020, atMost: 0 }, true, "at most 0"],
  [{ measure: "leavers.death", year: 2020, near: 0, within: 0 }, true, "0 ± 0"],
])("%j holds: %s", (asked, passed, expected) => {
  expect(check(asked)).toMatchObject({ passed, expected, percent: false });
});

test.each<[Part, number]>([
  [{ where: { pool: "homes" } }, 100],
  [{ where: { sector: "health" } }, 300],
  [{ where: { pool: "sector:health" } }, 300],
  [{ where: { level: 2 } }, 100],
  [{ where: { pool: "level:6" } }, 300],
  [{ where: { pool: "homes", age: "16-29" } }, 25],
  [{ where: { age: "40-49", sector: "health" } }, 300],
  [{ measure: "vacancyRate", where: { pool: "homes" } }, 0.2],
  [{ measure: "gap", where: { pool: "homes" } }, 25],
  [{ measure: "entrants", where: { pool: "pipeline:nursing" }, year: 2020 }, 10],
  [{ measure: "graduates.joined", where: { pool: "pipeline:nursing" }, year: 2020 }, 7.2],
  [{ measure: "people", where: { age: "0-64" } }, 800],
])("%j is asked of the right staff", (asked, value) => {
  expect(check({ ...asked, near: value, within: 1e-6 })).toMatchObject({ passed: true });
  expect(check({ ...asked, near: value + 0.01, within: 1e-6 })).toMatchObject({ passed: false });
});

test("people of an age band grow between the years given", () => {
  // The years' days differ by a 365th, so the middle is not quite √1.21.
  expect(
    check({ measure: "people", where: { age: "65+" }, year: 2022, near: 200 * 1.21 ** 0.8, within: 0.1 }).passed,
  ).toBe(true);
  expect(
    check({ measure: "people", where: { age: "65+" }, year: 2022, near: 200 * 1.21 ** 0.8 + 1, within: 0.1 }).passed,
  ).toBe(false);
});

test("a share is of the same pools' staff of all ages, unless said otherwise", () => {
  expect(
    check({ where: { pool: "homes", age: "16-29" }, per: { measure: "headcount" }, near: "25%", within: "0.01%" }),
  ).toMatchObject({
    passed: true,
    percent: true,
    expected: "25% ± 0.01%",
  });
  expect(
    check({
      where: { pool: "homes" },
      per: { measure: "headcount", where: { pool: "hospital" } },
      near: 1 / 3,
      within: 1e-9,
    }).passed,
  ).toBe(true);
  const grown = check({
    where: { pool: "hospital" },
    year: 2022,
    per: { measure: "headcount", year: 2019 },
    atLeast: 0,
  }).value;
  expect(grown).toBeCloseTo(result.at({ pool: "hospital", measure: "headcount", year: 2022 }) / 300, 12);
  expect(grown).toBeGreaterThan(1.05);
  const same = check({
    measure: "leavers",
    where: { pool: "homes" },
    year: 2021,
    per: { measure: "personYears" },
    near: "20%",
    within: "0.0001%",
  });
  expect(same.passed).toBe(true);
});

test("an input of the pools, plain or by headcount", () => {
  const mean = (asked: Part) =>
    check({ measure: undefined, year: undefined, parameter: "leaving.rate", atLeast: 0, ...asked }).value;
  expect(mean({})).toBeCloseTo(0.1, 12);
  expect(mean({ weightedBy: "headcount" })).toBeCloseTo((0.2 * 100) / 400, 12);
  expect(mean({ where: { sector: "care" }, weightedBy: "headcount" })).toBeCloseTo(0.2, 12);
});

test("who is still in post after some years", () => {
  const after = (years: number) =>
    check({ measure: `stillInPost.${years}`, where: { pool: "homes" }, atLeast: 0 }).value;
  expect(after(1)).toBeCloseTo(Math.exp(-0.2), 9);
  expect(after(3)).toBeCloseTo(Math.exp(-0.6), 9);
  expect(errorOf(() => check({ measure: "stillInPost.1", atLeast: 0 })).code).toBe("one-pool");
});

test("a statement may be about a scenario", () => {
  const asked = { measure: "leavers", where: { pool: "homes" }, year: 2020, atMost: 11 };
  expect(check(asked).passed).toBe(false);
  expect(check({ ...asked, scenario: "fewer" }).passed).toBe(true);
  expect(errorOf(() => check({ ...asked, scenario: "more" })).code).toBe("unknown-scenario");
});

test("what became of a statement carries its words, source and place", () => {
  expect(check({ says: "Four hundred work here", source: "census", atLeast: 1 })).toMatchObject({
    id: "one",
    says: "Four hundred work here",
    source: "census",
    place: "checks.yaml:1:47",
  });
});

test.each<[string, Part, string, string | undefined]>([
  ["a pool that is not there", { where: { pool: "hoems" } }, "unknown-pool", "homes"],
  ["a year that is not run", { year: 2030 }, "unknown-year", "2020"],
  ["a sex that is not there", { where: { sex: "female" } }, "unknown-class", undefined],
  ["ages of what has none", { measure: "gap", where: { age: "16-29" } }, "measure-without-ages", undefined],
  ["people whom the population cannot tell", { measure: "people", where: { age: "75+" } }, "unknown-band", "65+"],
  ["an input that is not there", { measure: undefined, parameter: "leaving.growth" }, "unknown-parameter", undefined],
  [
    "an input of no pool",
    { measure: undefined, parameter: "leaving.rate", where: { sector: "shops" } },
    "unknown-pool",
    undefined,
  ],
])("%s is an error with the place of the check", (_, asked, code, didYouMean) => {
  const found = errorOf(() => check({ atLeast: 0, ...asked }));
  expect(found).toMatchObject({ code, didYouMean, file: "checks.yaml", line: 1, column: 47, path: "checks.one" });
  for (const said of [found.summary, found.value, found.rule, found.fix]) expect(said).toBeTruthy();
});

test("a measure that is not there is an error with its own place", () => {
  const found = errorOf(() => check({ atLeast: 0, measure: "headcout" }));
  const place = { file: "checks.yaml", line: 1, path: "checks.0.measure" };
  expect(found).toMatchObject({ code: "unknown-measure", didYouMean: "headcount", ...place });
});

const text = (lines: string) => `cadre: 1
system: ./system.yaml
checks:
  - id: first
    says: It is so
    ${lines}
`;

test.each([
  ["no measure", "{ atLeast: 1 }", "bad-check", "id: first"],
  [
    "a measure and a parameter",
    "measure: gap\n    parameter: leaving.rate\n    year: 2020\n    atLeast: 1",
    "bad-check",
    "id: first",
  ],
  ["a measure without a year", "measure: gap\n    atLeast: 1", "bad-check", "id: first"],
  ["no bound", "measure: gap\n    year: 2020", "bad-check", "id: first"],
  ["near without within", "measure: gap\n    year: 2020\n    near: 1", "bad-check", "id: first"],
  ["within without near", "measure: gap\n    year: 2020\n    within: 1\n    atMost: 2", "bad-check", "id: first"],
  ["a bound that is no number", "measure: gap\n    year: 2020\n    atLeast: many", "invalid", "many"],
  ["a mistyped key", "measure: gap\n    year: 2020\n    atleast: 1", "unknown-key", "atleast"],
  ["an unknown weight", "parameter: leaving.rate\n    weightedBy: pay\n    atLeast: 1", "unknown-word", "pay"],
  [
    "an id that stands twice",
    "measure: gap\n    year: 2020\n    atLeast: 1\n  - { id: first, says: So, measure: gap, year: 2020, atLeast: 1 }",
    "same-id",
    "first, says",
  ],
])("a checks file with %s is one clear error", (_, lines, code, at) => {
  const file = lines.startsWith("{") ? text(`atLeast: 1`) : text(lines);
  const found = errorOf(() => parseChecks(file, { file: "checks.yaml" }));
  expect(found).toMatchObject({ code, file: "checks.yaml", ...placeOf(file, at) });
  expect(found.others).toEqual([]);
  expect(found.summary).toBeTruthy();
});

test("a checks file without checks, or without a system, is refused", () => {
  expect(errorOf(() => parseChecks("cadre: 1\nsystem: a.yaml\nchecks: []")).line).toBe(3);
  expect(errorOf(() => parseChecks("cadre: 1\nchecks: []")).code).toBe("missing-key");
});
