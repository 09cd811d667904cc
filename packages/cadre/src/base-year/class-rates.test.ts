import { explain, parseSystem, run } from "cadre";
import { expect, it } from "vitest";
import { numbersOf } from "../system/numbers.ts";

const PLACE = `
cadre: 1
id: ward
title: A ward
calendar: { base: 2024-03-31, until: 2026-03-31 }
`;

const ward = (leaving: string, more = "") =>
  parseSystem(`${PLACE}
axes: { age: none, tenure: 2 }
pools:
  nurses:
    title: Nurses
    employer: Trust
    sector: health
    headcount: 100
    tenure: { "0": 40%, "1+": 60% }
    leaving: ${leaving}
    recruitment: { mode: fixed, recruits: { 2025: 0 } }
    ${more}
`);

it("takes rates by length of service as they are", () => {
  const system = ward('{ rates: { byTenure: { "0": 25%, "1+": 10% } }, kind: hazard, scope: employer }');
  const result = run(system);
  const after = 40 * Math.exp(-0.25) + 60 * Math.exp(-0.1);
  expect(result.at({ pool: "nurses", measure: "headcount", year: 2025 })).toBeCloseTo(after, 10);
  // All have served a year by then.
  expect(result.at({ pool: "nurses", measure: "headcount", year: 2026 })).toBeCloseTo(after * Math.exp(-0.1), 10);
  const numbers = numbersOf(system).map(({ path, value, unit }) => [path, value, unit]);
  expect(numbers).toContainEqual(["pools.nurses.leaving.rates.byTenure.0", 0.25, "rate"]);
  const { steps } = explain(system, { parameter: "leaving.rate", where: { pool: "nurses", tenure: "0" }, year: 2025 });
  expect(steps[0]).toMatchObject({ what: "Given for 0: leavers per person-year, leaving the employer", value: 0.25 });
  expect(steps.at(-1)!.value).toBeCloseTo(0.25, 12);
});

it("reads a share that leaves within the year", () => {
  const rates = '{ rates: { byTenure: { "0": 25%, "1+": 10% } }, kind: share-leaving-within-year, scope: employer }';
  expect(run(ward(rates)).at({ pool: "nurses", measure: "leavers.leaving", year: 2025 })).toBeCloseTo(10 + 6, 10);
});

it("changes them by factor, and sets what all staff together come to", () => {
  const system = ward('{ rates: { byTenure: { "0": 25%, "1+": 10% } }, kind: hazard, scope: employer }');
  const half = run(system, { changes: [{ parameter: "leaving.rate", where: {}, from: 2025, multiply: 0.5 }] });
  expect(half.at({ pool: "nurses", measure: "headcount", year: 2025 })).toBeCloseTo(
    40 * Math.exp(-0.125) + 60 * Math.exp(-0.05),
    10,
  );
  const set = run(system, { changes: [{ parameter: "leaving.rate", where: {}, from: 2025, set: 0.2 }] });
  const [left, years] = (["leavers.leaving", "personYears"] as const).map((measure) =>
    set.at({ pool: "nurses", measure, year: 2025 }),
  );
  expect(left! / years!).toBeCloseTo(0.2, 8);
});

it.each([
  ['{ rate: 20%, rates: { byTenure: { "0": 25%, "1+": 10% } }, kind: hazard, scope: employer }', "both given"],
  ["{ rates: {}, kind: hazard, scope: employer }", "come in one list"],
  ['{ rates: { byTenure: { "0": 25% } }, kind: hazard, scope: employer }', "no number for tenure 1+"],
  ['{ rates: { byTenure: { "0": 25%, "1+": 1000% } }, kind: hazard, scope: employer }', "it can be 0% to 300%"],
  [
    '{ rates: { byTenure: { "0": 25%, "1+": 10% } }, kind: still-in-post, after: 1 year, scope: employer }',
    "this kind",
  ],
  [
    '{ rates: { byTenure: { "0": 25%, "1+": 10% } }, byTenure: { "0": 2, "1+": 1 }, kind: hazard, scope: employer }',
    "set",
  ],
  ["{ kind: hazard, scope: employer }", "leaving rate is missing"],
])("refuses %s", (leaving, words) => {
  expect(() => ward(leaving)).toThrow(words);
});

const hours = (fte: string) =>
  parseSystem(`${PLACE}
axes: { age: [20, 59], sex: [female, male] }
pools:
  nurses:
    title: Nurses
    employer: Trust
    sector: health
    headcount: 100
    ages: { "20-39": 50%, "40-59": 50% }
    sex: { female: 75%, male: 25% }
    fte: ${fte}
    leaving: { rate: 10%, kind: hazard, scope: employer }
`);

it("counts hours by sex, and by sex and age", () => {
  const supply = (fte: string) => run(hours(fte)).at({ pool: "nurses", measure: "supply", year: 2024 });
  expect(supply("{ female: 0.7, male: 0.9 }")).toBeCloseTo(75 * 0.7 + 25 * 0.9, 10);
  const both = '{ female: { "20-39": 0.8, "40-59": 0.6 }, male: { "20-59": 0.9 } }';
  expect(supply(both)).toBeCloseTo(37.5 * 0.8 + 37.5 * 0.6 + 25 * 0.9, 10);
  expect(numbersOf(hours(both)).map(({ path }) => path)).toContain("pools.nurses.fte.female.40-59");
});

it.each([
  ["{ female: 0.7, men: 0.9 }", '"men" is not a sex'],
  ["{ female: 0.7 }", "no number for sex male"],
  ['{ female: { "20-39": 0.8 }, male: { "20-59": 0.9 } }', "age 40"],
  ["{ female: 70, male: 0.9 }", "too large"],
])("refuses hours %s", (fte, words) => {
  expect(() => hours(fte)).toThrow(words);
});

const replacing = (recruitment: string) =>
  parseSystem(`${PLACE}
axes: { age: none, tenure: 1 }
pools:
  nurses:
    title: Nurses
    employer: Trust
    sector: health
    headcount: 100
    leaving: { rate: 10%, kind: hazard, scope: employer }
    recruitment: ${recruitment}
`);

it("recruits as many as were counted", () => {
  const system = replacing("{ starters: 30, effort: 120% }");
  const result = run(system);
  expect(result.at({ pool: "nurses", measure: "joiners.market", year: 2025 })).toBeCloseTo(36, 12);
  const stay = (1 - Math.exp(-0.1)) / 0.1;
  expect(result.at({ pool: "nurses", measure: "headcount", year: 2025 })).toBeCloseTo(
    100 * Math.exp(-0.1) + 36 * stay,
    10,
  );
  const { steps } = explain(system, { parameter: "recruitment.recruits", where: { pool: "nurses" }, year: 2025 });
  expect(steps[0]).toMatchObject({ what: "Recruits of the base year, as counted", value: 30 });
  expect(() => replacing("{ mode: fixed, recruits: { 2025: 3 }, starters: 30 }")).toThrow("nothing is worked out from");
});
