import { expect, test } from "vitest";
import { readScenario, readSystem } from "../node.ts";
import { run } from "../projection/run.ts";
import { still, town } from "../system/town.test-data.ts";
import { movesBetween } from "./moves-between.ts";

test.each(["cumbria", "leicester-leicestershire-rutland"])(
  "who goes between the pools of %s adds up to what each pool counts",
  async (place) => {
    const folder = `scenarios/${place}`;
    const result = run(await readSystem(`${folder}/system.yaml`), await readScenario(`${folder}/plan.yaml`));
    const until = result.base + 3;
    const moves = movesBetween(result, { until });
    expect(moves.length).toBeGreaterThan(0);
    const over = (
      pool: string,
      measures: readonly ("joiners.moves" | "joiners.hires" | "leavers.moves" | "leavers.hires")[],
    ) =>
      result.years
        .filter((year) => year <= until)
        .flatMap((year) => measures.map((measure) => result.at({ pool, measure, year })))
        .reduce((sum, one) => sum + one, 0);
    const sum = (pool: string, end: "from" | "to") =>
      moves.filter((move) => move[end] === pool).reduce((total, { people }) => total + people, 0);
    for (const { id } of result.pools) {
      expect(sum(id, "to")).toBeCloseTo(over(id, ["joiners.moves", "joiners.hires"]), 8);
      expect(sum(id, "from")).toBeCloseTo(over(id, ["leavers.moves", "leavers.hires"]), 8);
    }
  },
);

test("people who move as planned are among them, and those made redundant are not", () => {
  const plan = [
    { from: "care", to: "nurses", heads: { 2020: 6 } },
    { from: "care", heads: { 2020: 3 } },
  ];
  const result = run(town({ care: still(), nurses: still() }, { plannedMoves: plan }));
  expect(movesBetween(result, { until: 2020 })).toEqual([{ from: "care", to: "nurses", people: expect.closeTo(6, 9) }]);
});

test("a year that is not there is an error", async () => {
  const result = run(await readSystem("scenarios/north-west-academies/system.yaml"));
  expect(() => movesBetween(result, { until: 2100 })).toThrow(/2100/);
});
