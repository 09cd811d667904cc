import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PLACE, PLAN } from "../plan.test-data.ts";
import { cadre, filesBelow, folderWith } from "../town.test-data.ts";

const root = folderWith(PLACE);
const plan = join(root, "scenarios/town/plan.yaml");

describe("cadre run with a scenario", () => {
  it("writes its results, its changes and a record of every file that went into it", async () => {
    const out = join(root, "out");
    const { exitCode, out: said, err } = await cadre("run", plan, "--out", out);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    const read = (name: string) => readFileSync(join(out, name), "utf8");
    expect(read("results.csv").split("\n")[1]).toMatch(/^plan,/);
    const record = JSON.parse(read("run.json"));
    expect(record).toMatchObject({ scenario: "plan", command: "cadre run scenarios/town/plan.yaml --out out" });
    expect(record.inputs.map(({ path }: { path: string }) => path)).toEqual([
      "scenarios/town/plan.yaml",
      "data/interventions/job-previews.yaml",
      "data/interventions/walks.yaml",
      "scenarios/town/system.yaml",
    ]);
    for (const { sha256 } of record.inputs) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    const changes = read("changes.csv").trim().split("\n");
    expect(changes).toHaveLength(4);
    expect(changes[1]).toMatch(/^assumptions,Assumptions,,demand.growthPerHead,pool: care,,,,set,0.02,/);
    expect(changes[2]).toMatch(
      /^job-previews,Job previews,first-year-retention,leaving.rate,sector: social-care; tenure: 0,2021,,2,multiply,,0.7,0.9,2,yes,0.75,0.5,The toolkit,page 3,/,
    );
    expect(changes[3]).toMatch(/^walks,.*,0,no,0.35,1,/);
    expect(said).toContain("Question: Does the plan close the gap?");
    expect(said).toMatch(/Job previews +level 2 +75% +50% +2021– +£4,000/);
    expect(said).toMatch(/Walks at noon \* +level 0 +35% +100% +– +not stated/);
    expect(said).toContain("It also changes 1 assumption.");
    expect(said).toContain("rests on a guess");
    const page = read("report.html");
    for (const words of [
      "Does the plan close the gap?",
      "What “The plan” does",
      "Walks at noon *",
      "rests on a guess",
      ">75%<",
    ])
      expect(page).toContain(words);
  });

  it("shows a reach below one per cent", async () => {
    const few = PLAN.replace("reach: 50%", "reach: 0.04%");
    const folder = folderWith({ ...PLACE, "scenarios/town/plan.yaml": few });
    const file = join(folder, "scenarios/town/plan.yaml");
    const { out } = await cadre("run", file, "--out", join(folder, "out"), "--no-charts");
    expect(out).toMatch(/Job previews +level 2 +75% +0\.04% +2021–/);
  });

  it("says so when effects are taken as found", async () => {
    const folder = folderWith({ ...PLACE, "scenarios/town/plan.yaml": `${PLAN}evidence: off\n` });
    const { out } = await cadre(
      "run",
      join(folder, "scenarios/town/plan.yaml"),
      "--out",
      join(folder, "out"),
      "--no-charts",
    );
    expect(out).toMatch(/Job previews +level 2 +100%/);
    expect(out).toContain("whatever the evidence (evidence: off)");
    expect(filesBelow(join(folder, "out"))).not.toContain("report.html");
  });

  it("ends with 2 for a scenario that cannot be run, with its place, and writes nothing", async () => {
    const cases: [string, string, string][] = [
      ["walks }", "wlaks }", "plan.yaml:9:12: The catalogue has no"],
      ["./system.yaml", "./sytem.yaml", "plan.yaml:4:9: The system is not there"],
      ["pool: care", "pool: caer", 'did you mean "care"?'],
      ["question:", "qestion:", 'did you mean "question"?'],
    ];
    for (const [right, wrong, says] of cases) {
      const folder = folderWith({ ...PLACE, "scenarios/town/plan.yaml": PLAN.replace(right, wrong) });
      const { exitCode, err } = await cadre(
        "run",
        join(folder, "scenarios/town/plan.yaml"),
        "--out",
        join(folder, "out"),
      );
      expect(exitCode, wrong).toBe(2);
      expect(err, wrong).toContain(says);
      expect(filesBelow(folder).filter((name) => name.startsWith("out"))).toEqual([]);
    }
  });

  it("holds figures that were counted since against the projection", async () => {
    const observed = "date,pool,measure,value,source\n2020-03-31,all,headcount,310,returns\n";
    const folder = folderWith({ ...PLACE, "scenarios/town/observed.csv": observed });
    const out = join(folder, "out");
    const { out: said } = await cadre("run", join(folder, "scenarios/town/system.yaml"), "--out", out, "--no-charts");
    expect(said).toContain("Counted since");
    const [, row = ""] = readFileSync(join(out, "observed-against.csv"), "utf8").split("\n");
    expect(row).toMatch(/^do-nothing,2020-03-31,all,headcount,310,[\d.]+,[\d.]+,$/);
    const [projected, difference] = row.split(",").slice(5, 7).map(Number);
    expect(projected).toBeCloseTo(300, 9);
    expect(difference).toBeCloseTo(10, 9);
    expect(JSON.parse(readFileSync(join(out, "run.json"), "utf8"))).toMatchObject({ draws: 0, seed: null });
    const wrong = folderWith({ ...PLACE, "scenarios/town/observed.csv": observed.replace("all", "al") });
    const { exitCode, err } = await cadre("run", join(wrong, "scenarios/town/plan.yaml"), "--out", join(wrong, "out"));
    expect(exitCode).toBe(2);
    expect(err).toContain("observed.csv:2:1");
  });
});

describe("cadre explain with a scenario", () => {
  it("shows each change that works on a number, and where it was written", async () => {
    const where = ["--pool", "care", "--tenure", "0", "--year", "2021"];
    const { out } = await cadre("explain", plan, "leaving.rate", ...where);
    // Found 0.8; a quarter less, half reached, half phased in: 0.9625.
    expect(out).toContain("Is multiplied by Job previews: 0.9625");
    expect(out.replace(/\n│ +/g, " ")).toContain("level 2 takes away 25% of the effect; reaches 50% of them");
    expect(out).toMatch(/Is multiplied by Walks at noon/);
    expect(out).toContain("plan.yaml:8:5");
    const growth = await cadre("explain", plan, "demand.growthPerHead", "--pool", "care");
    expect(growth.out).toMatch(
      /As written: 1.00% per year[\s\S]*Is set by Assumption 1: 2.00% per year[\s\S]*Used in 2020: 2.00%/,
    );
  });
});

describe("cadre check with scenarios", () => {
  const check = (id: string, scenario: string, bound: string) =>
    `  - { id: ${id}, says: "So it is", scenario: ${scenario}, measure: gap, year: 2022, ${bound} }\n`;
  const checks = (text: string) =>
    folderWith({ ...PLACE, "scenarios/town/checks.yaml": `cadre: 1\nsystem: ./system.yaml\nchecks:\n${text}` });

  it("runs each scenario that a statement names", async () => {
    const folder = checks(check("now", "do-nothing", "atLeast: 11") + check("then", "more", "atMost: 10"));
    const { exitCode, out } = await cadre("check", folder);
    expect(out).toContain("passed  now");
    expect(out).toContain("passed  then");
    expect(exitCode).toBe(0);
  });

  it("ends with 2 for a scenario that is not there", async () => {
    const { exitCode, err } = await cadre("check", checks(check("now", "paln", "atLeast: 1")));
    expect(exitCode).toBe(2);
    expect(err).toContain("do-nothing, plan, more");
  });
});
