import { describe, expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { errorOf, type Part, pool, still, town } from "../system/town.test-data.ts";
import type { SolvedLevers } from "./answer.ts";
import type { LeverLimits, LeverRange } from "./lever-range.ts";
import { solve } from "./solve.ts";
import { ask, closed, intake, value, ward } from "./ward.test-data.ts";

describe("one lever", () => {
  test("the intake that closes a gap, worked by hand, and put back as a change", () => {
    // Those who start in September 2019 and 2020 have joined by March 2022, and in 2021 nobody in time: two intakes, 40%.
    const answer = ask();
    expect(answer.kind).toBe("value");
    expect(value(answer)).toBeCloseTo(50, 6);
    const again = run(ward(), (answer as SolvedLevers).scenario);
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

describe("a profession worked by hand: two sexes, one length of course, completion × conversion, whole numbers", () => {
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
    const intakeOf = (set: LeverLimits) => {
      const levers = [{ parameter: "pipelines.course.intake", from: 2019, set }];
      return solve(profession(posts), { scenario: { changes: bySex }, levers, targets });
    };
    const fine = intakeOf({});
    expect(value(fine)).toBeCloseTo((posts - 50 * (0.95 ** 5 + 0.85 ** 5)) / 1.158, 6);
    expect(value(fine)).toBeCloseTo(exact, 2);
    expect(value(intakeOf({ whole: true }))).toBe(people);
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
