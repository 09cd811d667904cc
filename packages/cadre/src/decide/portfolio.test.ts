import { expect, test } from "vitest";
import type { Intervention } from "../scenario/schema/intervention.ts";
import { type Part, pool, town } from "../system/town.test-data.ts";
import { frontier } from "./frontier.ts";
import { exhaustive, faultsOf, generatedPlan, isBest } from "./generated-plans.test-data.ts";
import type { PlanQuestion } from "./plan-question.ts";
import { portfolio } from "./portfolio.ts";

const SMALL = { interventions: 3, starts: [2020, 2022] };
const generated = (n: number) => generatedPlan(n, SMALL);

test("on generated systems the plan is the one that running every plan finds", async () => {
  for (let n = 0; n < 6; n++) {
    const asked = generated(n);
    const answer = await portfolio(asked.system, asked.question);
    const { least } = exhaustive(asked.system, asked.question);
    expect(faultsOf(asked, answer, least), `system ${n}`).toEqual([]);
    expect(isBest(answer, least), `system ${n}`).toBe(true);
  }
});

test("without the solver the plan and the bound are the same", async () => {
  for (let n = 0; n < 6; n++) {
    const { system, question } = generated(n);
    const answer = await portfolio(system, question);
    const without = await portfolio(system, question, { withoutSolver: true });
    expect(without.value, `system ${n}`).toBeCloseTo(answer.value, 6);
    expect(without.complete, `system ${n}`).toBe(answer.complete);
    expect(without.bound, `system ${n}`).toBeCloseTo(answer.bound, 4);
  }
});

test("more money never gives a worse plan, each point is a run, and the step's price is said", async () => {
  for (const n of [0, 7, 14]) {
    const { system, question } = generated(n);
    const points = await frontier(system, question, [400, 0, 100, 200, 300]);
    expect(points.map(({ budget }) => budget)).toEqual([0, 100, 200, 300, 400]);
    const values = points.map(({ answer }) => answer.value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    for (const { budget, answer } of points) expect(answer.total).toBeLessThanOrEqual(budget + 0.01);
    for (const { step } of points) if (step) expect(step.poundsEach).toBeCloseTo(step.pounds / step.less, 9);
  }
});

test("an intervention less never helps, and the same question gives the same plan", async () => {
  for (const n of [1, 8]) {
    const { system, question } = generated(n);
    const limited = { ...question, limits: {} };
    const all = await portfolio(system, limited);
    expect(await portfolio(system, limited)).toEqual(all);
    for (const gone of question.options) {
      const fewer = { ...limited, options: question.options.filter((one) => one !== gone) };
      expect((await portfolio(system, fewer)).value).toBeGreaterThanOrEqual(all.value - 1e-9 * all.value);
    }
  }
});

const carers = (more: Part = {}) => town({ carers: pool({ vacancyRate: "10%", ...more }) });
const keep = (id: string, multiply: number): Intervention => ({
  id,
  title: `Keep ${id}`,
  changes: [{ parameter: "leaving.rate", multiply }],
});
const option = (id: string, multiply: number, perYear: number) => ({
  intervention: keep(id, multiply),
  starts: [2020],
  price: { perYear },
});
const shortage: PlanQuestion = {
  options: [option("a", 0.9, 10), option("b", 0.8, 30)],
  objective: { least: "shortage" },
};

test("least cost for a target takes what is cheapest, and says what cannot be met", async () => {
  const cost = (atMost: number): PlanQuestion => ({
    ...shortage,
    objective: { least: "cost", target: { year: 2022, atMost } },
  });
  expect(await portfolio(carers(), cost(8))).toMatchObject({ kind: "plan", total: 30, parts: [{ id: "a" }] });
  expect(await portfolio(carers(), cost(4))).toMatchObject({ kind: "plan", total: 90, parts: [{ id: "b" }] });
  const far = await portfolio(carers(), cost(-90));
  expect(far).toMatchObject({ kind: "cannot-be-met", goal: "missing", parts: [{ id: "a" }, { id: "b" }] });
  expect(await portfolio(carers(), cost(100))).toMatchObject({ kind: "not-needed", parts: [], total: 0 });
});

test("what has no price is never planned; at the upper end of a range the budget still holds", async () => {
  const free = { intervention: keep("free", 0.1), starts: [2020] };
  const named = await portfolio(carers(), { ...shortage, options: [...shortage.options, free] });
  expect(named).toMatchObject({ kind: "plan", withoutPrice: ["Keep free"] });
  expect(named.parts.map(({ id }) => id)).not.toContain("free");
  const alone = await portfolio(carers(), { ...shortage, options: [free] });
  expect(alone.kind === "nothing-helps" && alone.because).toContain("Nobody has given a price");
  const given = await portfolio(carers(), { ...shortage, options: [{ ...free, price: { perYear: 0 } }] });
  expect(given).toMatchObject({ kind: "plan", total: 0 });
  const range = { intervention: keep("a", 0.9), starts: [2020], price: { perYear: { low: 10, high: 30 } } };
  const within = await portfolio(carers(), { ...shortage, options: [range], budget: { perYear: 30 } });
  expect(within).toMatchObject({ kind: "plan", total: 90, totalLow: 30 });
  expect(await portfolio(carers(), { ...shortage, options: [range], budget: { perYear: 29 } })).toMatchObject({
    kind: "nothing-helps",
  });
});

test("reaches, no money, no shortage, and a search that is stopped", async () => {
  const reached = {
    intervention: { ...keep("a", 0.8), reach: 1 },
    starts: [2020],
    reaches: [0.5, 1],
    price: { perYear: 40 },
  };
  const half = await portfolio(carers(), { ...shortage, options: [reached], budget: { perYear: 20 } });
  expect(half.parts).toMatchObject([{ reach: 0.5, perYear: 20 }]);
  const none = await portfolio(carers(), { ...shortage, budget: { total: 0 } });
  expect(none).toMatchObject({
    kind: "nothing-helps",
    because: "The least costly choice takes £30 over all years; the budget is £0.",
  });
  expect(await portfolio(carers({ vacancyRate: "-10%" }), shortage)).toMatchObject({ kind: "not-needed" });
  const stop = new AbortController();
  stop.abort();
  expect(await portfolio(carers(), shortage, { signal: stop.signal })).toMatchObject({
    stopped: true,
    complete: false,
  });
});

test("what contradicts itself is an error that says so", async () => {
  const code = async (more: Partial<PlanQuestion>) =>
    portfolio(carers(), { ...shortage, ...more }).then(
      ({ kind }) => kind,
      (error: unknown) => (error as { code?: string }).code,
    );
  const limits = (of: PlanQuestion["limits"]) => code({ limits: of });
  expect(await code({ options: [] })).toBe("no-options");
  expect(await code({ options: [shortage.options[0]!, shortage.options[0]!] })).toBe("same-id");
  expect(await code({ options: [{ ...shortage.options[0]!, starts: [2050] }] })).toBe("bad-start");
  expect(await code({ options: [{ ...shortage.options[0]!, reaches: [0] }] })).toBe("bad-reach");
  expect(await code({ options: [{ ...shortage.options[0]!, price: { once: -1 } }] })).toBe("bad-price");
  expect(await code({ budget: { total: -1 } })).toBe("bad-budget");
  expect(await limits({ notBoth: [["a", "c"]] })).toBe("unknown-intervention");
  expect(
    await limits({
      first: [
        ["a", "b"],
        ["b", "a"],
      ],
    }),
  ).toBe("contradictory-limits");
  expect(await limits({ first: [["a", "b"]], notBoth: [["a", "b"]] })).toBe("contradictory-limits");
  expect(await limits({ atMost: [{ count: 1.5 }] })).toBe("bad-limit");
  expect(await limits({ noWorse: ["carer"] })).toBe("unknown-pool");
  const priced = shortage.options.map((one, i) => ({ ...one, price: { ...one.price, priceYear: 2019 + i } }));
  expect(await code({ options: priced })).toBe("price-years");
  const index = await portfolio(carers(), { ...shortage, options: priced, prices: { 2019: 100, 2020: 110 } });
  expect(index.parts).toMatchObject([
    { id: "a", perYear: 11 },
    { id: "b", perYear: 30 },
  ]);
});
