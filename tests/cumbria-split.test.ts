import { type CountedMeasure, type Result, run, type System } from "cadre";
import { readSystem } from "cadre/node";
import { describe, expect, it } from "vitest";

/** Cumbria with each NHS employer as one pool, before it was split by role. */
const employers = await readSystem("tests/fixtures/cumbria-employers.yaml");
const byRole = await readSystem("scenarios/cumbria/system.yaml");
const CARE = "independent-care";
/** Share of independent care's staff who moved to each NHS employer in a year, in the system without roles. */
const MOVED = 0.005;

const before = run(employers);
const now = run(byRole);
const groups = before.groups.filter(({ id }) => id === "all" || /^(employer|sector):/.test(id)).map(({ id }) => id);

describe("splitting Cumbria's NHS employers by role", () => {
  const alike = run(rolesAlike(byRole));

  it.each(["headcount", "supply", "demand", "gap", "leavers.retirement", "leavers", "joiners"] as const)(
    "leaves %s of every employer as it was, when every rate is the same for all roles",
    (measure) => {
      expect(largestDifference(alike, measure)).toBeLessThan(1e-9);
    },
  );

  it("moves no answer by more than three in a thousand, hiring into support posts and the pilot included", () => {
    // In place of a constant rate of moving into all roles, support posts hire the same number in the first year: they
    // follow the recruits of health, not the staff of care. The pilot's leaders are trainees, not headcount.
    const people = (result: Result, pool: string, year: number) =>
      result.at({ pool, measure: "headcount", year }) + result.at({ pool, measure: "trainees", year });
    for (const pool of groups)
      for (const year of [before.base, ...before.years])
        expect(Math.abs(people(now, pool, year) / people(before, pool, year) - 1), `${pool} ${year}`).toBeLessThan(
          1e-3,
        );
    expect(largestDifference(now, "demand")).toBeLessThan(1e-9);
    expect(largestDifference(now, "supply")).toBeLessThan(1e-3);
    expect(largestDifference(now, "gap")).toBeLessThan(3e-3);
    expect(largestDifference(now, "leavers.retirement")).toBeLessThan(3e-3);
    const gap = (result: Result) => result.at({ measure: "gap", year: 2035 });
    expect(Math.abs(gap(now) / gap(before) - 1)).toBeLessThan(1e-4);
  });
});

describe("what health recruitment takes out of social care", () => {
  it("is in the first year what the moves were", () => {
    const hired = now.at({ pool: CARE, measure: "leavers.hires", year: 2020 });
    expect(Math.abs(hired / before.at({ pool: CARE, measure: "leavers.moves", year: 2020 }) - 1)).toBeLessThan(0.01);
  });

  it("grows when health recruits more support staff, who come out of care and out of its recruits", () => {
    const more = run(byRole, {
      changes: [{ parameter: "recruitment.recruits", where: { role: "clinical support" }, multiply: 1.1, from: 2021 }],
    });
    const change = (pool: string, measure: CountedMeasure, year: number) =>
      more.at({ pool, measure, year }) - now.at({ pool, measure, year });
    expect(change(CARE, "leavers.hires", 2021)).toBeGreaterThan(5);
    expect(change(CARE, "joiners.market", 2021)).toBeLessThan(-20);
    expect(change(CARE, "headcount", 2035)).toBeLessThan(-200);
    expect(change("council-care", "headcount", 2035)).toBeLessThan(-10);
    // Capacity does not grow: what the market gives health is what the others do without.
    const market = Object.entries(byRole.pools).filter(([, { recruitment }]) => recruitment.market !== undefined);
    const given = market.reduce((sum, [id]) => sum + change(id, "joiners.market", 2021), 0);
    expect(Math.abs(given)).toBeLessThan(1e-6);
  });
});

/** Largest relative difference of a measure from the system without roles, over employers, sectors, all and years. */
function largestDifference(result: Result, measure: CountedMeasure): number {
  let worst = 0;
  for (const pool of groups)
    for (const { year, value } of before.series({ pool, measure }))
      worst = Math.max(worst, Math.abs(result.at({ pool, measure, year }) / value - 1));
  return worst;
}

/** The system by role in which nothing but headcount tells roles apart: as many of each move in from care, no programmes. */
function rolesAlike(system: System): System {
  const pools = Object.entries(system.pools).map(([id, pool]) => {
    const { from: _, market: __, ...recruitment } = pool.recruitment;
    return [id, { ...pool, recruitment }] as const;
  });
  const health = pools.filter(([, { sector }]) => sector === "health");
  const moves = health.map(([to, pool]): System["moves"][number] => {
    const ofEmployer = health.filter(([, { employer }]) => employer === pool.employer);
    const share = pool.headcount.value / ofEmployer.reduce((sum, [, { headcount }]) => sum + headcount.value, 0);
    const rate = { value: MOVED * share, unit: "rate", written: "", kind: "assumption" } as const;
    return { from: CARE, to, rate, kind: "hazard" };
  });
  return { ...system, pools: Object.fromEntries(pools), moves, labourMarkets: {}, pipelines: {} };
}
