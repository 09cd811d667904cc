import { expect, test } from "vitest";
import { loadSolver } from "./solver.ts";
import { staffing } from "./staffing.ts";
import type { StaffDecision, StaffingPool, StaffingQuestion, StaffMove } from "./staffing-question.ts";

/**
 * Ten helpers of whom eight, then seven are needed; ten assistants of whom one more is needed in each later year; ten
 * nurses of whom one leaves each year. Each year an assistant becomes a nurse (5, and 9 for another assistant, instead of
 * 30), and at most one helper an assistant (6 instead of 9).
 *
 * One helper is too many in the first year and cannot be retrained before the third. Redundancy costs its price.
 * Two helpers on short time for two years cost 4 × 2 × 2 = 16, and retraining then saves 9 − 6 = 3: that is 13.
 *
 * With redundancy at 10:  6 + 10 + 5  and  6 + 5 + 9      and  5 + 2 × 9   =  64.
 * With redundancy at 14:  6 + 8 + 5   and  6 + 8 + 5 + 9  and  6 + 5 + 9   =  67.
 */
const grades = (redundancy: number): StaffingQuestion => ({
  years: [2025, 2026, 2027],
  least: "cost",
  pools: {
    helpers: {
      ...{ today: 10, need: [8, 7, 7], leaving: 0 },
      redundancy: { price: redundancy },
      shortTime: { price: 4, works: 0.5 },
    },
    assistants: { today: 10, need: [10, 11, 12], leaving: 0, recruits: { price: 9 } },
    nurses: { today: 10, need: [10, 10, 10], leaving: 0.1, recruits: { price: 30 } },
  },
  moves: [
    { kind: "retraining", from: "helpers", to: "assistants", price: 6, most: 1, leaving: 0 },
    { kind: "retraining", from: "assistants", to: "nurses", price: 5, leaving: 0 },
  ],
});

test("three grades over three years cost what they cost by hand", async () => {
  const redundant = await staffing(grades(10));
  expect(redundant.kind).toBe("plan");
  expect(redundant.total).toBeCloseTo(64, 6);
  expect(redundant.money.map((pounds) => Number(pounds.toFixed(6)))).toEqual([21, 20, 23]);
  expect(redundant.steps.find(({ decision }) => decision === "redundancy")).toMatchObject({ year: 2025, heads: 1 });
  const kept = await staffing(grades(14));
  expect(kept.total).toBeCloseTo(67, 6);
  expect(kept.money.map((pounds) => Number(pounds.toFixed(6)))).toEqual([19, 28, 20]);
  expect(kept.steps.filter(({ decision }) => decision === "shortTime")).toMatchObject([{ heads: 2 }, { heads: 2 }]);
  expect(kept.staff).toEqual({ helpers: [9, 8, 7], assistants: [10, 11, 12], nurses: [10, 10, 10] });
});

/** H. P. Williams, Model Building in Mathematical Programming (Wiley, 5th edition 2013), 12.5 “Manpower planning”. */
const skill = (today: number, need: number[], leaving: number, leavingNew: number, prices: number[]): StaffingPool => ({
  ...{ today, need, leaving, leavingNew },
  recruits: { price: 0, most: prices[0]! },
  redundancy: { price: prices[1]! },
  shortTime: { price: prices[2]!, most: 50, works: 0.5 },
  above: { price: prices[3]! },
});
const down = (from: string, to: string): StaffMove => ({ kind: "downgrading", from, to, price: 0, leaving: 0.5 });
const williams = (least: "cost" | StaffDecision): StaffingQuestion => ({
  years: [1, 2, 3],
  least,
  pools: {
    unskilled: skill(2000, [1000, 500, 0], 0.1, 0.25, [500, 200, 500, 1500]),
    semiskilled: skill(1500, [1400, 2000, 2500], 0.05, 0.2, [800, 500, 400, 2000]),
    skilled: skill(1000, [1000, 1500, 2000], 0.05, 0.1, [500, 500, 400, 3000]),
  },
  moves: [
    { kind: "retraining", from: "unskilled", to: "semiskilled", price: 400, most: 200, leaving: 0.05 },
    {
      ...{ kind: "retraining", from: "semiskilled", to: "skilled", price: 500, leaving: 0.05 },
      mostOf: { pool: "skilled", share: 0.25 },
    },
    down("semiskilled", "unskilled"),
    down("skilled", "semiskilled"),
    down("skilled", "unskilled"),
  ],
  together: [{ decision: "above", most: 150 }],
});

test("a published example has its published optima", async () => {
  expect((await staffing(williams("redundancy"))).value).toBeCloseTo(841.796875, 6);
  const cheapest = await staffing(williams("cost"));
  expect(cheapest.value).toBeCloseTo(498_677.2853185597, 6);
  const redundant = cheapest.steps.filter(({ decision }) => decision === "redundancy");
  expect(redundant.reduce((sum, { heads }) => sum + heads, 0)).toBeCloseTo(1423.7, 1);
});

/** The same example as its book states it, written out for the solver without anything of the library. */
function statedApart(): string {
  const [u, s, k] = ["u", "s", "k"] as const;
  const stays = { u: 0.9, s: 0.95, k: 0.95 };
  const staysNew = { u: 0.75, s: 0.8, k: 0.9 };
  const today = { u: 2000, s: 1500, k: 1000 };
  const need = { u: [1000, 500, 0], s: [1400, 2000, 2500], k: [1000, 1500, 2000] };
  const rows: string[] = [];
  const bounds: string[] = [];
  const cost: string[] = [];
  for (const t of [1, 2, 3]) {
    const flows = {
      u: `- 0.5 dsu${t} - 0.5 dku${t} + tus${t}`,
      s: `- 0.95 tus${t} - 0.5 dks${t} + tsk${t} + dsu${t}`,
      k: `- 0.95 tsk${t} + dku${t} + dks${t}`,
    };
    for (const g of [u, s, k]) {
      const before = t === 1 ? "" : `- ${stays[g]} n${g}${t - 1}`;
      const right = t === 1 ? stays[g] * today[g] : 0;
      rows.push(`n${g}${t} ${before} - ${staysNew[g]} r${g}${t} ${flows[g]} + x${g}${t} = ${right}`);
      rows.push(`n${g}${t} - 0.5 h${g}${t} - o${g}${t} = ${need[g][t - 1]}`);
      bounds.push(`h${g}${t} <= 50`, `r${g}${t} <= ${g === s ? 800 : 500}`);
    }
    rows.push(`tsk${t} - 0.25 nk${t} <= 0`, `ou${t} + os${t} + ok${t} <= 150`);
    bounds.push(`tus${t} <= 200`);
    cost.push(`+ 400 tus${t} + 500 tsk${t} + 200 xu${t} + 500 xs${t} + 500 xk${t}`);
    cost.push(`+ 500 hu${t} + 400 hs${t} + 400 hk${t} + 1500 ou${t} + 2000 os${t} + 3000 ok${t}`);
  }
  const lines = rows.map((row, i) => `c${i}: ${row}`);
  return ["Minimize", `obj: ${cost.join(" ")}`, "Subject To", ...lines, "Bounds", ...bounds, "End"].join("\n");
}

test("an independent statement of the same problem has the same optimum", async () => {
  const solver = await loadSolver();
  const found = solver.solve(statedApart());
  expect(found.Status).toBe("Optimal");
  expect((await staffing(williams("cost"))).total).toBeCloseTo(found.ObjectiveValue, 6);
});

test("money, posts left empty, and what cannot be met", async () => {
  const short = (more: Partial<StaffingPool> = {}, question: Partial<StaffingQuestion> = {}): StaffingQuestion => ({
    ...{ years: [2025], least: "cost", ...question },
    pools: { nurses: { today: 10, need: [12], leaving: 0, recruits: { price: 5, most: 1 }, ...more } },
  });
  const answer = await staffing(short());
  expect(answer).toMatchObject({
    kind: "cannot-be-met",
    misses: [{ pool: "nurses", year: 2025, short: 1, over: 0 }],
    total: 5,
  });
  expect(await staffing(short({ empty: { price: 50 } }))).toMatchObject({ kind: "plan", total: 55 });
  const poor = await staffing(short({}, { budget: { total: 0 } }));
  expect(poor.kind === "cannot-be-met" && poor.misses).toMatchObject([{ short: 2 }]);
  const many = await staffing(short({ need: [7] }));
  expect(many.kind === "cannot-be-met" && many.misses).toMatchObject([{ short: 0, over: 3 }]);
  const capped = { ...short({ recruits: { price: 5 } }), together: [{ decision: "recruits" as const, most: 1 }] };
  expect(await staffing(capped)).toMatchObject({ kind: "cannot-be-met" });
});

test("what makes no sense is an error that says where", async () => {
  const fault = (more: Partial<StaffingQuestion>) =>
    staffing({ ...grades(10), ...more }).then(
      () => "none",
      (error: unknown) => {
        const { code, path } = error as { code?: string; path?: string };
        return `${code} ${path}`;
      },
    );
  const { helpers } = grades(10).pools;
  const one = (more: Partial<StaffingPool>) =>
    fault({ pools: { ...grades(10).pools, helpers: { ...helpers!, ...more } } });
  expect(await fault({ years: [2025, 2027] })).toBe("bad-years staffing.years");
  expect(await fault({ moves: [down("helper", "nurses")] })).toBe("unknown-pool staffing.moves.0.from");
  expect(await one({ need: [8, 7] })).toBe("bad-length staffing.pools.helpers.need");
  expect(await one({ leaving: 1.2 })).toBe("bad-share staffing.pools.helpers.leaving");
  expect(await one({ redundancy: { price: -1 } })).toBe("bad-number staffing.pools.helpers.redundancy.price");
  expect(await fault({ budget: { total: -1 } })).toBe("bad-number staffing.budget.total");
});
