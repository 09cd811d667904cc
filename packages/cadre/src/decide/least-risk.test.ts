import { expect, test } from "vitest";
import type { Intervention } from "../scenario/schema/intervention.ts";
import { pool, town } from "../system/town.test-data.ts";
import { type DrawTask, drawBlock } from "../uncertainty/draws.ts";
import type { PlanQuestion } from "./plan-question.ts";
import { portfolio } from "./portfolio.ts";
import { stress } from "./stress.ts";

const system = town({
  carers: pool({
    vacancyRate: "10%",
    leaving: { rate: { value: 0.3, p10: 0.2, p90: 0.4 }, kind: "hazard", scope: "employer" },
  }),
});
const keep = (id: string, p10: number, p90: number): Intervention => ({
  id,
  title: `Keep ${id}`,
  evidence: { level: 4 },
  changes: [{ parameter: "leaving.rate", multiply: { p10, p90 } }],
});
const option = (id: string, p10: number, p90: number, perYear: number) => ({
  intervention: keep(id, p10, p90),
  starts: [2020],
  price: { perYear },
});
const target = { pool: "carers", year: 2022, atMost: 4 };
const question: PlanQuestion = {
  options: [option("a", 0.8, 0.95, 10), option("b", 0.7, 0.9, 10), option("c", 0.6, 1, 10)],
  objective: { least: "risk", target, draws: 60 },
  budget: { perYear: 20 },
};

test("with the least risk the plan is the one that meets the target in most draws of all plans", async () => {
  const answer = await portfolio(system, question);
  expect(answer).toMatchObject({ kind: "plan", goal: "risk", stopped: false, sure: { draws: 60 } });
  // Every plan of at most two parts, over the same kind of draws.
  const parts = [undefined, 2020];
  const plans = parts.flatMap((a) =>
    parts.flatMap((b) =>
      parts.map((c) => ({
        id: `a${a} b${b} c${c}`,
        interventions: [a, b, c].flatMap((from, i) =>
          from === undefined ? [] : [{ ...question.options[i]!.intervention, from }],
        ),
      })),
    ),
  );
  const judged = await stress(
    system,
    plans.filter(({ interventions }) => interventions.length <= 2),
    { draws: 60, target },
  );
  const most = Math.max(...judged.plans.map(({ meets }) => meets!));
  expect(answer.sure!.meets).toBe(most);
  expect(answer.value).toBeCloseTo(1 - most, 12);
  expect(answer.value).toBeLessThan(answer.unchanged);
  for (const { pounds } of answer.money) expect(pounds).toBeLessThanOrEqual(20.01);
});

test("stopped, it gives the best plan so far with what it comes to, and says so", async () => {
  const stop = new AbortController();
  const progress = (runs: number) => {
    if (runs >= 4) stop.abort();
  };
  const answer = await portfolio(system, question, { signal: stop.signal, progress });
  expect(answer).toMatchObject({ kind: "plan", stopped: true, complete: false });
  expect(answer.parts.length).toBe(1);
  expect(answer.sure!.meets).toBeGreaterThan(0);
});

test("the plan is the same for any number of threads, in whatever order they answer", async () => {
  const alone = await portfolio(system, question);
  for (const size of [1, 3]) {
    let sent = 0;
    // Each thread has memory of its own; every other answer comes later than the one sent after it.
    const run = async (task: DrawTask) => {
      sent += 1;
      await new Promise((resolve) => setTimeout(resolve, sent % 2 === 0 ? 0 : 5));
      return structuredClone(drawBlock(task));
    };
    const workers = { size, run, close: async () => undefined };
    expect(await portfolio(system, question, { workers }), `${size} threads`).toEqual(alone);
    expect(sent).toBeGreaterThan(1);
  }
});

const shortage: PlanQuestion = { ...question, objective: { least: "shortage" }, budget: {} };
const using = (mentors: number, available: PlanQuestion["limits"]): PlanQuestion => ({
  ...shortage,
  options: shortage.options.map((one) => ({ ...one, uses: { mentors } })),
  limits: available!,
});

test("mentors, places and backfill limit a plan in each year; what is forbidden altogether is an error", async () => {
  expect((await portfolio(system, shortage)).parts.length).toBe(3);
  const two = await portfolio(system, using(3, { available: { mentors: 6 } }));
  expect(two.parts.map(({ id }) => id)).toEqual(["b", "c"]);
  const rising = using(3, { available: { mentors: { 2020: 3, 2021: 6, 2022: 6 } } });
  const eitherYear = rising.options.slice(1).map((one) => ({ ...one, starts: [2020, 2021] }));
  const later = await portfolio(system, { ...rising, options: eitherYear });
  expect(later.parts.map(({ from }) => from).sort()).toEqual([2020, 2021]);
  const code = (asked: PlanQuestion) => portfolio(system, asked).catch((error: { code?: string }) => error.code);
  expect(await code(using(3, { available: { mentors: 2 } }))).toBe("contradictory-limits");
  expect(await code(using(3, { atMost: [{ count: 0 }], available: { mentors: 9 } }))).toBe("contradictory-limits");
  expect(await code(using(3, { available: { mentor: 6 } }))).toBe("unknown-resource");
  expect(await code(using(-1, { available: { mentors: 6 } }))).toBe("bad-count");
});
