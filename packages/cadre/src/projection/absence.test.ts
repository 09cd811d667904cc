import { explain, parseScenario, parseSystem, run } from "cadre";
import { expect, it } from "vitest";
import { numbersOf } from "../system/numbers.ts";

const ward = (more: string, demand = "") =>
  parseSystem(`
cadre: 1
id: ward
title: A ward
calendar: { base: 2024-03-31, until: 2026-03-31 }
axes: { age: none, tenure: 1 }
pools:
  nurses:
    title: Nurses
    employer: Trust
    sector: health
    headcount: 100
    fte: 0.8
    leaving: { rate: 10%, kind: hazard, scope: employer }
    costs: { pay: 40000 }
    ${more}
${demand}
`);
const at = (result: ReturnType<typeof run>, measure: Parameters<typeof result.at>[0]["measure"], year = 2024) =>
  result.at({ pool: "nurses", measure, year });

it("says who of those in post is at work", () => {
  const system = ward("absence: { sickness: 5%, maternity: 4% }\n    participation: 90%");
  const result = run(system);
  expect(at(result, "supply")).toBeCloseTo(80, 10);
  expect(at(result, "available")).toBeCloseTo(80 * 0.9 * 0.96 * 0.95, 10);
  expect(at(result, "gap")).toBeCloseTo(0, 10);
  expect(numbersOf(system)).toContainEqual(
    expect.objectContaining({ path: "pools.nurses.absence.sickness", value: 0.05, unit: "share" }),
  );
});

it("changes absence and participation by year", () => {
  const system = ward("absence: { sickness: 5% }");
  const plan = parseScenario(`
cadre: 1
id: health
title: Health at work
system: ./ward.yaml
assumptions:
  - { parameter: absence.sickness, from: 2026, set: 4% }
  - { parameter: participation, from: 2025, set: 95% }
`);
  const result = run(system, plan);
  expect(at(result, "available", 2025)).toBeCloseTo(80 * 0.95 * 0.95, 8);
  expect(at(result, "available", 2026)).toBeCloseTo(80 * 0.95 * 0.96, 8);
  const told = explain(system, plan, { parameter: "participation", where: { pool: "nurses" }, year: 2025 });
  expect(told.steps[0]).toMatchObject({ what: "Not given; without a change it is", value: 1 });
  expect(told.value).toBe(0.95);
});

it("fills a part of the gap from the bank and a part from agencies", () => {
  const result = run(
    ward("vacancyRate: 20%\n    bank: { fills: 50%, premium: 10% }\n    agency: { fills: 30%, premium: 50% }"),
  );
  expect(at(result, "gap")).toBeCloseTo(20, 10);
  expect(at(result, "bank")).toBeCloseTo(10, 10);
  expect(at(result, "agency")).toBeCloseTo(6, 10);
  expect(at(result, "cost.bank", 2025)).toBeCloseTo(10 * 40_000 * 1.1, 2);
  const costs = (["cost.pay", "cost.bank", "cost.agency"] as const).map((measure) => at(result, measure, 2025)!);
  expect(at(result, "cost.total", 2025)).toBeCloseTo(costs[0]! + costs[1]! + costs[2]!, 2);
});

const WORK = `
demand:
  nurses:
    workload:
      activities:
        - { title: Home visit, perYear: 60000, minutes: 45 }
        - { title: Clinic, perYear: 10000, minutes: 30 }
      hoursPerDay: 8
      daysOff: { leave: 30, holidays: 8, training: 4, sickness: 8 }
      support: 20%
      extraHours: 840
`;

it("works out posts from the work there is", () => {
  const system = ward("", WORK);
  // (52 × 5 − 50) days × 8 hours = 1,680 hours; 45,000 + 5,000 hours of activities.
  const posts = 50_000 / 1680 / 0.8 + 840 / 1680;
  expect(at(run(system), "demand")).toBeCloseTo(posts, 10);
  const { steps } = explain(system, { measure: "demand", where: { pool: "nurses" }, year: 2024 });
  expect(steps.slice(0, 3).map(({ value }) => value)).toEqual([45_000, 5000, 1680]);
  expect(numbersOf(system).map(({ path, unit }) => `${path} ${unit}`)).toContain(
    "demand.nurses.workload.activities.0.minutes minutes",
  );
});

it.each([
  ["absence: { sickness: 60% }", "", "of hours"],
  ["absence: { sickness: 5 }", "", "5%"],
  ["participation: 96", "", "96%"],
  ["bank: { fills: 80%, premium: 0% }\n    agency: { fills: 30%, premium: 0% }", "", "more than the whole gap"],
  ["", WORK.replace("    workload", "    posts: 3\n    workload"), "given twice"],
  ["", WORK.replace("leave: 30", "leave: 130").replace("hoursPerDay: 8", "daysPerWeek: 2"), "never be at work"],
  ["", WORK.replace("minutes: 45", "minutes: 4500"), "minutes each time"],
  ["", WORK.replace("hoursPerDay: 8", "hoursPerDay: 37.5"), "hoursPerDay"],
])("refuses %s %s", (more, demand, words) => {
  expect(() => ward(more, demand)).toThrow(words);
});
