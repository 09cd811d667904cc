import { expect, test } from "vitest";
import type { CountedMeasure } from "../model/measures.ts";
import { pool, still, town } from "../system/town.test-data.ts";
import { run } from "./run.ts";

/** Years in which a fifth of the opening stock leaves and recruits stay, so that every sum can be done by hand. */
const calendar = { base: "2019-03-31", until: "2021-03-31", convention: "opening-stock" };
const yearly = (rate: number) => ({ rate, kind: "share-leaving-within-year", scope: "employer" });
const recruits = (heads: number, more = {}) => ({ mode: "fixed", recruits: { 2020: heads }, ...more });

const homes = pool({
  fte: 0.5,
  leaving: yearly(0.2),
  recruitment: recruits(10),
  agency: { fills: "50%", premium: "40%" },
});
const costs = { pay: 30_000, leaver: 1_000, recruit: 200, discountRate: "3.5% per year" };

test("a pool's costs, worked by hand", () => {
  const result = run(town({ homes }, { calendar, costs, demand: { homes: { posts: 60 } } }));
  const at = (measure: CountedMeasure, year = 2020) => result.at({ measure, year });
  // 100 heads, then 90, then 82, at half a post each; 60 posts.
  expect([at("supply", 2019), at("supply"), at("supply", 2021)]).toEqual([50, 45, 41]);
  expect([at("agency", 2019), at("agency"), at("agency", 2021)]).toEqual([5, 7.5, 9.5]);
  expect(at("cost.pay")).toBeCloseTo(47.5 * 30_000, 6);
  expect(at("cost.agency")).toBeCloseTo(6.25 * 30_000 * 1.4, 6);
  expect(at("cost.leavers")).toBeCloseTo(20 * 1_000, 6);
  expect(at("cost.recruits")).toBeCloseTo(10 * 200, 6);
  expect(at("cost.training")).toBe(0);
  expect(at("cost.total")).toBeCloseTo(1_425_000 + 262_500 + 20_000 + 2_000, 6);
  expect(at("cost.discounted")).toBeCloseTo(1_709_500 / Math.sqrt(1.035), 6);
  expect(at("cost.discounted", 2021)).toBeCloseTo(at("cost.total", 2021) / 1.035 ** 1.5, 6);
  expect(at("cost.pay", 2021)).toBeCloseTo(43 * 30_000, 6);
});

test("agency staff do not fill a surplus, and without a rate later money is worth as much", () => {
  const result = run(town({ homes }, { calendar, costs: { pay: 30_000 }, demand: { homes: { posts: 40 } } }));
  expect(result.at({ measure: "gap", year: 2021 })).toBeLessThan(0);
  expect(result.at({ measure: "cost.agency", year: 2021 })).toBe(0);
  expect(result.at({ measure: "cost.discounted", year: 2021 })).toBe(result.at({ measure: "cost.total", year: 2021 }));
});

test("a pool's own costs go before those of the system, one by one", () => {
  const hospital = pool({
    sector: "health",
    leaving: yearly(0.1),
    recruitment: recruits(10),
    costs: { leaver: 5_000 },
  });
  const result = run(town({ homes, hospital }, { calendar, costs }));
  const at = (id: string, measure: CountedMeasure) => result.at({ pool: id, measure, year: 2020 });
  expect(at("hospital", "cost.leavers")).toBeCloseTo(10 * 5_000, 6);
  expect(at("hospital", "cost.pay")).toBeCloseTo(100 * 30_000, 6);
  expect(at("all", "cost.leavers")).toBeCloseTo(20 * 1_000 + 10 * 5_000, 6);
  expect(at("sector:health", "cost.total")).toBe(at("hospital", "cost.total"));
});

test("every way to join has a cost of its own", () => {
  const hospital = still({
    headcount: 50,
    recruitment: recruits(20, { from: { homes: "25%" } }),
    returners: [{ heads: { 2020: 4 } }],
  });
  const course = {
    title: "Course",
    intake: { 2018: 8, 2019: 0 },
    lasts: "1 year",
    completion: "50%",
    joins: { hospital: "75%" },
  };
  const result = run(
    town(
      { homes: still({ headcount: 1_000 }), hospital },
      { calendar, pipelines: { course }, costs: { recruit: 100, hire: 10, returner: 1_000, graduate: 10_000 } },
    ),
  );
  // 15 recruits from the market, 5 hired from the homes, 4 who come back, and 8 × 50% × 75% = 3 who finish in August.
  expect(result.at({ pool: "hospital", measure: "cost.recruits", year: 2020 })).toBeCloseTo(
    1_500 + 50 + 4_000 + 30_000,
    6,
  );
  expect(result.at({ pool: "homes", measure: "cost.recruits", year: 2020 })).toBe(0);
});

test("a course costs its price over its length, early leavers less, and pools pay by whom they get", () => {
  const course = {
    title: "Course",
    intake: { 2019: 10, 2020: 0 },
    month: 4,
    lasts: "2 years",
    completion: "25%",
    joins: { homes: "60%", hospital: "20%" },
    cost: { perLearner: 24_000 },
  };
  const result = run(town({ homes: still(), hospital: still() }, { calendar, pipelines: { course } }));
  const at = (id: string, year: number) => result.at({ pool: id, measure: "cost.training", year });
  // Half of those there leave in each year: (1 − 1/2) ÷ ln 2 years an entrant in the first, half as many in the second.
  const years = (10 * 0.5) / Math.LN2;
  expect(at("pipeline:course", 2020)).toBeCloseTo(years * 12_000, 6);
  expect(at("pipeline:course", 2021)).toBeCloseTo((years / 2) * 12_000, 6);
  expect(at("homes", 2020)).toBeCloseTo(years * 12_000 * 0.75, 6);
  expect(at("hospital", 2020)).toBeCloseTo(years * 12_000 * 0.25, 6);
  expect(at("all", 2020)).toBeCloseTo(at("pipeline:course", 2020), 6);
});

test("courses that nobody leaves early cost their price for each entrant", () => {
  const course = {
    title: "Course",
    intake: { 2019: 10, 2020: 0 },
    month: 4,
    lasts: "1 year",
    completion: 1,
    joins: { homes: 1 },
    cost: { perLearner: 12_000 },
  };
  const result = run(town({ homes: still() }, { calendar, pipelines: { course } }));
  expect(result.at({ measure: "cost.training", year: 2020 })).toBeCloseTo(120_000, 6);
  expect(result.at({ measure: "cost.training", year: 2021 })).toBeCloseTo(0, 6);
});
