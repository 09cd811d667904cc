import { describe, expect, test } from "vitest";
import type { CountedMeasure } from "../model/measures.ts";
import { rateToHazard } from "../rates/kinds.ts";
import { stillInPostAfter } from "../rates/still-in-post.ts";
import type { Change } from "../scenario/schema/change.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { errorOf, type Part, pool, town } from "../system/town.test-data.ts";
import type { System } from "../system/types.ts";
import { cellMask } from "../table/where.ts";
import type { Result } from "./result.ts";
import { run } from "./run.ts";

const shapes = { byTenure: { "0": 1.8, "1": 1.2, "2+": 0.7 }, byAge: { "20-44": 1.3, "45-70": 0.8 } };
const retirement = { "55-64": 0.05, "65-70": 0.4 };

/** Staff with ages, tenure and retirement, of whom some move to a hospital; `leaving` is how many leave. */
function place(leaving: Part, more: Part = {}, file: Part = {}): System {
  const ages = { "20-34": 0.3, "35-54": 0.45, "55-70": 0.25 };
  const homes = pool({ ages, retirement, leaving: { scope: "employer", ...shapes, ...leaving }, ...more });
  const hospital = pool({
    ages,
    employer: "Trust",
    sector: "health",
    leaving: { rate: 0.1, kind: "hazard", scope: "system" },
  });
  return town(
    { homes, hospital },
    {
      axes: { age: [20, 70], tenure: 3 },
      moves: [{ from: "homes", to: "hospital", rate: 0.03, kind: "hazard" }],
      ...file,
    },
  );
}

const included: Part = { includes: ["retirement"] };
const set = (value: number, more: Partial<Change> = {}): Scenario => ({
  changes: [{ parameter: "leaving.rate", where: { pool: "homes" }, set: value, ...more }],
});

/** Leavers that the published rate counts for each person-year of a year, counted from hazards and years lived. */
function rateIn({ data, base }: Result, year: number, where: { age?: string } = {}): number {
  const { system, rates, size } = data.resolved;
  const cells = size.entries * size.tenures;
  const mask = cellMask(system.axes, where)!;
  const lived = data.projection.personYears.subarray((year - base - 1) * size.pools * cells);
  const { hazards, moves } = rates[year - base - 1]!;
  let [left, years] = [0, 0];
  for (let c = 0; c < cells; c++) {
    if (!mask[c]) continue;
    years += lived[c]!;
    left += lived[c]! * (hazards.leaving[c]! + hazards.retirement[c]!);
    for (const { from, hazard } of moves) if (from === 0) left += lived[c]! * hazard[c]!;
  }
  return left / years;
}

const YEARS = [2020, 2021, 2022];

describe("a published leaving rate that is set comes out in each year", () => {
  test.each([
    ["leavers-per-average-headcount", {}],
    ["leavers-per-closing-headcount", { growth: "4% per year" }],
    ["hazard", {}],
  ] as const)("%s, with retirement and moves counted and shapes by age and tenure", (kind, more) => {
    const system = place({ rate: 0.34, kind, ...included, ...more });
    const changed = run(system, set(0.3));
    for (const year of YEARS)
      expect(rateIn(changed, year)).toBeCloseTo(
        rateToHazard(kind, 0.3, { growth: 0.04 * Number("growth" in more) }),
        10,
      );
    // The shape is kept: those in their second year leave 1.2 ÷ 0.7 times as often as those who stay longer.
    const { leaving } = changed.data.resolved.rates[2]!.hazards;
    expect(leaving[1]! / leaving[2]!).toBeCloseTo(1.2 / 0.7, 10);
  });

  test("set to what the file says, the first year is as it was, and later years keep the rate", () => {
    const system = place({ rate: 0.34, kind: "leavers-per-average-headcount", ...included });
    const [before, after] = [run(system), run(system, set(0.34))];
    for (const measure of ["headcount", "leavers.leaving", "leavers.retirement"] as const)
      expect(after.at({ pool: "homes", measure, year: 2020 })).toBeCloseTo(
        before.at({ pool: "homes", measure, year: 2020 }),
        8,
      );
    for (const year of YEARS) expect(rateIn(after, year)).toBeCloseTo(0.34, 10);
  });

  test("set to what the file says, a pool whose ages and service stay as they are changes in nothing", () => {
    const leaving = { rate: 0.34, kind: "leavers-per-average-headcount", scope: "employer" };
    const system = town(
      {
        homes: pool({ leaving: { ...leaving, byTenure: shapes.byTenure } }),
        hospital: pool({ employer: "Trust", leaving: { rate: 0.1, kind: "hazard", scope: "system" } }),
      },
      {
        axes: { age: "none", tenure: 3 },
        moves: [{ from: "homes", to: "hospital", rate: 0.03, kind: "hazard" }],
      },
    );
    const [before, after] = [run(system), run(system, set(0.34))];
    const all = before.rows();
    after.rows().value.forEach((value, i) => expect(value).toBeCloseTo(all.value[i]!, 7));
  });

  test.each([1, 4])("the share of those in post at the start who have gone by the end, in %i steps", (stepsPerYear) => {
    const calendar = { base: "2019-03-31", until: "2022-03-31", stepsPerYear };
    const system = place({ rate: 0.2, kind: "share-leaving-within-year", ...included }, {}, { calendar });
    const { data } = run(system, set(0.25));
    const { size, rates } = data.resolved;
    const cells = size.entries * size.tenures;
    YEARS.forEach((_, y) => {
      const { hazards, moves } = rates[y]!;
      let [here, gone] = [0, 0];
      for (let c = 0; c < cells; c++) {
        const all =
          hazards.leaving[c]! +
          hazards.retirement[c]! +
          moves.reduce((sum, { from, hazard }) => (from === 0 ? sum + hazard[c]! : sum), 0);
        const heads = data.projection.stock[y * size.pools * cells + c]!;
        here += heads;
        gone -= heads * Math.expm1(-all);
      }
      expect(gone / here).toBeCloseTo(0.25, 10);
    });
  });

  test("the share of joiners still in post", () => {
    const system = place({ rate: 0.5, kind: "still-in-post", after: "2 years", byAge: undefined });
    const { leaving } = run(system, set(0.6)).data.resolved.rates[1]!.hazards;
    expect(stillInPostAfter((k) => leaving[Math.min(k, 2)]!, 2)).toBeCloseTo(0.6, 10);
  });

  test("in the opening-stock convention, of those there at the start", () => {
    const system = town(
      {
        homes: pool({
          leaving: { rate: 0.3, kind: "share-leaving-within-year", scope: "employer", byTenure: shapes.byTenure },
        }),
      },
      {
        axes: { age: "none", tenure: 3 },
        calendar: { base: "2019-03-31", until: "2022-03-31", convention: "opening-stock" },
      },
    );
    const result = run(system, set(0.2));
    for (const year of YEARS)
      expect(
        result.at({ measure: "leavers.leaving", year }) / result.at({ measure: "headcount", year: year - 1 }),
      ).toBeCloseTo(0.2, 10);
  });

  test("over years, it goes in a straight line from what the rate would be otherwise", () => {
    const system = town({
      homes: pool({ leaving: { rate: 0.34, kind: "leavers-per-average-headcount", scope: "employer" } }),
    });
    const result = run(system, set(0.28, { from: 2020, over: 3 }));
    YEARS.forEach((year, y) => {
      const left = result.at({ measure: "leavers.leaving", year });
      expect(left / result.at({ measure: "personYears", year })).toBeCloseTo([0.32, 0.3, 0.28][y]!, 10);
    });
  });

  test("of an age band alone, with the rest as it was", () => {
    const system = place({ rate: 0.34, kind: "leavers-per-average-headcount", ...included });
    const [before, changed] = [
      run(system),
      run(system, set(0.25, { where: { pool: "homes", age: "45-59" }, from: 2021 })),
    ];
    expect(rateIn(changed, 2020, { age: "45-59" })).toBe(rateIn(before, 2020, { age: "45-59" }));
    for (const year of [2021, 2022]) expect(rateIn(changed, year, { age: "45-59" })).toBeCloseTo(0.25, 10);
    const leavingOf = ({ data }: Result) => data.resolved.rates[1]!.hazards.leaving[0]!;
    expect(leavingOf(changed)).toBe(leavingOf(before));
  });

  test("with recruits hired away to another employer counted, and a share who stay in the sector", () => {
    const system = town({
      homes: pool({ leaving: { rate: 0.3, kind: "hazard", scope: "employer", stayingInSector: "40%" } }),
      hospital: pool({
        employer: "Trust",
        leaving: { rate: 0.1, kind: "hazard", scope: "employer" },
        recruitment: { from: { homes: "30%" } },
      }),
    });
    const result = run(system, set(0.26));
    for (const year of YEARS) {
      const at = (measure: CountedMeasure) => result.at({ pool: "homes", measure, year });
      expect((at("leavers.leaving") + at("churn") + at("leavers.hires")) / at("personYears")).toBeCloseTo(0.26, 10);
    }
  });
});

test("factors come on top of what is set, and leaving.hazard is the engine's own number", () => {
  const leaving = { rate: 0.34, kind: "leavers-per-average-headcount", scope: "employer" };
  const system = town({ homes: pool({ leaving }) });
  const rate = (changes: Change[]) => run(system, { changes }).data.resolved.rates[0]!.hazards.leaving[0]!;
  const [to, less] = [
    { parameter: "leaving.rate", set: 0.3 },
    { parameter: "leaving.rate", multiply: 0.9 },
  ];
  expect(rate([to, less])).toBeCloseTo(0.27, 10);
  const own = place({ rate: 0.34, kind: "leavers-per-average-headcount", ...included });
  const { hazards } = run(own, { changes: [{ parameter: "leaving.hazard", where: { pool: "homes" }, set: 0.3 }] }).data
    .resolved.rates[0]!;
  expect(new Set(hazards.leaving.subarray(0, 153))).toEqual(new Set([0.3]));
  expect(errorOf(() => rate([to, { parameter: "leaving.hazard", set: 0.3 }])).code).toBe("two-sets");
});

test("a rate below what it includes is an error at the change", () => {
  const system = place({ rate: 0.34, kind: "leavers-per-average-headcount", ...included });
  const error = errorOf(() => run(system, set(0.02)));
  expect(error.code).toBe("retirement-above-rate");
  expect(error.path).toBe("changes.0");
});

test("rates of schedules and moves are set as the file gives them", () => {
  const system = place({ rate: 0.34, kind: "leavers-per-average-headcount", ...included });
  const changes = [
    { parameter: "retirement.rate", where: { pool: "homes", age: "66" }, set: 0.4 },
    { parameter: "moves.rate", set: 0.03 },
  ];
  const [before, after] = [run(system), run(system, { changes })].map(({ data }) => data.resolved.rates[0]!);
  after!.hazards.retirement.forEach((hazard, c) => expect(hazard).toBeCloseTo(before!.hazards.retirement[c]!, 12));
  expect(after!.moves[0]!.hazard).toEqual(before!.moves[0]!.hazard);
});

test.each([
  ["share-leaving-within-year", {}, 1, "99.9%"],
  ["still-in-post", { after: "1 year", includes: [], byAge: undefined }, 0, "above 0%"],
])("a rate that none of its kind can be is an error: %s", (kind, more, value, said) => {
  const system = place({ rate: 0.5, kind, ...included, ...more });
  const error = errorOf(() => run(system, set(value)));
  expect(error.code).toBe("bad-rate");
  expect(error.rule).toContain(said);
  expect(error.path).toBe("changes.0");
});

test("a schedule's share of all is an error, as it is in the file", () => {
  const system = place({ rate: 0.34, kind: "leavers-per-average-headcount", ...included });
  const changes = [{ parameter: "retirement.rate", where: { age: "70" }, set: 1 }];
  expect(errorOf(() => run(system, { changes })).code).toBe("bad-rate");
});
