import { expect, test } from "vitest";
import { explain } from "../ask/explain.ts";
import { run } from "../projection/run.ts";
import { parseScenario } from "../scenario/parse.ts";
import { numbersOf } from "./numbers.ts";
import { errorOf, pool, town } from "./town.test-data.ts";

const SHARE = { demand: { care: { posts: 120 } } };
const mixed = town({ care: pool({ counts: "jobs" }), nurses: pool({ fte: 0.8, sector: "health" }) }, SHARE);

test("a pool says whether its headcount is people or jobs, and its measures are told in that unit", () => {
  const result = run(mixed);
  const units = (id: string) =>
    (["headcount", "leavers", "supply", "gap"] as const).map((measure) => result.unit({ pool: id, measure }).short);
  expect(units("care")).toEqual(["jobs", "jobs", "jobs", "jobs"]);
  expect(units("nurses")).toEqual(["people", "people", "FTE", "FTE"]);
  expect(units("sector:care")).toEqual(units("care"));
  expect(units("all")).toEqual(["people and jobs", "people and jobs", "posts", "posts"]);
});

test("a whole system may count jobs, and a pool of it people", () => {
  const jobs = town({ care: pool(), nurses: pool({ counts: "people" }) }, { counts: "jobs" });
  expect(Object.values(jobs.pools).map(({ counts }) => counts)).toEqual(["jobs", "people"]);
  expect(Object.values(town({ care: pool() }).pools).map(({ counts }) => counts)).toEqual(["people"]);
});

test("numbers of staff and posts of a pool that counts jobs are jobs, and none of them is an FTE", () => {
  const units = Object.fromEntries(numbersOf(mixed).map(({ path, unit }) => [path, unit]));
  expect(units["pools.care.headcount"]).toBe("jobs");
  expect(units["demand.care.posts"]).toBe("jobs");
  expect(units["pools.care.fte"]).toBeUndefined();
  expect(units["pools.nurses.headcount"]).toBe("heads");
  expect(units["pools.nurses.fte"]).toBe("FTE");
});

test("explanations tell jobs where jobs are counted", () => {
  for (const measure of ["demand", "supply", "gap", "headcount", "leavers"] as const) {
    const told = JSON.stringify(explain(mixed, { measure, where: { pool: "care" }, year: 2022 }));
    expect(told).toContain('"jobs"');
    expect(told).not.toMatch(/FTE|full-time|people"/);
  }
});

test("a job has no hours: fte beside it is an error, and so is a change of it", () => {
  const given = errorOf(() => town({ care: pool({ counts: "jobs", fte: 0.8 }) }));
  expect([given.code, given.value, given.path]).toEqual(["job-with-hours", "0.8", "pools.care.fte"]);
  const [listed] = [errorOf(() => town({ care: pool({ fte: { "16-75": 0.8 } }) }, { counts: "jobs" }))];
  expect(listed.code).toBe("job-with-hours");
  const change = (where: string) =>
    parseScenario(
      `{ cadre: 1, id: longer, title: Longer hours, system: ./s.yaml, assumptions: [{ parameter: fte, ${where} multiply: 1.05 }] }`,
    );
  expect(errorOf(() => run(mixed, change(""))).fix).toContain("pool: nurses");
  expect(run(mixed, change("where: { pool: nurses },")).warnings).toEqual([]);
});

test("a word that is neither is an error", () => {
  expect(errorOf(() => town({ care: pool({ counts: "posts" }) })).rule).toContain("jobs");
});
