import { expect, test } from "vitest";
import { resolve } from "../plan/resolve.ts";
import { run } from "../projection/run.ts";
import type { Change } from "../scenario/schema/change.ts";
import { errorOf, pool, town } from "../system/town.test-data.ts";

const homes = pool({ leaving: { rate: 0.4, kind: "hazard", scope: "employer", stayingInSector: "25%" } });
const hospital = pool({ sector: "health", level: 6, leaving: { rate: 0.1, kind: "hazard", scope: "system" } });
const system = town(
  { homes, hospital },
  {
    calendar: { base: "2019-03-31", until: "2026-03-31" },
    axes: { age: "none", tenure: 2 },
    moves: [{ from: "hospital", to: "homes", rate: 0.02, kind: "hazard" }],
  },
);
const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026];

/** All leaving of a pool by year, churn included, for those in their first year and later. */
function leaving(p: number, ...changes: Change[]) {
  const { rates } = resolve(system, { changes });
  return [0, 1].map((k) =>
    rates.map(({ hazards: { leaving: lost }, moves }) => {
      const churn = moves.find(({ from, to }) => from === p && to === p)?.hazard[k] ?? 0;
      return Number((lost[p * 2 + k]! + churn).toFixed(12));
    }),
  );
}
const flat = (value: number) => years.map(() => value);

test("nothing changes without changes, nor with ×1 and +0", () => {
  expect(leaving(0)).toEqual([flat(0.4), flat(0.4)]);
  const idle: Change[] = [
    { parameter: "leaving.rate", multiply: 1 },
    { parameter: "leaving.rate", add: 0 },
  ];
  expect(leaving(0, ...idle)).toEqual(leaving(0));
});

test("a change is phased in along a straight line, holds, and ends after its last year", () => {
  const change = {
    parameter: "leaving.rate",
    where: { pool: "homes" },
    from: 2021,
    over: 4,
    until: 2025,
    multiply: 0.5,
  };
  expect(leaving(0, change)[0]).toEqual([0.4, 0.35, 0.3, 0.25, 0.2, 0.2, 0.4]);
  expect(leaving(1, change)[0]).toEqual(leaving(1)[0]);
});

test("set and add are phased in as well, and a change without a start works from the first year", () => {
  expect(leaving(0, { parameter: "leaving.rate", from: 2022, over: 2, set: 0.2 })[1]).toEqual([
    0.4, 0.4, 0.3, 0.2, 0.2, 0.2, 0.2,
  ]);
  expect(leaving(0, { parameter: "leaving.rate", add: -0.1, over: 2 })[1]).toEqual([0.35, ...flat(0.3).slice(1)]);
});

test("several changes of one number: (set or base) × factors + additions, in any order", () => {
  const changes: Change[] = [
    { parameter: "leaving.rate", add: 0.05 },
    { parameter: "leaving.rate", multiply: 0.5 },
    { parameter: "leaving.rate", where: { pool: "homes" }, set: 0.2 },
    { parameter: "leaving.rate", where: { sector: "care" }, multiply: 2 },
  ];
  expect(leaving(0, ...changes)[0]).toEqual(flat(0.2 * 0.5 * 2 + 0.05));
  expect(leaving(1, ...changes)[0]).toEqual(flat(0.1 * 0.5 + 0.05));
  expect(leaving(0, ...changes.toReversed())).toEqual(leaving(0, ...changes));
});

test("a change of those in their first year leaves the others alone; those who stay in the sector keep their share", () => {
  const first = { parameter: "leaving.rate", where: { pool: "homes", tenure: "0" }, multiply: 0.5 };
  expect(leaving(0, first)).toEqual([flat(0.2), flat(0.4)]);
  const { hazards, moves } = resolve(system, { changes: [first] }).rates[0]!;
  expect(hazards.leaving[0]).toBeCloseTo(0.75 * 0.2, 12);
  expect(moves.find(({ from, to }) => from === to)?.hazard[0]).toBeCloseTo(0.25 * 0.2, 12);
});

test("moves change apart from leaving", () => {
  const changes = [{ parameter: "moves.rate", where: { level: 6 }, multiply: 3, from: 2021 }];
  const { rates } = resolve(system, { changes });
  const move = (y: number) => rates[y]!.moves.find(({ from, to }) => from !== to)?.hazard;
  expect([...move(0)!]).toEqual([0.02, 0.02]);
  expect(move(1)?.[0]).toBeCloseTo(0.06, 12);
  expect(rates[1]!.hazards.leaving).toEqual(rates[0]!.hazards.leaving);
});

test("recruits change in heads a year", () => {
  const plain = run(system).at({ pool: "hospital", measure: "joiners.market", year: 2022 });
  const more = run(system, {
    changes: [
      { parameter: "recruitment.recruits", where: { pool: "hospital" }, add: 7 },
      { parameter: "recruitment.recruits", where: { pool: "hospital" }, multiply: 2 },
    ],
  });
  expect(more.at({ pool: "hospital", measure: "joiners.market", year: 2022 })).toBeCloseTo(2 * plain + 7, 9);
  expect(more.at({ pool: "homes", measure: "joiners.market", year: 2022 })).toBeCloseTo(
    run(system).at({ pool: "homes", measure: "joiners.market", year: 2022 }),
    9,
  );
});

test("a rate that a change would take below zero is held there, and a warning says so", () => {
  const result = run(system, {
    changes: [{ parameter: "leaving.rate", where: { pool: "hospital" }, add: -1, from: 2025 }],
  });
  expect(result.at({ pool: "hospital", measure: "leavers.leaving", year: 2025 })).toBe(0);
  expect(result.at({ pool: "hospital", measure: "leavers.leaving", year: 2024 })).toBeGreaterThan(0);
  expect(result.warnings.join()).toMatch(/leaving\.rate.*2025, 2026/);
});

test.each<[string, Change, string, string | undefined]>([
  ["a number that is not there", { parameter: "leaving.rat", multiply: 0.9 }, "unknown-parameter", "leaving.rate"],
  ["a change that does nothing", { parameter: "leaving.rate" }, "bad-change", undefined],
  ["a change that does two things", { parameter: "leaving.rate", set: 0.1, add: 0.1 }, "bad-change", undefined],
  ["no number", { parameter: "leaving.rate", multiply: Number.NaN }, "bad-effect", undefined],
  [
    "a pool that is not there",
    { parameter: "leaving.rate", where: { pool: "hospitl" }, add: 0 },
    "empty-selection",
    "hospital",
  ],
  [
    "a sector nobody works in",
    { parameter: "leaving.rate", where: { sector: "shops" }, add: 0 },
    "empty-selection",
    undefined,
  ],
  [
    "a class of service that is not there",
    { parameter: "leaving.rate", where: { tenure: "5" }, add: 0 },
    "empty-selection",
    undefined,
  ],
  ["ages that nobody has", { parameter: "leaving.rate", where: { age: "90+" }, add: 0 }, "empty-selection", undefined],
])("%s is one error that says what to do", (_, change, code, didYouMean) => {
  const found = errorOf(() => run(system, { changes: [change] }));
  expect(found).toMatchObject({ code, didYouMean });
  for (const said of [found.summary, found.value, found.rule, found.fix]) expect(said).toBeTruthy();
});

test("two changes that set one number in one year contradict each other; in different years they do not", () => {
  const set = (more: Partial<Change>): Change => ({ parameter: "leaving.rate", set: 0.3, ...more });
  expect(errorOf(() => run(system, { changes: [set({}), set({ from: 2022 })] })).code).toBe("two-sets");
  expect(leaving(0, set({ until: 2021 }), set({ from: 2024, set: 0.2 }))[0]).toEqual([
    0.3, 0.3, 0.4, 0.4, 0.2, 0.2, 0.2,
  ]);
});

test("what a scenario asks for in vain or cannot have is said", () => {
  const warnings = (change: Change) => resolve(system, { changes: [change] }).warnings;
  expect(warnings({ parameter: "leaving.rate", from: 2040, multiply: 0.5 })).toEqual([
    '"Change 1" changes leaving.rate in no year of this run (2020 to 2026); it does nothing.',
  ]);
  expect(warnings({ parameter: "headcount", where: { pool: "homes" }, add: -500 })).toEqual([
    "A change would take pools.homes.headcount beyond what it can be; it is held at 0 (asked: -400).",
  ]);
  expect(warnings({ parameter: "leaving.rate", multiply: 0.5 })).toEqual([]);
  const vacant = errorOf(() =>
    run(town({ homes: pool({ vacancyRate: "10%" }) }), {
      changes: [{ parameter: "vacancyRate", set: 1 }],
    }),
  );
  expect(vacant.code).toBe("all-vacant");
});
