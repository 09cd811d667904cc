import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import type { Change } from "../scenario/schema/change.ts";
import { parseSystem } from "../system/parse.ts";

const town = (pool = "", more = "") =>
  parseSystem(`
cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: 2026-03-31 }
axes: { age: none, tenure: 1 }
pools:
  carers:
    title: Carers
    employer: Us
    sector: care
    headcount: 100
    leaving: { rate: 30%, kind: hazard, scope: employer }
    ${pool}
${more}
`);
const said = (change: Change, system = town()) =>
  run(system, { interventions: [{ id: "plan", title: "The plan", changes: [change] }] }).warnings;
const course = (year: number) => courseOf(`{ ${year}: 20 }`);
const courseOf = (intake: string) => `
pipelines:
  academy: { title: Academy, intake: ${intake}, lasts: 1 year, completion: 80%, joins: { carers: 100% } }
`;

test.each<[Change, string]>([
  [{ parameter: "retirement.rate", multiply: 2 }, "nobody counts retirements in these pools"],
  [{ parameter: "death.rate", multiply: 2 }, "nobody counts deaths in these pools"],
  [{ parameter: "moves.rate", multiply: 2 }, "no moves lead out of these pools"],
  [{ parameter: "leaving.stayingInSector", multiply: 1.5 }, "these pools have no share who stay in the sector"],
  [{ parameter: "demand.growthPerHead", multiply: 2 }, "the number is zero there, and a factor does not change zero"],
])("a change that finds nothing to change says so: %o", (change, why) => {
  expect(said(change)).toEqual([`"The plan" changes ${change.parameter} of carers, which has no effect: ${why}.`]);
});

test("effort where posts are filled, or recruits are fixed, does nothing and says so", () => {
  const filling = town("recruitment: { mode: fill }");
  expect(said({ parameter: "recruitment.effort", multiply: 2 }, filling)[0]).toContain(
    "which has no effect: pools that fill",
  );
  expect(run(town("recruitment: { mode: fill, effort: 120% }")).warnings[0]).toContain(
    "effort 120%, which does nothing",
  );
});

test("a course whose only intake comes after the end, and a change of it", () => {
  expect(run(town("", course(2030))).warnings).toEqual([
    'The course "academy" has its first intake in 2030, after the run ends (2026-03-31); nobody enters it.',
  ]);
  expect(run(town("", course(2025))).warnings).toEqual([]);
  const warnings = said({ parameter: "pipelines.academy.intake", multiply: 2 }, town("", course(2030)));
  expect(warnings.join()).toContain("which has no effect: the course has no intake in this run");
});

test("a course that is ready for a scenario, with an intake of zero, needs no warning in any run", () => {
  const ready = town("", courseOf("{ 2024: 0 }"));
  expect(run(ready).warnings).toEqual([]);
  expect(said({ parameter: "pipelines.academy.intake", add: 20 }, ready)).toEqual([]);
  expect(said({ parameter: "pipelines.academy.intake", multiply: 2 }, ready).join()).toContain("which has no effect");
});

test("a course that starts late in its file, and earlier in a plan", () => {
  const later = town("", courseOf("{ 2024: 0, 2030: 20 }"));
  expect(run(later).warnings.join()).toContain("first intake in 2030, after the run ends");
  expect(said({ parameter: "pipelines.academy.intake", set: 20 }, later)).toEqual([]);
});

test("changes that cancel each other have both worked", () => {
  const [off, on] = [{ set: 0 }, { add: 20 }].map((how) => ({ parameter: "pipelines.academy.intake", ...how }));
  const [less, more] = [{ multiply: 0.5 }, { multiply: 2 }].map((how) => ({ parameter: "leaving.rate", ...how }));
  const plan = (changes: readonly Change[]) => ({ interventions: [{ id: "plan", title: "The plan", changes }] });
  const system = town("", course(2025));
  expect(run(system, { assumptions: [off!], ...plan([on!]) }).warnings).toEqual([]);
  expect(run(system, plan([less!, more!])).warnings).toEqual([]);
  expect(run(town("", course(2030)), { assumptions: [off!], ...plan([on!]) }).warnings.join()).toContain(
    "the course has no intake in this run",
  );
});

test("of two changes of one number, only the one that does nothing is said to", () => {
  const growth = "demand.growthPerHead";
  const changes: readonly Change[] = [
    { parameter: growth, multiply: 2 },
    { parameter: growth, add: 0.01 },
  ];
  expect(said(changes[0]!)).toHaveLength(1);
  const both = { interventions: changes.map((change, i) => ({ id: `p${i}`, title: `Plan ${i}`, changes: [change] })) };
  expect(run(town(), both).warnings).toEqual([
    '"Plan 0" changes demand.growthPerHead of carers, which has no effect: the number is zero there, and a factor does not change zero.',
  ]);
});

test("a change that begins before the run says how much of its effect it has", () => {
  const change = { parameter: "leaving.rate", multiply: 0.9, from: 2020 };
  expect(said({ ...change, over: 10 })).toEqual([
    '"The plan" changes leaving.rate from 2020, before this run begins; in 2025 it already has 60% of its effect.',
  ]);
  expect(said(change)[0]).toContain("in 2025 it has all of its effect");
});

test("a rate that includes a cause without a schedule says that nobody is counted by it", () => {
  const dying = parseSystem(`
cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: 2026-03-31 }
axes: { age: none, tenure: 1 }
pools:
  carers:
    title: Carers
    employer: Us
    sector: care
    headcount: 100
    leaving: { rate: 30%, kind: hazard, scope: employer, includes: [death] }
`);
  expect(run(dying).warnings).toEqual([
    "The leaving rate of carers includes death, and no death schedule is given there: deaths are counted as leaving, and leavers.death is zero.",
  ]);
});

test.each<Change>([
  { parameter: "leaving.rate", multiply: 0.9 },
  { parameter: "leaving.rate", multiply: 1 },
  { parameter: "recruitment.effort", multiply: 1.1 },
  { parameter: "demand.growthPerHead", add: 0.01 },
])("a change that works, or says itself that it changes nothing, is not warned of: %o", (change) => {
  expect(said(change)).toEqual([]);
});
