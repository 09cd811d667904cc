import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PLACE } from "../plan.test-data.ts";
import { cadre, folderWith, madeIn } from "../town.test-data.ts";

const root = folderWith(PLACE);
const file = (name: string) => join(root, "scenarios/town", name);
/** The last column that holds a number, of the first line that begins so. */
const number = (out: string, name: string, column = 1) =>
  Number(
    out
      .split("\n")
      .find((line) => line.trim().startsWith(name))
      ?.trim()
      .split(/ {2,}/)
      [column]?.replace(/[,+]/g, ""),
  );

describe("cadre decompose", () => {
  it("shows what each intervention adds, alone and in its share, with evidence, drivers and sums", async () => {
    const { exitCode, out, err } = await cadre("decompose", file("more.yaml"));
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    for (const name of ["Assumptions", "Job previews", "Walks at noon *", "Campaign", "sum of shares"])
      expect(out).toContain(name);
    expect(out).toMatch(/Job previews .*level 2/);
    expect(out).toMatch(/Walks at noon \* .*level 0/);
    expect(out).toMatch(/Campaign .*–/);
    const [before, after] = [number(out, "If nothing changes"), number(out, "More recruits")];
    expect(Math.abs(number(out, "sum of shares") - (after - before))).toBeLessThanOrEqual(1);
    expect(out).toContain("Why the gap changes (FTE)");
    expect(
      Math.abs(number(out, "sum of changes") - (number(out, "Gap in 2022") - number(out, "Gap in 2019"))),
    ).toBeLessThanOrEqual(1);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("holds a scenario against another, for a pool, a measure and a year", async () => {
    const words = ["--against", "plan", "--pool", "care", "--measure", "supply", "--year", "2021"];
    const { out } = await cadre("decompose", file("more.yaml"), ...words);
    expect(out).toContain("“More recruits” against “The plan”");
    expect(out).toContain("Supply (FTE) in 2021");
    expect(out).toContain("Campaign");
    expect(out).not.toContain("Job previews");
  });

  it("holds doing nothing against a plan, in this direction", async () => {
    const nothing = "cadre: 1\nid: do-nothing\ntitle: As it is\nsystem: ./system.yaml\n";
    const folder = join(folderWith({ ...PLACE, "scenarios/town/do-nothing.yaml": nothing }), "scenarios/town");
    const { out } = await cadre("decompose", join(folder, "do-nothing.yaml"), "--against", "plan");
    expect(out).toContain("“As it is” against “The plan”");
    expect(out).toContain("Without: Job previews");
    expect((await cadre("decompose", join(folder, "do-nothing.yaml"))).err).toContain("compared with another");
  });

  it("writes the parts, charts and a page", async () => {
    const out = join(root, "out");
    expect((await cadre("decompose", file("plan.yaml"), "--out", out)).out).toContain("report.html");
    expect(madeIn(out)).toEqual([
      "charts/drivers-do-nothing.svg",
      "charts/drivers-plan.svg",
      "charts/interventions.svg",
      "parts.csv",
      "report.html",
      "run.json",
    ]);
    const rows = readFileSync(join(out, "parts.csv"), "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const value = (what: string) => Number(rows.find((row) => row[0] === what)?.[3]);
    const shares = rows.filter(([what]) => what === "intervention").reduce((sum, row) => sum + Number(row[3]), 0);
    expect(shares).toBeCloseTo(value("after") - value("before"), 9);
    expect(JSON.parse(readFileSync(join(out, "run.json"), "utf8")).command).toBe(
      "cadre decompose scenarios/town/plan.yaml --out out",
    );
    expect(readFileSync(join(out, "report.html"), "utf8")).toContain("Nobody has measured");
  });

  it("holds two scenarios against each other that each have what the other lacks", async () => {
    const { exitCode, out } = await cadre("decompose", file("plan.yaml"), "--against", "more");
    expect(exitCode).toBe(0);
    expect(out).toContain("Without: Campaign");
  });

  it.each([
    [["decompose", file("system.yaml")], "a system, not a scenario"],
    [["decompose", file("plan.yaml"), "--against", "plan"], "compared with another"],
    [["decompose", file("plan.yaml"), "--against", "none"], "do-nothing, plan, more"],
    [["decompose", file("plan.yaml"), "--measure", "gapp"], 'did you mean "gap"?'],
  ])("answers %j with an error that helps", async (words, says) => {
    const { exitCode, err } = await cadre(...words);
    expect(exitCode).toBe(2);
    expect(err).toContain(says);
  });
});
