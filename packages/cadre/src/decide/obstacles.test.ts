import { expect, test } from "vitest";
import { pool, still, town } from "../system/town.test-data.ts";
import { ask, closed, intake, reasons, value, ward } from "./ward.test-data.ts";

test("a pool that gives entrants runs empty: the nearest, at which value, and why", () => {
  const system = ward({ entrants: { homes: "100%" } }, { homes: still({ headcount: 20 }) });
  const answer = ask(system);
  expect(reasons(answer)).toEqual(["pool-empty"]);
  // All twenty enter at once, and four tenths of them come.
  expect(answer.targets[0]!.reached).toBeCloseTo(32, 1);
  expect(value(answer)).toBeLessThan(200);
});

test("the reason: too late, nowhere, no effect, and at the end of the range", () => {
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
