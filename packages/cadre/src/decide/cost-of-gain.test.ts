import { expect, test } from "vitest";
import type { AssumedCost } from "../scenario/schema/cost.ts";
import type { Intervention } from "../scenario/schema/intervention.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { pool, still, town } from "../system/town.test-data.ts";
import { assumedPrices } from "./assumed-price.ts";
import { costOfGain } from "./cost-of-gain.ts";
import { portfolio } from "./portfolio.ts";

const nothing: Scenario = { id: "nothing" };
const counting = ["cost.interventions"] as const;
const quiet = town({ carers: still() });

/** Ten people join over 2020 and stay: 5 + 10 + 10 person-years, and ten more at the end, for three times £3,000. */
const recruits = (more: Partial<Intervention> = {}, add: number | { p10: number; p90: number } = 10): Scenario => ({
  id: "recruits",
  interventions: [
    {
      ...{ id: "campaign", title: "A campaign", cost: { perYear: 3000 }, ...more },
      changes: [{ parameter: "recruitment.recruits", add, from: 2020, until: 2020 }],
    },
  ],
});

test("each of ten who join costs what can be worked out by hand", async () => {
  const [plan] = await costOfGain(quiet, [nothing, recruits()], { counting });
  expect(plan?.central.pounds).toBeCloseTo(9000, 9);
  expect(plan?.central.fte).toBeCloseTo(10, 9);
  expect(plan?.central.personYears).toBeCloseTo(25, 9);
  expect(plan?.perFte.central).toBeCloseTo(900, 9);
  expect(plan?.perPersonYear.central).toBeCloseTo(360, 9);
  expect(plan?.drawn ?? plan?.perFte.drawn).toBeUndefined();
  const [first] = await costOfGain(quiet, [nothing, recruits()], { counting, by: 2020 });
  expect(first?.perPersonYear.central).toBeCloseTo(600, 9);
});

test("a price's range and an uncertain gain are drawn", async () => {
  const range = { perYear: { low: 2000, high: 4000 } };
  const options = { counting, draws: 400 };
  const [priced] = await costOfGain(quiet, [nothing, recruits({ cost: { perYear: 3000, range } })], options);
  expect(priced!.drawn!.fte).toEqual({
    p10: expect.closeTo(10, 9),
    p50: expect.closeTo(10, 9),
    p90: expect.closeTo(10, 9),
  });
  expect(priced!.perFte.drawn!.p10! / 660).toBeCloseTo(1, 1);
  expect(priced!.perFte.drawn!.p90! / 1140).toBeCloseTo(1, 1);
  const [unsure] = await costOfGain(quiet, [nothing, recruits({}, { p10: 5, p90: 15 })], options);
  expect(unsure!.perFte.drawn!.p10! / (9000 / 15)).toBeCloseTo(1, 1);
  expect(unsure!.perFte.drawn!.p90! / (9000 / 5)).toBeCloseTo(1, 0);
  expect(unsure!.perFte.drawn!.gained).toBeGreaterThan(0.95);
});

test("draws of a plan stand beside the same draws of doing nothing", async () => {
  const leaving = { rate: { value: 0.2, p10: 0.1, p90: 0.3 }, kind: "hazard", scope: "employer" };
  const unsure = town({ carers: pool({ leaving }) });
  const twice = { ...recruits(), id: "again" };
  const [same, plan] = await costOfGain(unsure, [recruits(), twice, { ...nothing, id: "none" }], {
    draws: 60,
    counting,
  });
  for (const [what, sum] of Object.entries(same!.drawn!)) expect(sum, what).toEqual({ p10: 0, p50: 0, p90: 0 });
  // The last gains nothing beside one with a campaign: no price, and no draw that has one.
  expect(plan?.perFte).toEqual({
    central: undefined,
    drawn: { p10: undefined, p50: undefined, p90: undefined, gained: 0 },
  });
  expect(plan!.central.pounds).toBeLessThan(0);
});

test("what makes no sense is an error", async () => {
  await expect(costOfGain(quiet, [nothing])).rejects.toMatchObject({ code: "no-choice" });
  await expect(costOfGain(quiet, [nothing, recruits()], { by: 2050 })).rejects.toMatchObject({ code: "unknown-year" });
  await expect(costOfGain(quiet, [nothing, recruits()], { pool: "nurses" })).rejects.toMatchObject({
    code: "unknown-pool",
  });
});

const assumed = (per: AssumedCost["per"], more: Partial<Intervention> = {}): Intervention => ({
  ...{ id: "mentors", title: "Mentors", changes: [{ parameter: "leaving.rate", multiply: 0.9 }], ...more },
  assumedCost: { per, perYear: { low: 200, high: 600 }, priceYear: 2019 },
});
const carers = town({ carers: pool({ vacancyRate: "10%" }), others: pool({ sector: "health" }) });

test("an assumed price is for the place, or for each whom it reaches, and is named", () => {
  const cost = (one: Intervention) => {
    const { scenario, assumed: named } = assumedPrices(carers, { interventions: [one] });
    expect(named).toEqual(["Mentors"]);
    return scenario.interventions![0]!.cost!;
  };
  expect(cost(assumed("place")).range).toEqual({ perYear: { low: 200, high: 600 } });
  const where = { sector: "care" };
  const some = { reach: 0.5, changes: [{ parameter: "leaving.rate", where, multiply: 0.9 }] };
  // Half of a hundred staff.
  expect(cost(assumed("member of staff", some))).toMatchObject({
    ...{ perYear: 20_000, priceYear: 2019, range: { perYear: { low: 10_000, high: 30_000 } } },
  });
  // Those who join a pool that twenty in a hundred person-years leave.
  expect(cost(assumed("recruit", some)).perYear).toBeCloseTo(0.5 * 20 * 400, -2);
  const { scenario } = assumedPrices(carers, { interventions: [{ ...assumed("place"), cost: { perYear: 7 } }] });
  expect(scenario.interventions![0]!.cost).toEqual({ perYear: 7 });
});

test("a plan takes assumed prices only when it is told to, at their upper end, and names them", async () => {
  const question = {
    options: [{ intervention: assumed("place"), starts: [2020] }],
    objective: { least: "shortage" as const },
  };
  const without = await portfolio(carers, question);
  expect(without).toMatchObject({ kind: "nothing-helps", withoutPrice: ["Mentors"], assumedPrices: [] });
  const given = await portfolio(carers, { ...question, assumedPrices: true });
  expect(given).toMatchObject({
    kind: "plan",
    withoutPrice: [],
    assumedPrices: ["Mentors"],
    total: 1800,
    totalLow: 600,
  });
  expect(given.scenario.interventions![0]!.cost).toMatchObject({ range: { perYear: { low: 200, high: 600 } } });
});

test("learners of a course whose price is in the place's file cost nothing again, and are planned where training counts", async () => {
  const course = {
    ...{ title: "A course", intake: { 2020: 0 }, lasts: "1 year", completion: "100%", joins: { carers: "100%" } },
    cost: { perLearner: 1000 },
  };
  const school = town({ carers: pool({ vacancyRate: "30%" }) }, { pipelines: { course } });
  const intervention = assumed("learner", { changes: [{ parameter: "pipelines.course.intake", add: 5 }] });
  const question = {
    options: [{ intervention, starts: [2020] }],
    objective: { least: "shortage" as const },
    assumedPrices: true,
  };
  expect(await portfolio(school, question)).toMatchObject({ withoutPrice: ["Mentors"] });
  const counted = await portfolio(school, { ...question, counting: ["cost.interventions", "cost.training"] });
  expect(counted).toMatchObject({ kind: "plan", withoutPrice: [], assumedPrices: [] });
  // Five from September 2020 for a year, and five from September 2021 until March: 19 months at £1,000 a year.
  expect(counted.total).toBeCloseTo((5 * 1000 * 19) / 12, 6);
});
