import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { type Part, pool, town } from "../system/town.test-data.ts";
import type { SolvedLevers } from "./answer.ts";
import { solve } from "./solve.ts";
import { reasons } from "./ward.test-data.ts";

const town3 = (market: Part = {}) =>
  town(
    Object.fromEntries(
      ["a", "b", "c"].map((id, i) => [
        id,
        pool({ vacancyRate: `${5 + i * 5}%`, recruitment: { mode: "replace", ...market } }),
      ]),
    ),
    {
      moves: [
        { from: "a", to: "b", rate: "3%", kind: "hazard" },
        { from: "b", to: "c", rate: "3%", kind: "hazard" },
      ],
      ...(Object.keys(market).length > 0 && { labourMarkets: { local: { capacity: 90 } } }),
    },
  );
const efforts = ["a", "b", "c"].map((id) => ({
  parameter: "recruitment.effort",
  where: { pool: id },
  multiply: {},
}));
const targets = ["a", "b", "c"].map((id) => ({ pool: id, year: 2022, atMost: 0 }));

test("several levers meet as many targets at once, in pools that feed each other and share a market", () => {
  for (const system of [town3(), town3({ market: "local" })]) {
    const answer = solve(system, { levers: efforts, targets });
    expect(answer.kind).toBe("value");
    const again = run(system, (answer as SolvedLevers).scenario);
    for (const { pool: id } of targets)
      expect(Math.abs(again.at({ pool: id, measure: "gap", year: 2022 }))).toBeLessThan(1e-6);
  }
});

test("a lever whose target is met without it stays where it is", () => {
  const two = [targets[0]!, { pool: "c", year: 2022, atMost: 40 }];
  const answer = solve(town3(), { levers: [efforts[0]!, efforts[2]!], targets: two });
  expect(answer).toMatchObject({ kind: "value", levers: [{}, { value: 1 }] });
});

test("whole people for each lever, and one fewer would not do", () => {
  const levers = ["a", "b"].map((id) => ({
    parameter: "recruitment.recruits",
    where: { pool: id },
    add: { low: 0, high: 500, whole: true },
  }));
  const system = town3();
  const answer = solve(system, { levers, targets: targets.slice(0, 2) }) as SolvedLevers;
  const values = answer.levers.map((one) => one.value);
  expect(values.every(Number.isInteger)).toBe(true);
  const gaps = (of: readonly number[]) => {
    const changes = levers.map(({ add: _, ...lever }, i) => ({ ...lever, add: of[i]! }));
    const result = run(system, { changes });
    return ["a", "b"].map((id) => result.at({ pool: id, measure: "gap", year: 2022 }));
  };
  expect(Math.max(...gaps(values))).toBeLessThanOrEqual(1e-6);
  for (const i of [0, 1]) expect(Math.max(...gaps(values.map((v, k) => (k === i ? v - 1 : v))))).toBeGreaterThan(0);
});

test("several levers say what stands in the way of those that cannot be met", () => {
  const levers = [{ ...efforts[0]!, multiply: { low: 0.9, high: 1.1 } }, efforts[1]!];
  const answer = solve(town3(), { levers, targets: targets.slice(0, 2) });
  expect(reasons(answer)).toContain("at-bound");
});
