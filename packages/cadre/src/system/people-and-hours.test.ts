import { expect, test } from "vitest";
import { explain } from "../ask/explain.ts";
import { run } from "../projection/run.ts";
import { numberAt } from "./numbers.ts";
import { errorOf, type Part, pool, town } from "./town.test-data.ts";

const AGES = { axes: { age: [60, 65], tenure: 1, sex: ["female", "male"] } };
/** A pool that says only what is told of its people and hours. */
const staff = (more: Part): Part => {
  const { headcount: _, ...rest } = pool(more);
  return "headcount" in more ? { ...rest, headcount: more.headcount } : rest;
};
const read = (more: Part, rest: Part = {}) => town({ staff: staff(more) }, rest);

test("full-time equivalents in post and those a head give the people", () => {
  const system = read({ fteInPost: { value: 1200, p10: 1100, p90: 1300, note: "NHS workforce statistics" }, fte: 0.8 });
  expect(system.pools.staff!.headcount).toMatchObject({
    value: 1500,
    p10: 1375,
    p90: 1625,
    unit: "heads",
    written: "1200 FTE in post ÷ 0.8 a head",
    note: "1200 FTE in post ÷ 0.8 a head. NHS workforce statistics",
  });
  const result = run(system);
  expect([result.at({ measure: "headcount", year: 2019 }), result.at({ measure: "supply", year: 2019 })]).toEqual([
    1500, 1200,
  ]);
  const { steps } = explain(system, { parameter: "headcount", where: { pool: "staff" } });
  expect(steps[0]).toMatchObject({ value: 1500, place: expect.stringMatching(/\d/) });
});

test("hours by sex and age count over the pool's own people, thinned by its retirement", () => {
  const hours = { female: { "60-62": 0.5, "63-65": 0.25 }, male: { "60-62": 1, "63-65": 0.5 } };
  const more = { ages: { "60-65": "100%" }, sex: { female: "75%", male: "25%" }, fte: hours };
  const retiring = { retirement: { kind: "hazard", byAge: { "62-65": 0.4 } } };
  for (const part of [more, { ...more, ...retiring }]) {
    const system = read({ ...part, fteInPost: 1000 }, AGES);
    expect(run(system).at({ measure: "supply", year: 2019 })).toBeCloseTo(1000, 8);
  }
  // Half of the people are 63 or older; each sex has half its hours there.
  expect(numberAt(read({ ...more, fteInPost: 1000 }, AGES), "pools.staff.headcount")).toBeCloseTo(1000 / 0.46875, 8);
});

test("a headcount and full-time equivalents in post give those a head", () => {
  const system = read({ headcount: 1500, fteInPost: 1200 });
  expect(system.pools.staff!.fte).toMatchObject({ value: 0.8, unit: "FTE", written: "1200 FTE in post ÷ 1500 people" });
  expect(numberAt(read({ headcount: 0, fteInPost: 0 }), "pools.staff.fte")).toBe(1);
});

test("all three that differ by more than their rounding are told, with what each implies", () => {
  const notes = (more: Part) => run(read(more)).warnings.filter((text) => text.includes("fit together"));
  const [note, ...others] = notes({ headcount: 1712, fteInPost: 1200, fte: 0.8 });
  expect(others).toEqual([]);
  for (const figure of ["1,712 people", "1,200 full-time", "0.8 a head", "be 1,370 full", "be 1,500 people", "0.701"])
    expect(note).toContain(figure);
  // 1,700 is rounded to hundreds and 0.71 to hundredths.
  expect(notes({ headcount: 1700, fteInPost: 1200, fte: 0.71 })).toEqual([]);
  expect(notes({ headcount: 1701, fteInPost: 1231, fte: 0.71 })).toHaveLength(1);
  expect(notes({ headcount: 1204, fteInPost: 1200, fte: 1 })).toEqual([]);
  expect(notes({ headcount: 1304, fteInPost: 1201, fte: 1 })).toHaveLength(1);
});

test.each<[string, Part, string, RegExp]>([
  ["no count at all", {}, "missing-key", /"headcount" is missing/],
  ["hours without hours a head", { fteInPost: 1200 }, "missing-key", /how many people/],
  ["nobody's hours", { fteInPost: 1200, fte: 0 }, "too-small", /from their hours/],
  ["more than two a head", { fteInPost: 1200, headcount: 500 }, "counts-contradiction", /too many for 500 people/],
  ["jobs with hours", { fteInPost: 90, headcount: 100, counts: "jobs" }, "job-with-hours", /counts jobs/],
  ["hours of nobody", { fteInPost: 1200, headcount: 0 }, "counts-contradiction", /too many for 0 people/],
])("%s is refused", (_, more, code, message) => {
  const error = errorOf(() => read(more));
  expect(error.code).toBe(code);
  expect(error.message).toMatch(message);
});
