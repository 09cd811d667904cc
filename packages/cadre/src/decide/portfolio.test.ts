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
