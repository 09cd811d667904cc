import { parseSystem, type Result, run } from "cadre";
import { expect, test } from "vitest";
import { BASE, type SystemFile } from "./arbitrary-joiners.ts";
import { assertConserves, assertMovesBalance, assertNoNegativeStock, expectClose } from "./assert-laws.ts";
import { law, sum, tryRun } from "./joiner-law.ts";

function assertSound(result: Result): void {
  assertConserves(result);
  assertMovesBalance(result);
  assertNoNegativeStock(result);
  const { value, pool, measure, year } = result.rows();
  value.forEach((number, i) => {
    if (!Number.isFinite(number)) expect.fail(`${measure[i]} of ${pool[i]} in ${year[i]}: ${number}`);
  });
}

law("people are conserved, every joiner has a source, hires and moves balance, no stock is negative", (file) => {
  assertSound(tryRun(file));
});

law("so it is where pools hold one person or nobody", (file) => {
  const few = (heads: number): SystemFile => ({
    ...file,
    pools: Object.fromEntries(
      Object.entries(file.pools).map(([id, pool], p) => [id, { ...pool, headcount: (p + heads) % 2 }]),
    ),
  });
  assertSound(tryRun(few(0)));
  assertSound(tryRun(few(1)));
});

law("no pool hires more from another than its share of those whom the market gives", (file) => {
  const result = tryRun(file);
  for (const { market, taken } of result.data.projection.steps)
    for (const { kind, from, to, heads } of taken) {
      if (kind !== "hire") continue;
      const { from: shares = {} } = file.pools[result.pools[to]!.id]!.recruitment;
      const most = (market[to]! * shares[result.pools[from]!.id]!) / (1 - sum(Object.values(shares)));
      expect(sum(heads)).toBeLessThanOrEqual(most * (1 + 1e-12));
    }
});

interface Returner {
  of?: string;
  cause: "leaving" | "retirement";
  share: number;
  delay: number;
  heads?: Record<string, number>;
}

law("who comes back is a share of those who left so many years before, or as many as the file says", (file) => {
  const result = tryRun(file);
  for (const { id: pool } of result.pools) {
    const returners = file.pools[pool]!.returners as Returner[];
    const longest = Math.max(0, ...returners.map(({ heads, delay }) => (heads ? 0 : delay)));
    for (const year of result.years) {
      // Leavers of the years before the base date are worked out with the base year, and are not in the result.
      if (year - longest <= BASE) continue;
      const back = returners.map(({ of = pool, cause, share, delay, heads }) => {
        if (heads) return Object.entries(heads).reduce((now, [from, n]) => (Number(from) <= year ? n : now), 0);
        return share * result.at({ pool: of, measure: `leavers.${cause}`, year: year - delay });
      });
      expectClose(result.at({ pool, measure: "joiners.returners", year }), sum(back), `back in ${pool} in ${year}`);
    }
  }
});

/** A pool that holds nobody yet, with 40 posts to fill and a second pool of one person to hire from. */
const opening = (recruitment: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  run(
    parseSystem(
      JSON.stringify({
        cadre: 1,
        id: "new-service",
        title: "A new service",
        calendar: { base: "2019-03-31", until: "2023-03-31" },
        axes: { age: [20, 69], tenure: 2 },
        pools: {
          new: { ...staff, headcount: 0, recruitment },
          single: { ...staff, headcount: 1, recruitment: { mode: "fixed", recruits: { 2020: 0 } } },
        },
        demand: { new: { posts: 40 } },
        ...more,
      }),
    ),
  );
const staff = {
  title: "Staff",
  employer: "Employer",
  sector: "health",
  ages: { "20-69": 1 },
  fte: 0.8,
  leaving: { rate: 0.2, kind: "hazard", scope: "system" },
};

test("an empty pool that fills its posts opens with people of the ages that the file gives its recruits", () => {
  const result = opening({ mode: "fill", ages: { "20-29": 1 } });
  expect(result.at({ pool: "new", measure: "supply", year: 2020 })).toBeCloseTo(40, 9);
  expect(result.at({ pool: "new", measure: "headcount", year: 2020 })).toBeCloseTo(50, 9);
  // Who joined at 20 to 29 is a year older at the reference date: ages 21 to 30, the second to the eleventh.
  const heads = result.cells({ pool: "new", measure: "headcount", year: 2020 });
  const young = heads.subarray(2, 22);
  expect(sum(young)).toBeCloseTo(50, 9);
});

test("an empty pool that replaces its leavers stays empty", () => {
  const result = opening({ mode: "replace" });
  for (const year of result.years)
    for (const measure of ["headcount", "joiners", "leavers"] as const)
      expect(result.at({ pool: "new", measure, year })).toBe(0);
});

test("one person cannot be hired twice: what the pool cannot spare, the market gives", () => {
  const result = opening({ mode: "fill", from: { single: 0.5 } });
  const first = { pool: "new", year: 2020 };
  expect(result.at({ ...first, measure: "supply" })).toBeCloseTo(40, 9);
  expect(result.at({ ...first, measure: "joiners.hires" })).toBeLessThan(1);
  expect(result.at({ ...first, measure: "joiners.market" })).toBeGreaterThan(50);
  expect(result.at({ pool: "single", measure: "headcount", year: 2020 })).toBeGreaterThan(0);
  expect(result.warnings.join()).toContain("than can be spared");
});

test("finishers arrive in the step in which the course ends, at their age by then", () => {
  const course = {
    title: "Course",
    intake: { 2019: 10, 2020: 0 },
    month: 9,
    ages: { "20": 1 },
    lasts: "18 months",
    completion: 0.5,
    joins: { new: 1 },
  };
  const calendar = { base: "2019-03-31", until: "2023-03-31", stepsPerYear: 4 };
  const none = { mode: "fixed", recruits: { 2020: 0 } };
  const result = opening(none, { calendar, pipelines: { course } });
  // From September 2019 to the end of February 2021: the last quarter of the second year, two birthdays on.
  const joined = result.data.projection.steps.map(({ pipeline }) => sum(pipeline));
  expect(joined.map((heads) => Number(heads.toFixed(9)))).toEqual([0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(result.data.projection.steps[7]!.pipeline[1]).toBeCloseTo(5, 9);
  expect(result.at({ pool: "pipeline:course", measure: "graduates", year: 2021 })).toBeCloseTo(5, 9);
  expect(result.at({ pool: "pipeline:course", measure: "trainees", year: 2020 })).toBeCloseTo(10 * 0.5 ** (7 / 18), 9);
});
