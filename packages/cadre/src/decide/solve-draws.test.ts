import { expect, test } from "vitest";
import { errorOf, type Part, pool, town } from "../system/town.test-data.ts";
import { ensemble } from "../uncertainty/ensemble.ts";
import { solve } from "./solve.ts";
import { solveDraws } from "./solve-draws.ts";

const carers = (more: Part = {}) =>
  town({
    carers: pool({
      headcount: { value: 100, p10: 95, p90: 105 },
      leaving: { rate: { value: 0.3, p10: 0.26, p90: 0.34 }, kind: "hazard", scope: "employer" },
      demand: undefined,
      ...more,
    }),
  });
const short = { uncertainties: [{ parameter: "demand.growthPerHead", add: { p10: 0.0, p90: 0.06 } }] };
const question = {
  scenario: short,
  levers: [{ parameter: "recruitment.effort", from: 2020, multiply: {} }],
  targets: [{ pool: "carers", year: 2022, atMost: 0 }],
};
const withNeed = carers({ vacancyRate: "8%" });

test("a value for each draw, and the chance at the value is what an ensemble of the same draws finds", async () => {
  const draws = 60;
  const sure = await solveDraws(withNeed, question, { draws });
  expect(sure.needed).toHaveLength(draws);
  for (const { chance, value } of sure.likely) {
    const changes = [{ parameter: "recruitment.effort", from: 2020, multiply: (value ?? Number.NaN) + 1e-9 }];
    const drawn = await ensemble(withNeed, { ...short, changes }, { draws, measures: ["gap"] });
    expect(drawn.chance({ pool: "carers", measure: "gap", year: 2022, atMost: 1e-5 })).toBeGreaterThanOrEqual(chance);
    const less = [{ parameter: "recruitment.effort", from: 2020, multiply: (value ?? Number.NaN) - 1e-4 }];
    const fewer = await ensemble(withNeed, { ...short, changes: less }, { draws, measures: ["gap"] });
    expect(fewer.chance({ pool: "carers", measure: "gap", year: 2022, atMost: 0 })).toBeLessThan(chance);
  }
  const [half, , nine] = sure.likely;
  expect(sure.interval.far).toBe(nine?.value);
  expect(sure.interval.near).toBeLessThan(half?.value ?? 0);
});

test("without width every draw needs what the central run needs", async () => {
  const system = town({ carers: pool({ vacancyRate: "8%" }) });
  const exact = [{ parameter: "leaving.rate", multiply: { uniform: { low: 1, high: 1 } } }];
  const asked = { ...question, scenario: { uncertainties: exact } };
  const sure = await solveDraws(system, asked, { draws: 3 });
  const central = solve(system, question.scenario === short ? { ...asked } : question);
  for (const value of sure.needed)
    expect(value).toBeCloseTo(central.kind === "value" ? central.levers[0]!.value : 0, 8);
  expect(sure).toMatchObject({ refused: 0, notNeeded: 0, reachable: 1 });
});

test("what cannot be made so likely has no value, and the share that can be reached is said", async () => {
  const levers = [{ parameter: "recruitment.effort", from: 2020, multiply: { low: 1, high: 1.15 } }];
  const sure = await solveDraws(withNeed, { ...question, levers }, { draws: 60 });
  expect(sure.reachable).toBeGreaterThan(0);
  expect(sure.reachable).toBeLessThan(0.9);
  expect(sure.likely[2]?.value).toBeUndefined();
  expect(sure.interval.far).toBeUndefined();
});

test("whole numbers stay whole, it can be stopped, and what has no answer is an error", async () => {
  const levers = [{ parameter: "recruitment.recruits", from: 2020, add: { low: 0, high: 90, whole: true } }];
  const sure = await solveDraws(withNeed, { ...question, levers }, { draws: 10 });
  expect([...sure.needed].every(Number.isInteger)).toBe(true);
  const stop = new AbortController();
  stop.abort();
  await expect(solveDraws(withNeed, question, { draws: 10, signal: stop.signal })).rejects.toThrow();
  const nothing = solveDraws(town({ carers: pool() }), { ...question, scenario: {} });
  await expect(nothing).rejects.toMatchObject({ code: "nothing-uncertain" });
  const two = { ...question, levers: [...question.levers, ...question.levers], targets: [...question.targets] };
  await expect(solveDraws(withNeed, two)).rejects.toMatchObject({ code: "one-lever" });
  expect(errorOf(() => solve(withNeed, { ...two })).code).toBe("levers-and-targets");
});
