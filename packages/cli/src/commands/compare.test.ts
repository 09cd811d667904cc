import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { PLACE } from "../plan.test-data.ts";
import { cadre, folderWith, madeIn, TOWN } from "../town.test-data.ts";

const OBSERVED = "date,pool,measure,value\n2020-03-31,all,headcount,310\n2021-03-31,care,leavers,25\n";
const root = folderWith(PLACE);
const town = join(root, "scenarios/town");

describe("cadre compare", () => {
  it("shows gap, supply and cost of every scenario and the difference from doing nothing, which comes first", async () => {
    const { exitCode, out, err } = await cadre("compare", town);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    const gap = out.split("\n\n")[1];
    expect(gap?.split("\n").map((line) => line.split(/ {2,}/).filter(Boolean)[0])).toEqual([
      "Gap (FTE)",
      "If nothing changes",
      "The plan *",
      "difference",
      "More recruits *",
      "difference",
    ]);
    expect(out).toContain("Supply (FTE)");
    // The plan costs 4,000 a year from 2021, so nothing in the base year's column and all of it in the last.
    expect(out).toMatch(
      /Cost of interventions, in the year \(£\) +2019 +2022\n {2}If nothing changes +0\n {2}The plan \* +4,000/,
    );
    expect(out).toContain("* Depends on an effect that nobody has measured.");
    expect(out).toContain("Interventions without a stated cost: 2.");
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("shows the scenarios, the pool and the year that are asked for", async () => {
    const { out } = await cadre("compare", town, "plan", "--pool", "care", "--year", "2021");
    expect(out).toContain("Town: Care");
    expect(out).toMatch(/Gap \(FTE\) +2021\n/);
    expect(out).not.toContain("More recruits");
    expect(out).not.toContain("Cost of interventions");
  });

  it("takes a do-nothing of the place's own, and a system without any scenario", async () => {
    const own = {
      ...PLACE,
      "scenarios/town/do-nothing.yaml": "cadre: 1\nid: do-nothing\ntitle: As it is\nsystem: ./system.yaml\n",
    };
    const { out } = await cadre("compare", join(folderWith(own), "scenarios/town"), "plan");
    expect(out).toMatch(/Gap \(FTE\).*\n {2}As it is .*\n {2}The plan/);
    const alone = await cadre("compare", folderWith({ "system.yaml": TOWN }));
    expect(alone).toMatchObject({ exitCode: 0, err: "" });
    expect(alone.out).toMatch(/Gap \(FTE\).*\n {2}If nothing changes .*\n\nSupply/);
  });

  it("writes tables, charts and a page, and what was counted since beside each scenario", async () => {
    const folder = folderWith({ ...PLACE, "scenarios/town/observed.csv": OBSERVED });
    const place = join(folder, "scenarios/town");
    const { exitCode, out, err } = await cadre("compare", place, "--out", join(folder, "out"), "--draws", "20");
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(madeIn(join(folder, "out"))).toEqual([
      "charts/gap-drivers.svg",
      "charts/scenarios-cost.svg",
      "charts/scenarios-gap.svg",
      "charts/scenarios-supply.svg",
      "charts/what-more-changes.svg",
      "charts/what-plan-changes.svg",
      "comparison.csv",
      "observed-against.csv",
      "report.html",
      "results.csv",
      "run.json",
    ]);
    const read = (name: string) => readFileSync(join(folder, "out", name), "utf8");
    expect(
      new Set(
        read("results.csv")
          .split("\n")
          .map((line) => line.split(",")[0]),
      ),
    ).toEqual(new Set(["scenario", "do-nothing", "plan", "more", ""]));
    expect(read("comparison.csv")).toMatch(
      /^scenario,title,year,pool,measure,value,difference\ndo-nothing,If nothing changes,2019,all,gap,/,
    );
    const observed = read("observed-against.csv").trim().split("\n");
    expect(observed).toHaveLength(1 + 3 * 2);
    // Nothing is uncertain if nothing changes, so there is no interval to lie in.
    expect(observed[1]).toMatch(/^do-nothing,2020-03-31,all,headcount,310,[\d.]+,[\d.]+,$/);
    const [projected, difference] = observed[1]!.split(",").slice(5, 7).map(Number);
    expect(projected).toBeCloseTo(300, 9);
    expect(difference).toBeCloseTo(10, 9);
    expect(observed[4]).toMatch(/^plan,2021-03-31,care,leavers,25,[\d.]+,[\d.-]+,(yes|no)$/);
    expect(out).toContain("Counted since, against “The plan”");
    expect(read("report.html")).toContain("Later figures");
    expect(read("report.html")).toContain("The scenarios on one page");
    expect(JSON.parse(read("run.json"))).toMatchObject({
      command: "cadre compare scenarios/town --out out --draws 20",
      scenario: "more",
      scenarios: ["do-nothing", "plan", "more"],
      seed: 1,
      draws: 20,
    });
    expect(JSON.parse(read("run.json")).inputs.map(({ path }: { path: string }) => path)).toEqual([
      "scenarios/town/plan.yaml",
      "data/interventions/job-previews.yaml",
      "data/interventions/walks.yaml",
      "scenarios/town/system.yaml",
      "scenarios/town/more.yaml",
      "scenarios/town/observed.csv",
    ]);
  });

  it("shows the others where one scenario is wrong, and says what is wrong with it and what the runs warn about", async () => {
    const folder = folderWith({
      ...PLACE,
      "scenarios/town/broken.yaml": "cadre: 1\nid: broken\ntitle: Broken\nsystem: ./system.yaml\nassumtions: []\n",
      "scenarios/town/nameless.yaml":
        "cadre: 1\nid: nameless\ntitle: Nameless\ninterventions: [ { id: l, title: L, changes: [ { parameter: leaving.rate, multiply: 0.9 } ] } ]\n",
      "scenarios/town/sheet.yaml": "PK\u0003\u0004\u0000\u0000",
      "scenarios/town/unfit.yaml":
        "cadre: 1\nid: unfit\ntitle: Unfit\nsystem: ./system.yaml\nassumptions: [ { parameter: leaving.rate, where: { pool: caer }, multiply: 0.9 } ]\n",
      "scenarios/town/late.yaml":
        "cadre: 1\nid: late\ntitle: Too late\nsystem: ./system.yaml\ninterventions: [ { id: l, title: Late, changes: [ { parameter: leaving.rate, from: 2040, multiply: 0.9 } ] } ]\nuncertainties: [ { parameter: leaving.rate, multiply: { p10: 0.9, p90: 1.1 } } ]\n",
    });
    const place = join(folder, "scenarios/town");
    const { exitCode, out, err } = await cadre("compare", place, "--out", join(folder, "out"));
    expect(exitCode).toBe(1);
    expect(out).toContain("The plan");
    expect(out.replace(/\s+/g, " ")).toMatch(/Warning \(“Too late”\): [^.]*leaving\.rate in no year/);
    expect(err).toMatch(/^Left out: broken\n.*broken\.yaml:5:1/);
    expect(err).toContain("Left out: unfit\n");
    expect(err).toContain('did you mean "care"?');
    expect(err).toMatch(/Left out: nameless\n.*This scenario does not say which system it is about\./);
    expect(err).toMatch(/Left out: sheet\n.*This is a workbook/);
    expect(readFileSync(join(folder, "out/report.html"), "utf8")).toContain("leaving.rate in no year");
    for (const words of [
      ["worth", place, "late", "--shortage", "1000", "--draws", "8"],
      ["decompose", join(place, "late.yaml")],
      ["sensitivity", join(place, "late.yaml")],
      ["stress", place, "late", "--draws", "8"],
      ["solve", place, "late", "--lever", "recruitment.effort, from=2020, multiply=50%..300%"],
      ["report", place, "late", "--to", join(folder, "b.html")],
    ])
      expect((await cadre(...words)).out.replace(/\s+/g, " "), words[0]).toContain("leaving.rate in no year");
    // What is named is meant.
    expect(await cadre("compare", place, "broken")).toMatchObject({ exitCode: 2, out: "" });
  });

  it("shows beside gap, supply and differences what eight of ten draws come to, and a dash where nobody gave a range", async () => {
    const keep =
      "interventions: [ { id: k, title: K, changes: [ { parameter: leaving.rate, multiply: { p10: 0.7, p90: 0.9 } } ] } ]\n";
    const folder = folderWith({
      "system.yaml": TOWN,
      "keep.yaml": `cadre: 1\nid: keep\ntitle: Keep\nsystem: ./system.yaml\n${keep}`,
    });
    const { out } = await cadre("compare", folder, "--draws", "8");
    const rows = out.split("\n").filter((line) => line.includes("8 of 10 "));
    // Gap and supply: of doing nothing, of the plan, of their difference.
    expect(rows).toHaveLength(6);
    for (const [i, row] of rows.entries()) {
      if (i % 3 === 0) expect(row).toMatch(/8 of 10( +–)+$/);
      else expect(row).toMatch(/[-+]?[\d,]+ to [-+]?[\d,]+$/);
    }
    expect(out.replaceAll("\n", " ")).toContain("of 8 draws, eight in ten are between these numbers");
    expect((await cadre("compare", folder)).out).not.toContain("8 of 10");
  });

  it("says the id where a title was given", async () => {
    expect((await cadre("compare", town, "More recruits")).err).toContain('did you mean "more"?');
  });

  it("finds a copy that kept the id of what it was copied from", async () => {
    const copied = { ...PLACE, "scenarios/town/plan-b.yaml": PLACE["scenarios/town/plan.yaml"] ?? "" };
    const copy = join(folderWith(copied), "scenarios/town/plan-b.yaml");
    for (const [code, ...words] of [
      [1, "compare", dirname(copy)],
      [2, "decompose", copy],
    ] as const) {
      const { exitCode, err } = await cadre(...words);
      expect(exitCode).toBe(code);
      expect(err).toContain("plan-b.yaml:2:5: The id of this scenario is not the name of its file.");
      expect(err).toContain("Write id: plan-b");
    }
  });

  it.each([
    [["compare", "atlantis"], "no place"],
    [["compare", town, "paln"], "plan"],
    [["compare", town, "--pool", "caer"], 'did you mean "care"?'],
    [["compare", town, "--year", "2050"], "2022"],
    [["compare", town, "--draws", "many"], "whole number"],
  ])("answers %j with an error that helps", async (words, says) => {
    const { exitCode, err } = await cadre(...words);
    expect(exitCode).toBe(2);
    expect(err).toContain(says);
  });
});
