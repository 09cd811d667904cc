import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PLACE } from "../plan.test-data.ts";
import { cadre, folderWith, madeIn } from "../town.test-data.ts";

describe("cadre sensitivity", () => {
  const folder = folderWith(PLACE);
  const file = join(folder, "scenarios/town/plan.yaml");

  it("ranks the numbers that are not known, one at a time, and writes a table and a chart", async () => {
    const out = join(folder, "out");
    const said = await cadre("sensitivity", file, "--out", out);
    expect(said).toMatchObject({ exitCode: 0, err: "" });
    expect(said.out).toContain("moves it by");
    expect(madeIn(out)).toEqual(["charts/tornado.svg", "report.html", "run.json", "sensitivity.csv"]);
    const rows = readFileSync(join(out, "sensitivity.csv"), "utf8").trim().split("\n");
    expect(rows[0]).toBe("id,title,from,atLow,atHigh,givenLow,givenHigh,low,high,central");
    const widths = rows.slice(1).map((row) => {
      const [low, high] = row.split(",").slice(-3, -1);
      return Math.abs(Number(high) - Number(low));
    });
    expect(widths[0]).toBeGreaterThan(0);
    // Evidence of level 2 has the range taken twice as wide; the reader sees what the file gives too.
    expect(said.out).toMatch(/Job previews\s+0\.6 \(file: 0\.7\)\s+1 \(file: 0\.9\)/);
    expect(rows.find((row) => row.includes("Job previews"))).toMatch(/,0\.7\d*,0\.9\d*,-?\d/);
    expect(readFileSync(join(out, "report.html"), "utf8")).toContain("(file: 0.70 to 0.90)");
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
  });

  it.each(["screening", "sobol"])("does so by %s, the same each time", async (method) => {
    const words = ["sensitivity", file, "--method", method, "--draws", "8"];
    const [one, other] = [await cadre(...words), await cadre(...words)];
    expect(one).toMatchObject({ exitCode: 0, err: "" });
    expect(other.out).toBe(one.out);
  });

  it("says what is wrong: a measure, a method, nothing uncertain", async () => {
    expect((await cadre("sensitivity", file, "--measure", "gapp")).err).toContain('did you mean "gap"?');
    expect((await cadre("sensitivity", file, "--method", "guess")).exitCode).toBe(2);
    const sure = await cadre("sensitivity", join(folder, "scenarios/town/system.yaml"));
    expect(sure.exitCode).toBe(2);
    expect(sure.err).toContain("Nothing here is uncertain");
  });
});

describe("cadre worth", () => {
  it("says what it is worth to know each number before choosing", async () => {
    const folder = folderWith(PLACE);
    const said = await cadre("worth", join(folder, "scenarios/town"), "--shortage", "20000", "--draws", "100");
    expect(said).toMatchObject({ exitCode: 0, err: "" });
    expect(said.out).toMatch(/loses least/);
    expect((await cadre("worth", join(folder, "scenarios/town"))).err).toContain("--shortage");
  });
});
