import { expect, test } from "vitest";
import { stillInPost } from "../ask/still-in-post.ts";
import { run } from "../projection/run.ts";
import { parseSystem } from "../system/parse.ts";
import { levelKeeping, stillInPostAfter } from "./still-in-post.ts";

test("a steady hazard keeps the same share whenever in the year people join", () => {
  expect(stillInPostAfter(() => 0.25, 3)).toBeCloseTo(Math.exp(-0.75), 12);
  expect(stillInPostAfter(() => 0, 5)).toBe(1);
});

test("falling hazards: the mean over the day of joining, as adding up single days gives it", () => {
  const hazards = [0.6, 0.3, 0.2, 0.1];
  const days = 20_000;
  let sum = 0;
  for (let d = 0; d < days; d++) {
    const gone = (d + 0.5) / days;
    sum += Math.exp(-((1 - gone) * hazards[0]! + hazards[1]! + hazards[2]! + gone * hazards[3]!));
  }
  expect(stillInPostAfter((k) => hazards[k]!, 3)).toBeCloseTo(sum / days, 8);
  expect(
    levelKeeping(
      stillInPostAfter((k) => hazards[k]!, 3),
      3,
      (k) => hazards[k]!,
    ),
  ).toBeCloseTo(1, 10);
});

test.each([
  ["referral", "47%", 0.47],
  ["online", "14%", 0.14],
])("recruits by %s: the file's share is still in post after three years, and heads agree", (_, rate, share) => {
  const file = {
    cadre: 1,
    id: "recruits",
    title: "Recruits of one year",
    calendar: { base: "2019-03-31", until: "2024-03-31", stepsPerYear: 12 },
    axes: { age: "none" },
    pools: {
      carers: {
        title: "Carers",
        employer: "E",
        sector: "care",
        headcount: 0,
        leaving: {
          rate,
          kind: "still-in-post",
          after: "3 years",
          scope: "employer",
          byTenure: { "0": 1.5, "1": 1, "2": 0.8, "3+": 0.6 },
        },
        recruitment: { mode: "fixed", recruits: { 2020: 100, 2021: 0 } },
      },
    },
  };
  const result = run(parseSystem(JSON.stringify(file)));
  expect(stillInPost(result, { pool: "carers", years: 3 })).toBeCloseTo(share, 10);
  // Those who joined during the first year have on average served three years half-way between two reference dates.
  const after = (year: number) => result.at({ pool: "carers", measure: "headcount", year }) / 100;
  expect(Math.sqrt(after(2022) * after(2023))).toBeGreaterThan(share * 0.9);
  expect(after(2023)).toBeLessThan(share * 1.02);
  expect(after(2022)).toBeGreaterThan(share);
});
