import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { parseSystem } from "../system/parse.ts";
import { errorOf, placeOf, pool, town } from "../system/town.test-data.ts";

/** A nurse's home town as a planner writes it, with what a test changes. */
const text = ({
  calendar = "{ base: 2019-03-31, until: 2022-03-31 }",
  axes = "{ age: none, tenure: 4 }",
  pool: more = "leaving: { rate: 20%, kind: hazard, scope: employer }",
  demand = "",
}) => `cadre: 1
id: town
title: Town
calendar: ${calendar}
axes: ${axes}
population: { people: { 2018: { "0-64": 800, "65+": 200 }, 2023: { "0-64": 780, "65+": 260 } } }
pools:
  carers: { title: Carers, employer: E, sector: s, headcount: 10, leaving: { rate: 10%, kind: hazard, scope: employer } }
  nurses:
    title: Nurses
    employer: Hospital
    sector: health
    headcount: 100
    vacancyRate: 20%
    ${more}
${demand}`;
const fault = (file: string) => errorOf(() => run(parseSystem(file, { file: "system.yaml" })));

test("retirements above the published rate: where the rate stands, and what each cause takes of it", () => {
  const file = text({
    axes: "{ age: [60, 70], tenure: 1 }",
    pool: `ages: { "60+": 100% }
    retirement: { "60+": 30% }
    leaving: { rate: 12.5%, kind: leavers-per-average-headcount, scope: employer, includes: [retirement] }`,
  }).replace("carers: {", 'carers: { ages: { "60+": 100% },');
  const found = fault(file);
  expect(found).toMatchObject({
    code: "retirement-above-rate",
    file: "system.yaml",
    path: "pools.nurses.leaving.rate",
    ...placeOf(file, "12.5%"),
  });
  expect(found.value).toBe("12.5%: of 12.50% a year, retiring 35.67%, moving 0.00%");
  expect(found.summary).toMatch(/^Retirements and moves out of "nurses" alone/);
  expect(found.rule).toContain("cannot be negative");
  expect(found.fix).toContain("retirement schedule");
});

test("moves beyond the employer above its published rate are the same error", () => {
  const found = errorOf(() =>
    run(
      town(
        {
          homes: pool({ leaving: { rate: 0.05, kind: "hazard", scope: "employer" } }),
          hospital: pool({ employer: "H" }),
        },
        { moves: [{ from: "homes", to: "hospital", rate: 0.1, kind: "hazard" }] },
      ),
    ),
  );
  expect(found.code).toBe("retirement-above-rate");
  expect(found.value).toContain("moving 10.00%");
});

test("numbers that no base year can agree with are told, not guessed at", () => {
  // Nearly three times the staff would have to leave in a year, and only those who have served for three years may.
  const file = text({
    pool: 'leaving: { rate: 290%, kind: hazard, scope: employer, byTenure: { "0": 0, "1": 0, "2": 0, "3+": 1 } }',
  });
  const found = fault(file);
  expect(found).toMatchObject({ code: "no-base-year", file: "system.yaml" });
  expect(found.line).toBeGreaterThan(1);
  expect(found.fix).toContain("rates or shapes");
});

test("yearly probabilities above one in the opening-stock convention: at the leaving rate, naming the age", () => {
  const file = text({
    calendar: "{ base: 2019-03-31, until: 2022-03-31, convention: opening-stock }",
    axes: "{ age: [20, 70], tenure: 1 }",
    pool: `ages: { "20-70": 100% }
    retirement: { "66+": 95% }
    leaving: { rate: 13.5%, kind: share-leaving-within-year, scope: employer }`,
  }).replace("carers: {", 'carers: { ages: { "20+": 100% },');
  const found = fault(file);
  expect(found).toMatchObject({ code: "probabilities-above-one", value: "108.5% a year", ...placeOf(file, "13.5%") });
  expect(found.summary).toContain("age 66");
});

test("a scenario that takes the probabilities above one is told as well", () => {
  const system = town(
    { homes: pool({ leaving: { rate: 0.2, kind: "share-leaving-within-year", scope: "employer" } }) },
    { calendar: { base: "2019-03-31", until: "2022-03-31", convention: "opening-stock" } },
  );
  const found = errorOf(() => run(system, { changes: [{ parameter: "leaving.rate", from: 2021, multiply: 6 }] }));
  expect(found).toMatchObject({ code: "probabilities-above-one", value: "120.0% a year" });
});

test.each([
  ["in quotes", '"base * 1.01 ^ yaers"'],
  ["without quotes", "base * 1.01 ^ yaers"],
  ["in single quotes", "'base * 1.01 ^ yaers'"],
])("a formula %s with an unknown name: the place of the name itself", (_, formula) => {
  const file = text({ demand: `demand:\n  nurses:\n    formula: ${formula}` });
  expect(fault(file)).toMatchObject({
    code: "formula-unknown-name",
    file: "system.yaml",
    path: "demand.nurses.formula",
    value: "yaers",
    didYouMean: "years",
    ...placeOf(file, "yaers"),
  });
});

test("a formula folded over lines is shown where it begins", () => {
  const file = text({ demand: "demand:\n  nurses:\n    formula: >-\n      base *\n      yaers" });
  expect(fault(file)).toMatchObject({ code: "formula-unknown-name", ...placeOf(file, ">-") });
});

test("a division by zero names its year and stands at what it divides by", () => {
  const file = text({ demand: 'demand: { nurses: { formula: "base / (2021 - year)" } }' });
  const found = fault(file);
  expect(found).toMatchObject({ code: "formula-division-by-zero", ...placeOf(file, "2021 - year") });
  expect(found.summary).toBe("In 2021 the formula divides by zero.");
  expect(found.rule).toBeDefined();
  expect(found.fix).toBeDefined();
});

test("a formula about people whom the population cannot count", () => {
  const file = text({ demand: `demand: { nurses: { formula: "base * people('75+') / people0('75+')" } }` });
  expect(fault(file)).toMatchObject({ code: "formula-band", value: "75+", line: 16 });
});

test("a formula begins from the posts with the need that is not met: it may not come below zero", () => {
  // 100 nurses in 125 posts, and a tenth more needed: 137.5.
  const posts = (less: number) => text({ demand: `demand: { nurses: { unmetNeed: 10%, formula: base - ${less} } }` });
  expect(run(parseSystem(posts(137))).at({ pool: "nurses", measure: "demand", year: 2020 })).toBeCloseTo(0.5, 9);
  expect(fault(posts(138))).toMatchObject({ code: "formula-negative", ...placeOf(posts(138), "base - 138") });
});
