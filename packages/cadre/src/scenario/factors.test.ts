import { expect, test } from "vitest";
import { CadreError } from "../error/cadre-error.ts";
import { run } from "../projection/run.ts";
import { parseSystem } from "../system/parse.ts";
import { parseScenario } from "./parse.ts";
import type { Scenario } from "./schema/scenario.ts";

const town = parseSystem(`
cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: 2026-03-31 }
axes: { age: none, tenure: 1 }
pools:
  homes:
    { title: Homes, employer: A, sector: care, headcount: 100, leaving: { rate: 30%, kind: hazard, scope: employer } }
  hospital:
    title: Hospital
    employer: B
    sector: health
    headcount: 50
    leaving: { rate: 10%, kind: hazard, scope: employer }
    recruitment: { from: { homes: 10%, agencies: 10% } }
  agencies:
    { title: Agencies, employer: C, sector: care, headcount: 30, leaving: { rate: 30%, kind: hazard, scope: employer } }
`);
const scenario = (change: string): Scenario =>
  parseScenario(`cadre: 1\nid: try\ntitle: Try\nsystem: ./system.yaml\nassumptions:\n  - { ${change} }\n`);
const fault = (attempt: () => unknown): CadreError => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof CadreError) return error;
    throw error;
  }
  throw new Error("This should have been refused.");
};

test.each([
  ["-10%", "negative-factor", "Write 90% (or 0.9) for 10% fewer."],
  ["-0.1", "negative-factor", "Write 90% (or 0.9) for 10% fewer."],
  [
    "10%",
    "doubtful-factor",
    "Write 90% (or 0.9) for 10% fewer, 110% (or 1.1) for 10% more, or 0.1 if so little is left.",
  ],
  ["{ p10: 5%, p90: 15% }", "doubtful-factor", "Write 95% (or 0.95)"],
  ["{ normal: { mean: 10%, sd: 2% } }", "doubtful-factor", "Write 90%"],
  ["400%", "doubtful-factor", "Write 4 if that is meant."],
  ["{ p10: -0.2, p90: 0.3 }", "negative-factor", "Write 80%"],
])("multiply: %s is asked about, at its place", (written, code, fix) => {
  const found = fault(() => scenario(`parameter: leaving.rate, multiply: ${written}`));
  expect(found.code).toBe(code);
  expect(found.fix).toContain(fix);
  expect(found.line).toBe(6);
});

test.each(["90%", "0.9", "0.1", "110%", "4", "300%", "30%", "{ normal: { mean: 1, sd: 8% } }", "0"])(
  "multiply: %s is taken as it is written",
  (written) => {
    expect(() => scenario(`parameter: leaving.rate, multiply: ${written}`)).not.toThrow();
  },
);

test.each([
  ["parameter: leaving.rate, set: 34", "Write 34% or 0.34."],
  ["parameter: leaving.rate, multiply: 110", "Write 110% or 1.1."],
  ["parameter: leaving.rate, add: 5", "Write 5% or 0.05."],
  ["parameter: demand.growthPerHead, set: 2", "Write 2% or 0.02."],
  ["parameter: demand.productivity, add: 40", "Correct the number, or its unit."],
  ["parameter: recruitment.effort, set: 110", "Write 110% or 1.1."],
  ["parameter: leaving.stayingInSector, set: 60", "Write 60% or 0.6."],
  ["parameter: fte, set: 37.5", "Correct the number, or its unit."],
  ["parameter: pools.homes.headcount, multiply: 110", "Write 110% or 1.1."],
])("%s is refused when it is run, with what was probably meant", (change, fix) => {
  const found = fault(() => run(town, scenario(change)));
  expect(found.code).toBe("implausible");
  expect(found.fix).toBe(fix);
  expect(found.line).toBe(6);
});

test("the same from code, without a file", () => {
  const found = fault(() => run(town, { changes: [{ parameter: "leaving.rate", multiply: -0.1 }] }));
  expect(found.code).toBe("negative-factor");
  expect(found.path).toBe("changes.0.multiply");
});

test("changes that draw more recruits from other pools than there are name each other", () => {
  const both = parseScenario(`
cadre: 1
id: drain
title: Drain
system: ./system.yaml
interventions:
  - { id: one, title: Recruit care staff, changes: [{ parameter: recruitment.from.homes, set: 60% }] }
  - { id: two, title: Recruit agency staff, changes: [{ parameter: recruitment.from.agencies, set: 60%, from: 2026 }] }
`);
  const found = fault(() => run(town, both));
  expect(found.code).toBe("too-many-hired");
  expect(found.message).toContain('In 2026 "hospital" would draw 120% of its recruits from other pools.');
  expect(found.message).toContain('"Recruit care staff" and "Recruit agency staff"');
  expect(found.value).toBe("homes 60%, agencies 60%");
});
