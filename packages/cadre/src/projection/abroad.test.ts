import { explain, parseScenario, parseSystem, run } from "cadre";
import { resolvedRecord } from "cadre/results";
import { expect, it } from "vitest";
import { numbersOf } from "../system/numbers.ts";

const hospital = (abroad: string, more = "recruitment: { mode: fixed, recruits: { 2025: 0 } }") =>
  parseSystem(`
cadre: 1
id: hospital
title: A hospital
calendar: { base: 2024-03-31, until: 2028-03-31 }
axes: { age: none, tenure: 1 }
pools:
  nurses:
    title: Nurses
    employer: Trust
    sector: health
    headcount: 100
    leaving: { rate: 10%, kind: hazard, scope: employer }
    abroad: ${abroad}
    ${more}
    costs: { abroad: 10000 }
`);
const coming = (result: ReturnType<typeof run>) =>
  result.years.map((year) => result.at({ pool: "nurses", measure: "joiners.abroad", year }));

it("recruits abroad from a start to an end, on top of what the market gives", () => {
  const system = hospital("{ recruits: { 2025: 20, 2027: 0 } }");
  const result = run(system);
  expect(coming(result)).toEqual([20, 20, 0, 0]);
  const stay = (1 - Math.exp(-0.1)) / 0.1;
  const after = 100 * Math.exp(-0.1) + 20 * stay;
  expect(result.at({ pool: "nurses", measure: "headcount", year: 2025 })).toBeCloseTo(after, 10);
  expect(result.at({ pool: "nurses", measure: "cost.recruits", year: 2025 })).toBeCloseTo(200_000, 6);
  expect(resolvedRecord(result).pools[0]!.years[0]!.joiners.abroad).toEqual([[20]]);
  expect(numbersOf(system).map(({ path }) => path)).toContain("pools.nurses.abroad.recruits.2025");
});

it("counts those of the base year among the recruits that hold its headcount", () => {
  const system = hospital("{ recruits: { 2024: 4, 2026: 0 } }", "recruitment: { mode: replace }");
  const result = run(system);
  const at = (measure: "headcount" | "joiners.market", year: number) => result.at({ pool: "nurses", measure, year });
  expect(at("headcount", 2025)).toBeCloseTo(100, 8);
  expect(at("joiners.market", 2025)).toBeCloseTo(6, 8);
  // When nobody comes from abroad any more, nobody else takes their place.
  expect(at("headcount", 2026)).toBeLessThan(97);
  expect(at("joiners.market", 2026)).toBeCloseTo(6, 8);
});

it("fills posts with fewer from the market where people come from abroad", () => {
  const result = run(hospital("{ recruits: { 2025: 4 } }", "recruitment: { mode: fill }"));
  expect(result.at({ pool: "nurses", measure: "headcount", year: 2028 })).toBeCloseTo(100, 8);
  expect(result.at({ pool: "nurses", measure: "joiners.market", year: 2028 })).toBeCloseTo(6, 8);
});

it("follows policy and pay", () => {
  const system = hospital("{ recruits: { 2025: 20 }, policy: 90%, pay: 2 }");
  const plan = parseScenario(`
cadre: 1
id: rules
title: Stricter rules and better pay
system: ./system.yaml
assumptions:
  - { parameter: abroad.policy, from: 2026, until: 2026, multiply: 0.5 }
  - { parameter: pay.relative, from: 2027, until: 2027, multiply: 1.1 }
  - { parameter: abroad.recruits, from: 2028, set: 5 }
`);
  const result = run(system, plan);
  [18, 9, 18 * 1.1 ** 2, 4.5].forEach((heads, y) => expect(coming(result)[y]).toBeCloseTo(heads, 12));
  const told = explain(system, plan, { parameter: "abroad.policy", where: { pool: "nurses" }, year: 2026 });
  expect(told.value).toBeCloseTo(0.45, 12);
  const joined = explain(system, plan, { parameter: "abroad.recruits", where: { pool: "nurses" }, year: 2028 });
  expect(joined).toMatchObject({ value: 5, unit: "heads a year" });
});

it.each([
  ["{ policy: 90% }", "Numbers by years"],
  ["{ recruits: { 2025: -3 } }", "cannot be negative"],
  ["{ recruits: { 2025: 20 }, policy: 90 }", "of the recruits planned"],
  ['{ recruits: { 2025: 20 }, ages: { "20-29": 100% } }', "has no ages"],
  ["{ recruits: { 2025: 20 }, from: 2025 }", "from"],
])("refuses abroad: %s", (abroad, words) => {
  expect(() => hospital(abroad)).toThrow(words);
});
