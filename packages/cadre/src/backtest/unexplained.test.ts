import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { explain } from "../ask/explain.ts";
import { resolvedRecord } from "../projection/record.ts";
import { run } from "../projection/run.ts";
import { parseSystem } from "../system/parse.ts";
import { parseSeries } from "./series.ts";
import { unexplainedJoiners } from "./unexplained.ts";

const text = (path: string) => readFileSync(fileURLToPath(new URL(`../../../../${path}`, import.meta.url)), "utf8");
const HEAD = "date,pool,measure,value,published,vintage,source";

test("NHS nurses: more were there each year than joiners and leavers say, 2015 to 2017", () => {
  const flows = text("scenarios/england/nurses-2012/series.csv")
    .split("\n")
    .filter((line) => /,nurses,(joiners|leavers),/.test(line));
  const stocks = text("data/series/nhs-nurse-fte-england.csv").trim().split("\n");
  const found = unexplainedJoiners(parseSeries([...stocks, ...flows].join("\n")), { pool: "nurses", fte: 0.88 });
  expect(found.map(({ from, until }) => [from, until])).toEqual([
    ["2015-09-30", "2016-09-30"],
    ["2016-09-30", "2017-09-30"],
  ]);
  expect(found[0]!.unexplained).toBeCloseTo(3100 / 0.88 - 32_628 + 32_926, 6);
  expect(found.map(({ unexplained }) => Math.round(unexplained / 100) * 100)).toEqual([3800, 2700]);
  for (const { opening, closing, joiners, leavers, unexplained } of found)
    expect(opening + joiners - leavers + unexplained).toBeCloseTo(closing, 6);
});

test("heads need no FTE; two counts two years apart take the flows of both years, or nothing", () => {
  const lines = ["2016-03-31,a,headcount,100,,e,s", "2018-03-31,a,headcount,120,,e,s", "2017-03-31,a,joiners,30,,e,s"];
  const more = ["2018-03-31,a,joiners,30,,e,s", "2017-03-31,a,leavers,25,,e,s", "2018-03-31,a,leavers,25,,e,s"];
  const of = (...all: string[]) => unexplainedJoiners(parseSeries([HEAD, ...all].join("\n")), { pool: "a" });
  expect(of(...lines)).toEqual([]);
  expect(of(...lines, ...more)[0]?.unexplained).toBe(10);
  expect(of(...lines.map((line) => line.replace("120,,e", "120,,later")), ...more)).toEqual([]);
});

test.each([undefined, 0])("staff in FTE need FTE a head above zero, not %s", (fte) => {
  const series = parseSeries([HEAD, "2016-03-31,a,supply,100,,e,s", "2017-03-31,a,supply,101,,e,s"].join("\n"));
  expect(() => unexplainedJoiners(series, { pool: "a", ...(fte !== undefined && { fte }) })).toThrowError(/full-time/);
});

const town = (recruitment: string) =>
  parseSystem(`
cadre: 1
id: town
title: A town
calendar: { base: 2020-03-31, until: 2025-03-31 }
axes: { age: none }
pools:
  carers:
    title: Carers
    employer: Us
    sector: care
    headcount: 800
    leaving: { rate: 30%, kind: hazard, scope: employer }
    recruitment: ${recruitment}
`);

test("a pool tells its unexplained joiners apart, and nothing else changes", () => {
  const [plain, told] = [run(town("{}")), run(town("{ unexplained: 10% }"))];
  const at = (result: typeof plain, measure: "joiners" | "joiners.market" | "joiners.unexplained" | "supply") =>
    result.at({ pool: "carers", measure, year: 2024 });
  expect(at(told, "joiners.unexplained")).toBeCloseTo(24, 9);
  expect(at(told, "joiners.market")).toBeCloseTo(216, 9);
  expect(at(plain, "joiners.unexplained")).toBe(0);
  for (const measure of ["joiners", "supply"] as const) expect(at(told, measure)).toBe(at(plain, measure));
  const [year] = resolvedRecord(told).pools[0]!.years;
  const heads = (lists: readonly (readonly number[])[]) => lists.flat().reduce((sum, one) => sum + one, 0);
  expect(heads(year!.joiners.unexplained!)).toBeCloseTo(24, 9);
  expect(resolvedRecord(plain).pools[0]!.years[0]!.joiners).not.toHaveProperty("unexplained");
});

test("explain tells whom no count explains", () => {
  const question = { where: { pool: "carers" }, year: 2024 };
  const recruits = explain(town("{ unexplained: 10% }"), { parameter: "recruitment.recruits", ...question });
  expect(recruits.steps.slice(-3).map(({ what, value }) => [what, Math.round(100 * value!) / 100])).toEqual([
    ["Of which no count of joiners explains", 0.1],
    ["Unexplained joiners", 24],
    ["Recruits from the labour market in 2024", 216],
  ]);
  const joiners = explain(town("{ unexplained: 10% }"), { measure: "joiners", ...question });
  expect(joiners.steps.find(({ what }) => what === "Unexplained joiners")?.value).toBeCloseTo(24, 9);
});

test("recruits that were counted have no part that nobody counted", () => {
  expect(() => town("{ mode: fixed, recruits: { 2021: 200 }, unexplained: 10% }")).toThrowError(/nobody counted/);
});
