import { describe, expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { errorOf, type Part, pool, still, town } from "../system/town.test-data.ts";
import type { Solution, Solved } from "./answer.ts";
import type { LeverRange, Range } from "./lever-range.ts";
import { solve } from "./solve.ts";

/** A ward that nobody leaves, 40 posts short, with one course of a year. */
const ward = (course: Part = {}, pools: Part = {}, more: Part = {}) =>
  town(
    { ward: still(), ...pools },
    {
      calendar: { base: "2019-03-31", until: "2025-03-31" },
      demand: { ward: { posts: 140 } },
      pipelines: {
        nursing: {
          title: "Nursing",
          intake: { 2019: 1 },
          lasts: "1 year",
          completion: "80%",
          joins: { ward: "50%" },
          ...course,
        },
      },
      ...more,
    },
  );
const intake: LeverRange = { parameter: "pipelines.nursing.intake", from: 2019, set: {} };
const closed = { pool: "ward", year: 2022, atMost: 0 };
const ask = (system = ward(), lever = intake, target: Part = closed) =>
  solve(system, { levers: [lever], targets: [target as typeof closed] });
const value = (answer: Solution): number => (answer.kind === "not-needed" ? Number.NaN : answer.levers[0]!.value);
const reasons = (answer: Solution): string[] =>
  answer.kind === "cannot-be-met" ? answer.because.map(({ kind }) => kind) : [];

describe("one lever", () => {
  test("the intake that closes a gap, worked by hand, and put back as a change", () => {
    // Those who start in September 2019 and 2020 have joined by March 2022, and in 2021 nobody in time: two intakes, 40%.
    const answer = ask();
    expect(answer.kind).toBe("value");
    expect(value(answer)).toBeCloseTo(50, 6);
    const again = run(ward(), (answer as Solved).scenario);
    expect(Math.abs(again.at({ pool: "ward", measure: "gap", year: 2022 }))).toBeLessThan(1e-6);
  });

  test("a course that starts several times a year is asked by the year", () => {
    const months = ward({ month: [1, 9], intake: { 2019: 1 } });
    // Those of January 2019 are in training at the base date. Five starts with half of a year's entrants each: from then,
    // September 2019, January and September 2020, and January 2021.
    expect(value(ask(months))).toBeCloseTo(40, 6);
  });

  test("a factor on leaving, and a flow as target", () => {
    const system = town({ carers: pool({ recruitment: { mode: "fixed", recruits: { 2020: 20 } } }) });
    const lever = { parameter: "leaving.rate", from: 2020, multiply: {} };
    const answer = ask(system, lever, { pool: "carers", measure: "leavers.leaving", year: 2020, atMost: 10 });
    // Leavers of the first year: h·(100·A + 20·B) = 10.
    const h = 0.2 * value(answer);
    const [S] = [Math.exp(-h)];
    const A = (1 - S) / h;
    expect(h * (100 * A + (20 * (1 - A)) / h)).toBeCloseTo(10, 6);
  });

  test("phased in, for some years, as a share of what would be", () => {
    const lever = { parameter: "recruitment.recruits", where: { pool: "ward" }, from: 2021, over: 2, add: {} };
    const answer = ask(ward({ intake: { 2019: 0 } }), lever, {
      pool: "ward",
      year: 2022,
      atMost: 0.5,
      of: "unchanged",
    });
    // Half in 2021, in full in 2022: 1.5 times the number adds 20.
    expect(value(answer)).toBeCloseTo(20 / 1.5, 6);
    expect(answer.targets[0]).toMatchObject({ unchanged: 40, target: 20 });
  });

  test("a number of the base year, and at least", () => {
    const lever = { parameter: "headcount", where: { pool: "ward" }, multiply: {} };
    const answer = ask(ward({ intake: { 2019: 0 } }), lever, {
      pool: "ward",
      measure: "supply",
      year: 2022,
      atLeast: 130,
    });
    expect(value(answer)).toBeCloseTo(1.3, 9);
  });

  test("as little as will do: a rate that is set is as high as the target allows", () => {
    const system = town({ carers: pool({ recruitment: { mode: "fixed", recruits: { 2020: 0 } } }) });
    const lever = { parameter: "leaving.rate", set: {} };
    const answer = ask(system, lever, { pool: "carers", measure: "headcount", year: 2022, atLeast: 80 });
    expect(value(answer)).toBeCloseTo(-Math.log(0.8) / 3, 8);
  });

  test("not needed", () => {
    expect(ask(ward({}, { spare: still() }), intake, { ...closed, pool: "spare" })).toMatchObject({
      kind: "not-needed",
      targets: [{ unchanged: 0 }],
    });
  });
});

describe("a published profession: two sexes, one length of course, completion × conversion, whole numbers", () => {
  const profession = (posts: number) =>
    town(
      {
        midwives: {
          title: "Midwives",
          employer: "Hospital",
          sector: "health",
          headcount: 100,
          sex: { female: "50%", male: "50%" },
          leaving: { rate: "10%", kind: "share-leaving-within-year", scope: "employer" },
          recruitment: { mode: "fixed", recruits: { 2020: 0 } },
        },
      },
      {
        calendar: { base: "2019-03-31", until: "2024-03-31", convention: "opening-stock" },
        axes: { age: "none", tenure: 1, sex: ["female", "male"] },
        demand: { midwives: { posts } },
        pipelines: {
          course: {
            title: "Midwifery",
            intake: { 2019: 0 },
            lasts: "3 years",
            completion: "80%",
            joins: { midwives: "75%" },
            sex: { female: "80%", male: "20%" },
          },
        },
      },
    );

  const bySex = [
    { parameter: "leaving.rate", where: { sex: "female" }, set: 0.05 },
    { parameter: "leaving.rate", where: { sex: "male" }, set: 0.15 },
  ];

  // Who starts in 2019 and 2020 joins in the years to March 2023 and 2024: 0.8 × 0.75 = 60% of an intake each. Of the first
  // 95% of four fifths and 85% of one fifth are there a year later: 0.6 × (0.93 + 1) = 1.158 posts for each entrant. Of the
  // opening staff 50 × (0.95⁵ + 0.85⁵) = 60.874 are left.
  test.each([
    [100, 33.787, 34],
    [120, 51.058, 52],
    [90, 25.152, 26],
  ])("%d posts need an intake of %d, which is %d people", (posts, exact, people) => {
    const targets = [{ pool: "midwives", year: 2024, atMost: 0 }];
    const intakeOf = (set: Range) => {
      const levers = [{ parameter: "pipelines.course.intake", from: 2019, set }];
      return solve(profession(posts), { scenario: { changes: bySex }, levers, targets });
    };
    const fine = intakeOf({});
    expect(value(fine)).toBeCloseTo((posts - 50 * (0.95 ** 5 + 0.85 ** 5)) / 1.158, 6);
    expect(value(fine)).toBeCloseTo(exact, 2);
    expect(value(intakeOf({ whole: true }))).toBe(people);
  });
});

describe("what cannot be met", () => {
  test("a pool that gives entrants runs empty: the nearest, at which value, and why", () => {
    const system = ward({ entrants: { homes: "100%" } }, { homes: still({ headcount: 20 }) });
    const answer = ask(system);
    expect(reasons(answer)).toEqual(["pool-empty"]);
    // All twenty enter at once, and four tenths of them come.
    expect(answer.targets[0]!.reached).toBeCloseTo(32, 1);
    expect(value(answer)).toBeLessThan(200);
  });

  test("too late, nowhere, no effect, and at the end of the range", () => {
    expect(reasons(ask(ward(), intake, { ...closed, year: 2020 }))).toEqual(["course-too-long"]);
    expect(reasons(ask(ward(), { ...intake, from: 2023 }, closed))).toEqual(["begins-too-late"]);
    expect(reasons(ask(ward({ completion: "0%" })))).toEqual(["nobody-joins"]);
    expect(reasons(ask(ward({ joins: { other: "50%" } }, { other: still() })))).toEqual(["nobody-joins"]);
    const effort = { parameter: "recruitment.effort", where: { pool: "ward" }, multiply: {} };
    const idle = ask(ward(), effort);
    expect(reasons(idle)).toEqual(["without-effect"]);
    expect(value(idle)).toBe(1);
    const bound = ask(ward(), { ...intake, set: { high: 30, whole: true } });
    expect(reasons(bound)).toEqual(["at-bound"]);
    expect(value(bound)).toBe(30);
    expect(bound.targets[0]!.reached).toBeCloseTo(16, 9);
  });

  test("a labour market that has no more recruits", () => {
    const system = town(
      { carers: pool({ vacancyRate: "20%", recruitment: { mode: "replace", market: "local" } }) },
      { labourMarkets: { local: { capacity: "base-year" } } },
    );
    const answer = ask(system, { parameter: "recruitment.effort", multiply: {} }, { ...closed, pool: "carers" });
    expect(reasons(answer)).toContain("market-bound");
  });
});

describe("several levers", () => {
  const town3 = (market: Part = {}) =>
    town(
      Object.fromEntries(
        ["a", "b", "c"].map((id, i) => [
          id,
          pool({ vacancyRate: `${5 + i * 5}%`, recruitment: { mode: "replace", ...market } }),
        ]),
      ),
      {
        moves: [
          { from: "a", to: "b", rate: "3%", kind: "hazard" },
          { from: "b", to: "c", rate: "3%", kind: "hazard" },
        ],
        ...(Object.keys(market).length > 0 && { labourMarkets: { local: { capacity: 90 } } }),
      },
    );
  const efforts = ["a", "b", "c"].map((id) => ({
    parameter: "recruitment.effort",
    where: { pool: id },
    multiply: {},
  }));
  const targets = ["a", "b", "c"].map((id) => ({ pool: id, year: 2022, atMost: 0 }));

  test("meet as many targets at once, in pools that feed each other and share a market", () => {
    for (const system of [town3(), town3({ market: "local" })]) {
      const answer = solve(system, { levers: efforts, targets });
      expect(answer.kind).toBe("value");
      const again = run(system, (answer as Solved).scenario);
      for (const { pool: id } of targets)
        expect(Math.abs(again.at({ pool: id, measure: "gap", year: 2022 }))).toBeLessThan(1e-6);
    }
  });

  test("a lever whose target is met without it stays where it is", () => {
    const two = [targets[0]!, { pool: "c", year: 2022, atMost: 40 }];
    const answer = solve(town3(), { levers: [efforts[0]!, efforts[2]!], targets: two });
    expect(answer).toMatchObject({ kind: "value", levers: [{}, { value: 1 }] });
  });

  test("whole people for each, and no one fewer would do", () => {
    const levers = ["a", "b"].map((id) => ({
      parameter: "recruitment.recruits",
      where: { pool: id },
      add: { low: 0, high: 500, whole: true },
    }));
    const system = town3();
    const answer = solve(system, { levers, targets: targets.slice(0, 2) }) as Solved;
    const values = answer.levers.map((one) => one.value);
    expect(values.every(Number.isInteger)).toBe(true);
    const gaps = (of: readonly number[]) => {
      const changes = levers.map(({ add: _, ...lever }, i) => ({ ...lever, add: of[i]! }));
      const result = run(system, { changes });
      return ["a", "b"].map((id) => result.at({ pool: id, measure: "gap", year: 2022 }));
    };
    expect(Math.max(...gaps(values))).toBeLessThanOrEqual(1e-6);
    for (const i of [0, 1]) expect(Math.max(...gaps(values.map((v, k) => (k === i ? v - 1 : v))))).toBeGreaterThan(0);
  });

  test("say what stands in the way of those that cannot be met", () => {
    const levers = [{ ...efforts[0]!, multiply: { low: 0.9, high: 1.1 } }, efforts[1]!];
    const answer = solve(town3(), { levers, targets: targets.slice(0, 2) });
    expect(reasons(answer)).toContain("at-bound");
  });
});

test("what nobody could answer is an error that says why", () => {
  const code = (lever: LeverRange, target: Part = closed) => errorOf(() => ask(ward(), lever, target)).code;
  expect(errorOf(() => ask(ward(), { parameter: "pipelines.nurseing.intake", set: {} }))).toMatchObject({
    code: "unknown-parameter",
    didYouMean: "pipelines.nursing.intake",
  });
  expect(errorOf(() => ask(ward(), { parameter: "leving.rate", set: {} }))).toMatchObject({
    code: "unknown-parameter",
    didYouMean: "leaving.rate",
  });
  // A lever that does not say how: an intake is set, a rate multiplied.
  expect(ask(ward(), { parameter: intake.parameter, from: 2019 })).toMatchObject({ levers: [{ kind: "set" }] });
  expect(ask(ward(), { parameter: "leaving.rate" })).toMatchObject({ levers: [{ kind: "multiply" }] });
  expect(code({ parameter: "leaving.rate", set: {}, add: {} })).toBe("bad-lever");
  expect(code({ ...intake, set: { low: 5, high: 5 } })).toBe("empty-range");
  expect(code({ ...intake, set: { low: 5.1, high: 5.9, whole: true } })).toBe("empty-range");
  expect(code({ ...intake, set: { low: -1 } })).toBe("range-too-wide");
  expect(code(intake, { ...closed, pool: "wards" })).toBe("unknown-pool");
  expect(code(intake, { ...closed, year: 2040 })).toBe("unknown-year");
  expect(code(intake, { ...closed, measure: "gapp" })).toBe("unknown-measure");
  expect(code(intake, { ...closed, atLeast: 0 })).toBe("bad-target");
  expect(errorOf(() => solve(ward(), { levers: [intake], targets: [] })).code).toBe("levers-and-targets");
});
