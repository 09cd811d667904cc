import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { errorOf, type Part, still, town } from "../system/town.test-data.ts";
import { intakeToClose } from "./intake.ts";

/** A ward that nobody leaves, 40 posts short, with one course of a year. */
const ward = (course: Part = {}, pools: Part = {}) =>
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
    },
  );
const asked = { pipeline: "nursing", pool: "ward", year: 2022 };

test("the intake that closes a gap, worked by hand", () => {
  // Those who start in September 2019 and 2020 have joined by March 2022: two intakes, 40% of each.
  const found = intakeToClose(ward(), asked);
  expect(found?.perYear).toBeCloseTo(50, 6);
  expect(found?.perStart).toBeCloseTo(50, 6);
  expect(found?.gap).toBeCloseTo(0, 3);
  const run2022 = run(ward({ intake: { 2019: found?.perYear } }));
  expect(run2022.at({ pool: "ward", measure: "gap", year: 2022 })).toBeCloseTo(0, 3);
});

test("a course that starts several times a year: entrants of a year, and of each start", () => {
  // By March 2022: starts of September 2019, and of January and September 2020 and January 2021.
  const found = intakeToClose(ward({ month: [1, 9], intake: { 2019: 0, 2020: 1 } }), asked);
  expect(found?.perStart).toBeCloseTo((found?.perYear ?? 0) / 2, 12);
  const heads = run(ward({ month: [1, 9], intake: { 2019: found?.perYear } }));
  expect(heads.at({ pool: "ward", measure: "gap", year: 2022 })).toBeCloseTo(0, 3);
});

test("where the pool that gives entrants runs short it takes a larger intake, and the rest is said", () => {
  const own = intakeToClose(ward({ entrants: { homes: "100%" } }, { homes: still({ headcount: 10_000 }) }), asked);
  expect(own?.perYear).toBeCloseTo(50, 4);
  const short = intakeToClose(ward({ entrants: { homes: "100%" } }, { homes: still({ headcount: 20 }) }), asked);
  expect(short?.gap).toBeGreaterThan(20);
});

test("no intake is needed where there is no gap, and none helps that comes too late or nowhere", () => {
  const { perYear, gap } = intakeToClose(ward({}, { spare: still() }), { ...asked, pool: "spare" }) ?? {};
  expect([perYear, gap]).toEqual([0, 0]);
  expect(intakeToClose(ward(), { ...asked, year: 2020 })).toBeUndefined();
  expect(intakeToClose(ward({ completion: "0%" }), asked)).toBeUndefined();
  expect(intakeToClose(ward({ joins: { other: "50%" } }, { other: still() }), asked)).toBeUndefined();
});

test("names that are not there are errors", () => {
  expect(errorOf(() => intakeToClose(ward(), { ...asked, pipeline: "nurseing" }))).toMatchObject({
    code: "unknown-pipeline",
    didYouMean: "nursing",
  });
  expect(errorOf(() => intakeToClose(ward(), { ...asked, pool: "wards" }))).toMatchObject({
    code: "unknown-pool",
    didYouMean: "ward",
  });
  expect(errorOf(() => intakeToClose(ward(), { ...asked, year: 2040 })).code).toBe("unknown-year");
});
