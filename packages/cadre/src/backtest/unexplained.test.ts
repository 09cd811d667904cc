import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
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
