import { expect, test } from "vitest";
import { gapDrivers } from "../apart/drivers.ts";
import { explain } from "../ask/explain.ts";
import { ensemble } from "../index.ts";
import { run } from "../projection/run.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { errorOf, type Part, still, town } from "../system/town.test-data.ts";

/** Two pools that nobody joins and nobody leaves by a rate. */
const two = (plannedMoves: Part[], more: Part = {}, hours = 1) =>
  town({ care: still({ fte: hours }), nurses: still({ headcount: 50, fte: hours }) }, { plannedMoves, ...more });
const RETRAINED = { from: "care", to: "nurses", heads: { 2020: 10, 2022: 4 } };
const REDUNDANT = { from: "care", heads: { 2021: 6 } };
const quarters = { calendar: { base: "2019-03-31", until: "2022-03-31", stepsPerYear: 4 } };

test.each([
  ["a year in one step", {}],
  ["quarters", quarters],
])("heads go as planned, by %s", (_, more) => {
  const result = run(two([RETRAINED, REDUNDANT], more));
  const series = (pool: string, measure: "headcount" | "joiners.moves" | "leavers.moves" | "leavers.redundancy") =>
    result.series({ pool, measure }).map(({ value }) => Number(value.toFixed(9)));
  expect(series("care", "headcount")).toEqual([100, 90, 74, 64]);
  expect(series("nurses", "headcount")).toEqual([50, 60, 70, 74]);
  expect(series("care", "leavers.moves")).toEqual([10, 10, 4]);
  expect(series("nurses", "joiners.moves")).toEqual([10, 10, 4]);
  expect(series("care", "leavers.redundancy")).toEqual([0, 6, 6]);
  expect(result.at({ measure: "leavers", year: 2021 })).toBeCloseTo(16, 9);
  expect(result.warnings).toEqual([]);
});

test("no more go than are there, and a warning says how many do not", () => {
  const result = run(
    two([
      { ...RETRAINED, heads: { 2021: 150 } },
      { ...REDUNDANT, heads: { 2022: 20 } },
    ]),
  );
  // At most 95% of those who would still be there may be taken out.
  expect(result.at({ measure: "leavers.moves", pool: "care", year: 2021 })).toBeCloseTo(95, 9);
  expect(result.warnings).toEqual([
    'More people are planned to move from "care" to "nurses" than it can spare: 200 fewer go, in 2021, 2022.',
    'More people are planned to be made redundant from "care" than it can spare: 20 fewer go, in 2022.',
  ]);
});

test("a scenario changes a plan by year, and it is explained and counted as a driver of the gap", () => {
  const scenario: Scenario = { changes: [{ parameter: "plannedMoves.1.heads", from: 2022, set: 20 }] };
  const system = two([RETRAINED, REDUNDANT], {}, 0.5);
  const result = run(system, scenario);
  expect(result.at({ measure: "leavers.redundancy", year: 2022 })).toBeCloseTo(20, 9);
  expect(explain(system, scenario, { parameter: "plannedMoves.1.heads", year: 2022 })).toMatchObject({ value: 20 });
  const drivers = Object.fromEntries(
    gapDrivers(result, { pool: "care", year: 2022 }).map(({ id, value }) => [id, value]),
  );
  expect(drivers).toMatchObject({ "other-leavers": expect.closeTo(13, 9), moves: expect.closeTo(12, 9) });
  expect(drivers.hours).toBeCloseTo(0, 9);
});

test("with careers left to chance whole people go, as many as planned on average", async () => {
  const draws = await ensemble(
    two([{ ...RETRAINED, heads: { 2020: 10.5 } }]),
    {},
    { draws: 200, seed: 3, noise: true },
  );
  const moved = draws.at({ pool: "nurses", measure: "headcount", year: 2020 });
  expect(moved.mean).toBeGreaterThan(59.5);
  expect(moved.mean).toBeLessThan(61.5);
  expect(Number.isInteger(draws.at({ pool: "all", measure: "headcount", year: 2020 }).p50)).toBe(true);
});

test.each<[string, Part, string]>([
  ["from a pool that is not there", { ...REDUNDANT, from: "midwives" }, "unknown-pool"],
  ["to the pool that they leave", { ...RETRAINED, to: "care" }, "move-to-itself"],
])("a plan %s is refused", (_, plan, code) => {
  expect(errorOf(() => two([plan])).code).toBe(code);
});
