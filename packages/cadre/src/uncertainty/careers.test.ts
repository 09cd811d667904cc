import { expect, test } from "vitest";
import { type CountedMeasure, partsOf } from "../model/measures.ts";
import { readScenario, readSystem } from "../node.ts";
import { project } from "../projection/project.ts";
import { openResult } from "../projection/result.ts";
import { run } from "../projection/run.ts";
import { settled } from "../projection/settle.ts";
import { parseSystem } from "../system/parse.ts";
import { chanceOf } from "./chance.ts";
import { ensemble } from "./ensemble.ts";

/** A pool of some people, of whom 20% leave a year and nobody is recruited. */
const leaving = (headcount: number, more: object = {}) =>
  parseSystem(
    JSON.stringify({
      cadre: 1,
      id: "care",
      title: "Care",
      calendar: { base: "2019-03-31", until: "2021-03-31" },
      axes: { age: "none", tenure: 1 },
      pools: {
        carers: {
          title: "Carers",
          employer: "E",
          sector: "s",
          headcount,
          leaving: { rate: "20%", kind: "share-leaving-within-year", scope: "employer" },
          recruitment: { mode: "fixed", recruits: { 2020: 0 } },
          ...more,
        },
      },
    }),
  );

test("leavers are binomial: their mean and variance over many careers", async () => {
  const system = leaving(200);
  const found = Array.from({ length: 4000 }, (_, d) => {
    const resolved = settled(system);
    return project(resolved, { chance: chanceOf(1, d) }).totals.headcount[1]!;
  });
  const mean = found.reduce((sum, heads) => sum + heads, 0) / found.length;
  const variance = found.reduce((sum, heads) => sum + (heads - mean) ** 2, 0) / (found.length - 1);
  // 200 stay with probability 0.8: mean 160, variance 32; five standard errors of each.
  expect(Math.abs(mean - 160)).toBeLessThan(5 * Math.sqrt(32 / 4000));
  expect(Math.abs(variance - 32)).toBeLessThan(5 * 32 * Math.sqrt(2 / 4000));
  expect(found.every((heads) => Number.isInteger(heads) && heads >= 0 && heads <= 200)).toBe(true);
});

test("recruits are Poisson, with the mean of the plan", () => {
  const resolved = settled(leaving(0, { recruitment: { mode: "fixed", recruits: { 2020: 30 } } }));
  const found = Array.from({ length: 4000 }, (_, d) => project(resolved, { chance: chanceOf(2, d) }).market[0]!);
  const mean = found.reduce((sum, heads) => sum + heads, 0) / found.length;
  const variance = found.reduce((sum, heads) => sum + (heads - mean) ** 2, 0) / (found.length - 1);
  expect(Math.abs(mean - 30)).toBeLessThan(5 * Math.sqrt(30 / 4000));
  expect(Math.abs(variance - 30)).toBeLessThan(5 * 30 * Math.sqrt(2 / 4000) * 1.1);
});

test("nobody is lost by chance: opening + joiners − leavers = closing, in whole people, in a place with everything in it", async () => {
  const system = await readSystem("scenarios/cumbria/system.yaml");
  const plan = await readScenario("scenarios/cumbria/plan.yaml");
  const resolved = settled(system, plan);
  const result = openResult({ resolved, projection: project(resolved, { chance: chanceOf(3, 0) }) });
  for (const { id } of result.pools)
    for (const year of result.years) {
      const at = (measure: CountedMeasure, when = year) => result.at({ pool: id, measure, year: when });
      for (const whole of ["leavers", "joiners"] as const)
        expect(at(whole)).toBe(partsOf(whole).reduce((sum, part) => sum + at(part), 0));
      expect(at("headcount")).toBe(at("headcount", year - 1) + at("joiners") - at("leavers"));
      expect(Number.isInteger(at("headcount"))).toBe(true);
    }
});

test("on average chance changes nothing, and it widens the interval of a small pool most", async () => {
  const posts = { parameter: "leaving.rate", multiply: { p10: 0.95, p90: 1.05 } };
  const widths = await Promise.all(
    [10, 10_000].map(async (headcount) => {
      const system = leaving(headcount);
      const scenario = { id: "unsure", uncertainties: [posts] };
      const query = { measure: "headcount", year: 2021 } as const;
      const options = { draws: 1500, measures: ["headcount"] as const };
      const [sure, chance] = [
        await ensemble(system, scenario, options),
        await ensemble(system, scenario, { ...options, noise: true }),
      ];
      expect([sure.noise, chance.noise]).toEqual([false, true]);
      const plain = run(system).at(query);
      expect(Math.abs(chance.at(query).mean - plain) / plain).toBeLessThan(0.02);
      return (chance.at(query).p90 - chance.at(query).p10) / (sure.at(query).p90 - sure.at(query).p10);
    }),
  );
  expect(widths[0]).toBeGreaterThan(5 * widths[1]!);
  expect(widths[1]).toBeGreaterThan(1);
});
