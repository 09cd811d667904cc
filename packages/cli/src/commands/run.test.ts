import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseSystem, run } from "cadre";
import { describe, expect, it } from "vitest";
import { cadre, filesBelow, folderWith, TOWN } from "../town.test-data.ts";

const SIX = ["assumptions.csv", "given.json", "inputs/system.yaml", "resolved.json", "results.csv", "run.json"];

function town(text = TOWN) {
  const folder = folderWith({ "system.yaml": text });
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const runTo = (out: string, ...options: string[]) =>
    cadre("run", join(folder, "system.yaml"), "--out", join(folder, out), ...options);
  return { folder, read, runTo };
}

describe("cadre run", () => {
  it("writes the results, the records and the charts, and prints a summary", async () => {
    const { folder, read, runTo } = town();
    const { exitCode, out, err } = await runTo("deep/out");
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toContain("gap (FTE)");
    expect(filesBelow(join(folder, "deep/out"))).toEqual([
      "assumptions.csv",
      "charts/age-pyramid.svg",
      "charts/gap-by-employer.svg",
      "charts/joiners-by-source.svg",
      "charts/leavers-by-cause.svg",
      "charts/staff-flow.svg",
      "charts/supply-and-demand-a-provider.svg",
      "charts/supply-and-demand-trust.svg",
      "charts/supply-and-demand.svg",
      "given.json",
      "inputs/system.yaml",
      "report.html",
      "resolved.json",
      "results.csv",
      "run.json",
    ]);
    expect(filesBelow(join(folder, "deep"))).toHaveLength(15);
    const result = run(parseSystem(TOWN));
    const lines = read("deep/out/results.csv").trim().split("\n");
    expect(lines[0]).toBe("scenario,year,pool,measure,value");
    const gap = lines.find((line) => line.startsWith("do-nothing,2022,all,gap,"));
    expect(Number(gap?.split(",").at(-1))).toBe(result.at({ measure: "gap", year: 2022 }));
    expect(lines).toHaveLength(result.rows().value.length + 1);
    const record = JSON.parse(read("deep/out/run.json"));
    expect(record).toMatchObject({ cadre: 2, seed: null, draws: 0, system: "town", scenario: "do-nothing" });
    expect(record.command).toBe("cadre run system.yaml --out deep/out");
    expect(record.inputs).toEqual([{ path: "system.yaml", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(read("deep/out/assumptions.csv")).toMatch(/^pools\.care\.headcount,100,heads,fact,survey,/m);
    expect(JSON.parse(read("deep/out/resolved.json")).pools[0].years).toHaveLength(3);
    expect(read("deep/out/report.html")).toContain("<svg");
  });

  it("writes the same bytes again, with a time only when asked", async () => {
    const { folder, read, runTo } = town();
    await runTo("out");
    const before = filesBelow(join(folder, "out")).map((name) => read(`out/${name}`));
    await runTo("out");
    expect(filesBelow(join(folder, "out")).map((name) => read(`out/${name}`))).toEqual(before);
    expect(filesBelow(folder).filter((name) => !name.startsWith("out/"))).toEqual(["system.yaml"]);
    await runTo("out", "--stamp", "--no-charts");
    expect(JSON.parse(read("out/run.json")).finished).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(filesBelow(join(folder, "out"))).toEqual(SIX);
  });

  it("leaves out what each input does to the gap when asked, and says so in the command that repeats it", async () => {
    const { read, runTo } = town();
    const effectOf = (out: string) => /^pools\.care\.headcount,.*$/m.exec(read(`${out}/assumptions.csv`))?.[0];
    await runTo("with", "--no-charts");
    await runTo("without", "--no-charts", "--no-effects");
    expect(effectOf("with")).toMatch(/,no,-?\d+\.\d+,/);
    expect(effectOf("without")).toMatch(/,no,,/);
    expect(JSON.parse(read("without/run.json")).command).toContain("--no-charts --no-effects");
  });

  it("replaces results of an earlier run in every format", async () => {
    const { runTo } = town();
    for (const format of ["arrow", "parquet"])
      for (const _ of ["once", "again"])
        expect((await runTo(format, "--no-charts", "--no-effects", "--format", format)).exitCode, format).toBe(0);
  });

  it("leaves other files alone and replaces none of them", async () => {
    const { folder, read, runTo } = town();
    mkdirSync(join(folder, "out/charts"), { recursive: true });
    writeFileSync(join(folder, "out/charts/mine.svg"), "mine");
    expect((await runTo("out", "--no-charts")).exitCode).toBe(0);
    expect((await runTo("out", "--no-charts")).exitCode).toBe(0);
    expect(read("out/charts/mine.svg")).toBe("mine");
    expect(filesBelow(join(folder, "out"))).toHaveLength(7);

    mkdirSync(join(folder, "other"));
    writeFileSync(join(folder, "other/results.csv"), "somebody's");
    const { exitCode, err } = await runTo("other", "--no-charts");
    expect(exitCode).toBe(2);
    expect(err).toContain("other/results.csv");
    expect(filesBelow(join(folder, "other"))).toEqual(["results.csv"]);
    expect(read("other/results.csv")).toBe("somebody's");
  });

  it("believes no record that claims somebody else's files", async () => {
    const { folder, read, runTo } = town();
    const claim = JSON.stringify({ outputs: ["../system.yaml", "notes.txt", "charts/../../system.yaml", "run.json"] });
    mkdirSync(join(folder, "out"));
    writeFileSync(join(folder, "out/run.json"), claim);
    writeFileSync(join(folder, "out/notes.txt"), "notes");
    expect((await runTo("out", "--no-charts")).exitCode).toBe(0);
    expect(read("system.yaml")).toBe(TOWN);
    expect(read("out/notes.txt")).toBe("notes");
  });

  it("refuses a file as its folder", async () => {
    const { folder, read, runTo } = town();
    for (const out of ["system.yaml", "system.yaml/out"]) {
      const { exitCode, err } = await runTo(out, "--no-charts");
      expect(exitCode).toBe(2);
      expect(err).toContain("--out");
    }
    expect(read("system.yaml")).toBe(TOWN);
    expect(filesBelow(folder)).toEqual(["system.yaml"]);
  });

  it("lets no title run anything: not in a spreadsheet, a page or a terminal", async () => {
    const title = '=HYPERLINK("http://x")<script>alert(1)</script>';
    const { folder, read, runTo } = town(
      TOWN.replace("title: Town", `title: ${JSON.stringify(title)}`)
        .replace("employer: Trust", `employer: ${JSON.stringify("../../../etc/<b>Trust</b>")}`)
        .replace("headcount: 200", `headcount: { value: 200, note: ${JSON.stringify('@SUM(1+1)*"x"')} }`),
    );
    expect((await runTo("out")).exitCode).toBe(0);
    expect(read("out/report.html")).not.toContain("<script");
    expect(read("out/assumptions.csv")).toContain(`"'@SUM(1+1)*""x"""`);
    expect(existsSync(join(folder, "out/charts/supply-and-demand-etc-b-trust-b.svg"))).toBe(true);
  });

  it("refuses a title that would command a terminal, with its place", async () => {
    const { runTo } = town(TOWN.replace("title: Town", `title: ${JSON.stringify("Town\u001b[2J")}`));
    const { exitCode, out, err } = await runTo("out");
    expect(exitCode).toBe(2);
    expect(out + err).not.toContain("\u001b");
    expect(err).toContain("system.yaml:3");
  });
});
