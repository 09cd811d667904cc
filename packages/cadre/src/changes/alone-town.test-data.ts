import { type Part, pool, town } from "../system/town.test-data.ts";

/** A town with everything that a scenario can change by date. */
export const IDS = ["homes", "ward", "clinic", "school"];

/** What recruits answer to pay. */
export const PAY_ELASTICITY = 0.5;

/** Recruits from abroad, of whom policy leaves a share. */
export const [ABROAD, POLICY] = [5, 0.6];

/** A pool with every number a scenario can change; leaving is a hazard without shapes, so that a set rate is a hazard. */
const one = (more: Part = {}): Part =>
  pool({
    sex: { female: 0.6, male: 0.4 },
    ages: { "20-24": 0.5, "25-29": 0.5 },
    fte: 0.8,
    leaving: { rate: 0.2, kind: "hazard", scope: "employer", stayingInSector: 0.3 },
    retirement: { kind: "hazard", byAge: { "28-29": 0.05 } },
    death: { kind: "hazard", byAge: { "20-29": 0.01 } },
    recruitment: { market: "local", weight: 2, effort: 1 },
    returners: [{ cause: "leaving", share: 0.1, delay: 1 }],
    agency: { fills: 0.4, premium: 0.5 },
    bank: { fills: 0.2, premium: 0.1 },
    absence: { sickness: 0.05, maternity: 0.02 },
    participation: 0.8,
    abroad: { recruits: { 2022: ABROAD }, policy: POLICY },
    pay: { relative: 1, recruits: PAY_ELASTICITY, leaving: -PAY_ELASTICITY },
    costs: { pay: 30000, leaver: 1000, recruit: 500, hire: 400, returner: 300, graduate: 200, abroad: 900 },
    ...more,
  });

export const system = town(
  {
    homes: one(),
    ward: one({ recruitment: { market: "local", weight: 1, from: { homes: 0.2 } } }),
    clinic: one(),
    school: one(),
  },
  {
    calendar: { base: "2022-03-31", until: "2027-03-31" },
    axes: { age: [20, 29], tenure: 2, sex: ["female", "male"] },
    moves: [{ from: "homes", to: "ward", rate: 0.03, kind: "hazard" }],
    plannedMoves: [{ from: "clinic", to: "school", heads: { 2022: 7 } }],
    labourMarkets: { local: { capacity: 400 } },
    demand: {
      homes: { growthPerHead: "2% per year", productivity: "1% per year" },
      ward: { posts: 90, funded: { posts: { 2022: 80, 2027: 100 } } },
      clinic: { posts: 100 },
      school: { posts: 50 },
    },
    shifts: [{ from: "clinic", to: "school", share: 0.1, ratio: 1, start: 2022 }],
    substitutions: [{ of: "clinic", by: "school", fte: 5, ratio: 1, start: 2022 }],
    pipelines: {
      nursing: {
        title: "Nursing",
        intake: { 2022: 20 },
        month: 9,
        lasts: "1 year",
        completion: 0.7,
        joins: { homes: 0.4, ward: 0.2 },
      },
    },
  },
);
