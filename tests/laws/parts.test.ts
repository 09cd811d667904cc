import { explain, type Measure, run } from "cadre";
import { isStock, POOL_MEASURES } from "cadre/measures";
import { readScenario, readSystem } from "cadre/node";
import { explainable, gapDrivers } from "cadre/results";
import { expect, test } from "vitest";
import { expectClose } from "./assert-laws.ts";

// A small town with every part of a system, and a plan that changes much of it.
const TOWN = "tests/fuzz/town";
const system = await readSystem(`${TOWN}/system.yaml`);
const plan = await readScenario(`${TOWN}/plan.yaml`);
const result = run(system, plan);

test("no pool, measure and year stands in the rows twice, and each row is what `at` says", () => {
  const { pool, measure, year, value } = result.rows();
  const names = value.map((_, i) => `${pool[i]} ${measure[i]} ${year[i]}`);
  expect(new Set(names).size).toBe(names.length);
  value.forEach((one, i) => {
    expect(result.at({ pool: pool[i]!, measure: measure[i]!, year: year[i]! }), names[i]).toBe(one);
  });
  for (const one of new Set(measure))
    expect(year.filter((_, i) => measure[i] === one)[0]).toBe(isStock(one) ? 2022 : 2023);
});

test.each([
  ["hospital", 0.9],
  ["agencies", 1],
])("each driver of the gap of %s is its flow times the hours of a head", (pool, hours) => {
  for (const last of result.years) {
    const flow = (...measures: Measure[]) =>
      result.years
        .filter((year) => year <= last)
        .reduce(
          (sum, year) => sum + measures.reduce((all, measure) => all + result.at({ pool, measure, year })!, 0),
          0,
        );
    const drivers = Object.fromEntries(gapDrivers(result, { pool, year: last }).map(({ id, value }) => [id, value]));
    const wanted = {
      retirements: flow("leavers.retirement"),
      "other-leavers": flow("leavers.leaving", "leavers.death", "leavers.redundancy"),
      recruits: -flow("joiners.market", "joiners.unexplained", "joiners.abroad"),
      pipelines: flow("leavers.training") - flow("joiners.pipeline"),
      returners: -flow("joiners.returners"),
      moves: flow("leavers.moves", "leavers.hires") - flow("joiners.moves", "joiners.hires"),
    };
    for (const [id, heads] of Object.entries(wanted)) expectClose(drivers[id]!, heads * hours, `${id} to ${last}`);
  }
});

test("the last step of every explanation of a measure is the result", () => {
  const { measures } = explainable(system);
  let asked = 0;
  for (const { id: pool } of result.pools)
    for (const year of result.years)
      for (const measure of measures) {
        // What is counted of courses is explained by course.
        if (
          /^(trainees|trainingYears|cost\.training)$/.test(measure) ||
          !(POOL_MEASURES as readonly string[]).includes(measure)
        )
          continue;
        const { value, steps } = explain(system, plan, { measure, where: { pool }, year });
        const wanted = result.at({ pool, measure: measure as Measure, year });
        const what = `${measure} of ${pool} in ${year}`;
        if (value === undefined || wanted === undefined) expect(value, what).toBe(wanted);
        else expectClose(value, wanted, what);
        const told = steps.at(-1)?.value;
        if (told !== undefined && value !== undefined) expectClose(told, value, `last step of ${what}`);
        asked += 1;
      }
  expect(asked).toBeGreaterThan(50);
});
