import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { pool, town } from "../system/town.test-data.ts";
import { stress } from "./stress.ts";

const system = town({
  carers: pool({
    vacancyRate: "5%",
    leaving: { rate: { value: 0.3, p10: 0.22, p90: 0.38 }, kind: "hazard", scope: "employer" },
  }),
  nurses: pool({ vacancyRate: "5%" }),
});
const plans = [
  { id: "nothing", title: "Nothing" },
  { id: "keep", title: "Keep people", changes: [{ parameter: "leaving.rate", multiply: 0.9 }] },
  { id: "hire", title: "Hire more", changes: [{ parameter: "recruitment.effort", multiply: 1.08 }] },
];
const short = { uncertainties: [{ id: "need", parameter: "demand.growthPerHead", add: { p10: -0.01, p90: 0.07 } }] };
const unsure = plans.map((plan) => ({ ...plan, ...short }));

test("regret is never below zero, and zero for the best plan of each future", async () => {
  const { plans: judged, leastRegret, futures } = await stress(system, unsure, { draws: 60 });
  for (let f = 0; f < futures.length; f++) {
    const regrets = judged.map((one) => one.regrets[f]!);
    expect(Math.min(...regrets)).toBe(0);
    const losses = judged.map((one) => one.losses[f]!);
    expect(regrets.indexOf(0)).toBe(losses.indexOf(Math.min(...losses)));
  }
  const least = Math.min(...judged.map((one) => one.worstRegret));
  expect(judged.find(({ id }) => id === leastRegret.id)?.worstRegret).toBe(least);
  for (const one of judged) {
    expect(one.worstTenth).toBeGreaterThanOrEqual(one.mean);
    expect(one.meets).toBeUndefined();
  }
});

test("a target, the share of futures that meet it, and the box in which a plan misses it", async () => {
  const target = { pool: "carers", year: 2022, atMost: 8 };
  const { plans: judged } = await stress(system, unsure, { draws: 300, target });
  const [nothing, keep] = judged;
  expect(nothing?.meets).toBeGreaterThan(0);
  expect(keep?.meets).toBeGreaterThan(nothing?.meets ?? 1);
  expect(nothing?.breaks?.bounds.map(({ id }) => id)).toContain("need");
  expect(nothing?.breaks?.words).toMatch(
    /^It misses the target in \d+% of the futures in which “need” is above 0\.\d+/,
  );
});

test("named futures and grids come on top of each plan, and every number is a run's", async () => {
  const shrinks = {
    id: "shrinks",
    title: "Fewer to recruit",
    assumptions: [{ parameter: "recruitment.effort", multiply: 0.9 }],
  };
  const { plans: judged, futures } = await stress(system, plans, {
    futures: [{ id: "as-now", title: "As now" }, shrinks],
  });
  expect(futures).toEqual(["As now", "Fewer to recruit"]);
  const hire = run(system, { changes: [{ parameter: "recruitment.effort", multiply: 1.08 * 0.9 }] });
  const loss = ["carers", "nurses"]
    .flatMap((id) => hire.series({ pool: id, measure: "gap" }).slice(1))
    .reduce((sum, { value }) => sum + Math.max(0, value), 0);
  expect(judged[2]?.losses[1]).toBeCloseTo(loss, 6);
  const grid = [
    { parameter: "recruitment.effort", how: "multiply" as const, values: [0.9, 1] },
    { parameter: "leaving.rate", how: "multiply" as const, values: [0.9, 1, 1.1] },
  ];
  expect((await stress(system, plans, { grid })).futures).toHaveLength(6);
});

test("weights count, and the choice may hang on one number", async () => {
  const care = {
    id: "care",
    title: "Care",
    changes: [{ parameter: "leaving.rate", where: { pool: "carers" }, multiply: 0.8 }],
  };
  const ward = {
    id: "ward",
    title: "Ward",
    changes: [{ parameter: "leaving.rate", where: { pool: "nurses" }, multiply: 0.7 }],
  };
  const { hangsOn } = await stress(
    system,
    [care, ward].map((one) => ({ ...one, ...short })),
    { draws: 80 },
  );
  expect(hangsOn.every(({ low, high }) => low !== high)).toBe(true);
  const heavy = await stress(system, [care, ward], { draws: 20, weights: { carers: 100 } });
  expect(heavy.leastRegret.id).toBe("care");
});

test("what is no choice is an error", async () => {
  const code = (...given: Parameters<typeof stress>) => stress(...given).catch((error: { code: string }) => error.code);
  expect(await code(system, plans.slice(0, 1))).toBe("no-choice");
  expect(await code(system, [plans[0]!, plans[0]!])).toBe("same-id");
  expect(await code(system, plans, { futures: [] })).toBe("no-futures");
  expect(await code(system, plans, { weights: { carer: 2 } })).toBe("unknown-pool");
  expect(await code(system, plans, { target: { year: 2022 } })).toBe("bad-target");
});
