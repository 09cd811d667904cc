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

/** Nurses in post who respond to all vacancies, with or without a pool of those from abroad that holds some of their posts. */
const ward = (pools: string, posts: string) =>
  parseSystem(`
cadre: 1
id: ward
title: A ward
calendar: { base: 2024-03-31, until: 2034-03-31 }
axes: { age: none, tenure: 4 }
pools:
  nurses:
    title: Nurses
    employer: Trust
    sector: health
    role: nurses
    headcount: 300
    leaving: { rate: 10%, kind: hazard, scope: employer }
    recruitment: { mode: fixed, recruits: { 2025: 25 }, responds: { to: vacancyRate, of: all, power: 0.5 } }
${pools}
demand: { nurses: { posts: 400 }${posts} }
`);
const fromAbroad = (rate: string) => `
  from-abroad:
    title: Nurses from abroad
    employer: Trust
    sector: health
    role: nurses
    headcount: 0
    leaving: { rate: ${rate}, kind: hazard, scope: employer }
    recruitment: { mode: fixed, recruits: { 2025: 0 } }
    abroad: { recruits: { 2025: 20, 2027: 0 } }`;

it("gives people from abroad leaving of their own in a pool of their own, which holds posts of the other", () => {
  const together = run(ward("    abroad: { recruits: { 2025: 20, 2027: 0 } }", ""));
  const alike = run(ward(fromAbroad("10%"), ", from-abroad: { posts: 0 }"));
  for (const measure of ["headcount", "gap", "vacancyRate", "joiners", "leavers"] as const)
    for (const year of [2025, 2027, 2034])
      expect(alike.at({ measure, year }), `${measure} ${year}`).toBeCloseTo(
        together.at({ measure, year }) ?? Number.NaN,
        9,
      );
  const staying = run(ward(fromAbroad("5%"), ", from-abroad: { posts: 0 }"));
  const [A, opening] = [(1 - Math.exp(-0.05)) / 0.05, Math.exp(-0.05)];
  const left = 20 * A * (1 + opening) * opening ** 8;
  expect(staying.at({ pool: "from-abroad", measure: "headcount", year: 2034 })).toBeCloseTo(left, 9);
  expect(staying.at({ measure: "gap", year: 2034 })).toBeLessThan(together.at({ measure: "gap", year: 2034 }) - 3);
  const told = explain(ward(fromAbroad("5%"), ", from-abroad: { posts: 0 }"), {
    ...{ parameter: "leaving.rate", where: { pool: "from-abroad" }, year: 2030 },
  });
  expect(told.value).toBeCloseTo(0.05, 12);
});

it("lets those who settle move to the other pool after some years, and loses nobody", () => {
  const settle =
    'moves: [ { from: from-abroad, to: nurses, rate: 100%, kind: hazard, byTenure: { "0": 0, "1": 0, "2": 0, "3+": 1 } } ]';
  const result = run(ward(`${fromAbroad("5%")}\n${settle}`, ", from-abroad: { posts: 0 }"));
  const at = (pool: string, measure: "headcount" | "leavers.moves" | "joiners.moves", year: number) =>
    result.at({ pool, measure, year });
  expect(at("from-abroad", "leavers.moves", 2027)).toBe(0);
  expect(at("from-abroad", "leavers.moves", 2029)).toBeGreaterThan(5);
  expect(at("nurses", "joiners.moves", 2029)).toBeCloseTo(at("from-abroad", "leavers.moves", 2029), 10);
  const people = (year: number) => result.at({ measure: "headcount", year });
  for (const year of [2025, 2029, 2034])
    expect(people(year)).toBeCloseTo(
      people(year - 1) + result.at({ measure: "joiners", year }) - result.at({ measure: "leavers", year }),
      8,
    );
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
