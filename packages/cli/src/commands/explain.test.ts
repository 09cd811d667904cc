import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cadre, folderWith, TOWN } from "../town.test-data.ts";

const file = join(folderWith({ "system.yaml": TOWN }), "system.yaml");

describe("cadre explain", () => {
  it("lists what can be asked", async () => {
    const { exitCode, out } = await cadre("explain", file);
    expect(exitCode).toBe(0);
    for (const name of ["gap", "leaving.rate", "care: Care", "employer:Trust", "female, male"])
      expect(out).toContain(name);
  });

  it("takes a measure apart", async () => {
    const { out } = await cadre("explain", file, "gap", "--pool", "care", "--year", "2019");
    expect(out).toMatch(/^Gap of Care, 31 March 2019 = 5\.263 FTE/);
    expect(out).toMatch(/└─ .*5\.263 FTE/);
  });

  it("follows a rate from the file to one cell", async () => {
    const { out } = await cadre("explain", file, "leaving.rate", "--pool", "care", "--age", "30", "--tenure", "0");
    expect(out).toContain("Published: 20%");
    expect(out).toContain("system.yaml:22:22");
    expect(out.split("\n").filter((line) => line.length > 80 && !line.includes("system.yaml"))).toEqual([]);
  });

  it("finds a number of the file by the name it has in assumptions.csv", async () => {
    const { out } = await cadre("explain", file, "pools.care.headcount");
    expect(out).toContain("100 heads");
    expect(out).toContain("source: The survey");
    expect((await cadre("explain", file, "pools.care.ages.16-29")).out).toContain("16-29: 20.00%");
  });

  it("follows a course, recruits that fill posts from a market, and new staff who stay", async () => {
    const more = [
      "pipelines:",
      "  academy: { title: Academy, intake: { 2019: 10 }, lasts: 1 year, completion: 80%, joins: { care: 90% } }",
      "labourMarkets: { here: { capacity: 5 } }",
    ].join("\n");
    const fill = TOWN.replace("  hospital:", "    recruitment: { mode: fill, market: here }\n  hospital:");
    const system = join(folderWith({ "system.yaml": `${fill}${more}\n` }), "system.yaml");
    const course = await cadre("explain", system, "graduates", "--pool", "pipeline:academy", "--year", "2021");
    expect(course.out).toMatch(/^Graduates of Academy, 2021 = 8 people/);
    expect(course.out).toContain("Of those who finish, take a post: 90% Care: 7.2 people");
    const recruits = await cadre("explain", system, "recruitment.recruits", "--pool", "care", "--year", "2021");
    expect(recruits.out).toContain("Wanted from the labour market");
    expect(recruits.out).toContain("Recruits from the labour market in 2021: 5 heads a year");
    const stay = await cadre("explain", system, "stillInPost.2", "--pool", "care");
    expect(stay.out).toMatch(/^Still in post at Care, 2 years after joining, at the rates of 2020 = \d\d\.\d\d%/);
    expect((await cadre("explain", system, "gap", "--pool", "pipeline:academy")).err).toContain("has no");
    expect((await cadre("explain", system, "graduates")).err).toContain("Name a pipeline");
    expect((await cadre("explain", system)).out).toContain("pipeline:academy: Academy");
  });

  it.each([
    [["gapp"], "Measures: headcount"],
    [["gap", "--pool", "caer"], 'did you mean "care"?'],
    [["gap", "--year", "2050"], "2022"],
    [["leaving.rate", "--pool", "care", "--age", "elderly"], "age"],
    [["leaving.rate", "--pool", "care", "--tenure", "9"], "Tenure: 0, 1+"],
    [["leaving.rate", "--pool", "care", "--age", "90"], "Ages: 16 to 75"],
    [["gap", "--age", "30"], "not counted separately"],
  ])("answers %j with an error that helps", async (words, says) => {
    const { exitCode, err } = await cadre("explain", file, ...words);
    expect(exitCode).toBe(2);
    expect(err).toContain(says);
  });
});
