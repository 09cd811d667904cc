import { expect, test } from "vitest";
import type { Intervention } from "../scenario/types.ts";
import { type Part, pool, town } from "../system/town.test-data.ts";
import { stream } from "../uncertainty/streams.ts";
import { frontier } from "./frontier.ts";
import type { PlanQuestion } from "./plan-question.ts";
import { PlanRules } from "./plan-rules.ts";
import { type PlanRun, PlanRuns } from "./plan-runs.ts";
import { portfolio } from "./portfolio.ts";

const PARAMETERS = ["leaving.rate", "recruitment.effort", "demand.growthPerHead", "moves.rate"];

/** A small system and a question about it, from the numbers of a stream. */
function generated(n: number) {
  const next = stream("plans", String(n));
  const between = (low: number, high: number) => low + (high - low) * next();
  const ids = ["a", "b", "c"].slice(0, 2 + (n % 2));
  const system = town(
    Object.fromEntries(
      ids.map((id) => [
        id,
        pool({
          headcount: between(50, 400),
          vacancyRate: between(0, 0.15),
          leaving: { rate: between(0.1, 0.4), kind: "hazard", scope: "employer" },
          recruitment: { mode: "replace", ...(n % 3 === 0 && { market: "local" }) },
        }),
      ]),
    ),
    {
      calendar: { base: "2019-03-31", until: "2024-03-31" },
      moves: [{ from: "a", to: "b", rate: between(0, 0.05), kind: "hazard" }],
      demand: Object.fromEntries(ids.map((id) => [id, { growthPerHead: `${between(0, 4)}% per year` }])),
      ...(n % 3 === 0 && { labourMarkets: { local: { capacity: "base-year" } } }),
    },
  );
  const options = Array.from({ length: 3 + (n % 2) }, (_, i) => {
    const parameter = PARAMETERS[Math.floor(next() * PARAMETERS.length)]!;
    const where = parameter === "moves.rate" ? { pool: "a" } : { pool: ids[Math.floor(next() * ids.length)]! };
    const effect = parameter === "recruitment.effort" ? between(1, 1.6) : between(0.4, 1.05);
    const change = parameter === "demand.growthPerHead" ? { add: -between(0, 0.02) } : { multiply: effect };
    const intervention: Intervention = {
      id: `i${i}`,
      title: `Intervention ${i}`,
      changes: [{ parameter, where, ...change }],
    };
    return { intervention, starts: [2020, 2022], price: { perYear: between(5, 60), once: between(0, 40) } };
  });
  const question: PlanQuestion = {
    options,
    objective: { least: "shortage", weights: { a: between(0.5, 2) } },
    budget: { total: between(100, 500), ...(n % 4 === 0 && { perYear: between(60, 120) }) },
    limits: {
      ...(n % 5 === 1 && { notBoth: [["i0", "i1"]] }),
      ...(n % 5 === 2 && { first: [["i0", "i1"]] as const }),
      ...(n % 5 === 3 && { atMost: [{ count: 2 }] }),
      ...(n % 5 === 4 && { noWorse: true }),
    },
  };
  return { system, question };
}

/** Every plan, run; the best of them. */
function exhaustive(runs: PlanRuns): { rules: PlanRules; best: PlanRun } {
  const rules = new PlanRules(runs);
  const { choices, ids } = runs.choices;
  let plans: number[][] = [[]];
  for (const option of ids.keys()) {
    const mine = choices.flatMap((choice, place) => (choice.option === option ? [place] : []));
    plans = plans.flatMap((plan) => [plan, ...mine.map((place) => [...plan, place])]);
  }
  return {
    rules,
    best: rules.best(
      plans.map((plan) => runs.at(plan)),
      "shortage",
    )!,
  };
}

test("on 50 generated systems the plan is the one that running every plan finds", async () => {
  let equal = 0;
  for (let n = 0; n < 50; n++) {
    const { system, question } = generated(n);
    const answer = await portfolio(system, question);
    const { rules, best } = exhaustive(new PlanRuns(system, question));
    const least = rules.value(best, "shortage");
    const close = 1e-9 * Math.max(1, least);
    if (answer.value <= least + close) equal++;
    expect(answer.value, `system ${n}`).toBeLessThanOrEqual(least * 1.01 + close);
    expect(answer.value, `system ${n}`).toBeGreaterThanOrEqual(least - close);
    expect(answer.bound, `system ${n}`).toBeLessThanOrEqual(answer.value + close);
    const { total = 0, perYear = Number.POSITIVE_INFINITY } = question.budget ?? {};
    expect(answer.total).toBeLessThanOrEqual(total + 0.01);
    for (const { pounds } of answer.money) expect(pounds).toBeLessThanOrEqual(Number(perYear) + 0.01);
  }
  expect(equal).toBeGreaterThanOrEqual(48);
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
