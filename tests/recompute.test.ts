import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Result, run, type System } from "cadre";
import { measureNamed } from "cadre/measures";
import { readScenario, readSystem } from "cadre/node";
import { resolvedRecord } from "cadre/results";
import fc from "fast-check";
import { expect, test } from "vitest";
import { filesWithJoiners, read } from "./laws/arbitrary-joiners.ts";
import { systemDraws, systemFrom } from "./laws/arbitrary-system.ts";
import { expectClose } from "./laws/assert-laws.ts";
import { type Files, filesOf, recomputed } from "./recompute/behaviour.ts";
import { generatedCases } from "./recompute/generated.ts";

const CUMBRIA = "scenarios/cumbria/system.yaml";
/** Of a sample in which every way to join is used. */
const JOINERS_SEED = 3;

/** Compares a result with lines `year,pool,measure,value` that another program wrote; returns how many there were. */
function compare(result: Result, csv: string): number {
  const lines = csv.trim().split(/\r?\n/).slice(1);
  for (const line of lines) {
    const [year, pool = "", measure = "", value] = line
      .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
      .map((cell) => cell.replaceAll('"', ""));
    const ours = result.at({ pool, measure: measureNamed(measure), year: Number(year) });
    expectClose(ours ?? Number.NaN, Number(value), `${measure} of ${pool} in ${year}`);
  }
  return lines.length;
}

function python(): boolean {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test("Cumbria agrees with the committed recomputation in another language, in every number", async () => {
  const result = run(await readSystem(CUMBRIA));
  const lines = compare(result, readFileSync("tests/reference/cumbria.csv", "utf8"));
  // Every pool and group of pools, courses left out: 5 stocks at each date and 19 flows in each year.
  const groups = result.groups.filter(({ id }) => !id.startsWith("pipeline:"));
  expect(lines).toBe(groups.length * (5 * (result.years.length + 1) + 19 * result.years.length));
});

/** Recomputes each system with Python and compares every number. */
function recompute(systems: readonly System[]): void {
  const folder = mkdtempSync(join(tmpdir(), "cadre-recompute-"));
  try {
    const file = join(folder, "resolved.json");
    for (const system of systems) {
      const result = run(system);
      writeFileSync(file, JSON.stringify(resolvedRecord(result)));
      const csv = execFileSync("python3", ["tests/reference/recompute.py", file], { encoding: "utf8", maxBuffer: 1e8 });
      expect(compare(result, csv)).toBeGreaterThan(100);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(!python())("generated systems agree with a recomputation made now (needs python3)", () => {
  recompute(fc.sample(systemDraws, { numRuns: 3, seed: 7 }).map((draw) => systemFrom(draw)));
});

test.skipIf(!python())("so do systems whose joiners come from everywhere", () => {
  const files = fc.sample(filesWithJoiners, { numRuns: 6, seed: JOINERS_SEED });
  // The sample holds what it is there for.
  const pools = files.flatMap((file) => Object.values(file.pools));
  expect(pools.filter(({ recruitment }) => recruitment.from).length).toBeGreaterThan(1);
  expect(pools.filter(({ recruitment }) => recruitment.market).length).toBeGreaterThan(1);
  expect(pools.filter(({ returners }) => (returners as unknown[]).length > 0).length).toBeGreaterThan(1);
  const courses = files.flatMap((file) => Object.values(file.pipelines));
  expect(courses.filter(({ entrants }) => entrants.community !== 1).length).toBeGreaterThan(0);
  expect(new Set(files.map(({ calendar }) => calendar.convention)).size).toBe(2);
  recompute(files.map(read));
});

// From here on nothing is given but what the files say: every rule of the model is applied a second time, in Python.

const WITH_PLANS = 4;
const folder = mkdtempSync(join(tmpdir(), "cadre-behaviour-"));

async function academies(): Promise<Files> {
  const system = await readSystem("scenarios/north-west-academies/system.yaml");
  const plan = await readScenario("scenarios/north-west-academies/plan.yaml");
  return filesOf(run(system, plan), folder, "academies");
}

test.skipIf(!python())("a place with its plan comes out the same by the method pages alone", async () => {
  const { code, text } = recomputed([await academies()]);
  expect(text).toMatch(/: \d+ numbers, 0 differ/);
  expect(code).toBe(0);
});

test.skipIf(!python())("so do generated systems with plans", () => {
  const files = generatedCases(WITH_PLANS, 5).map((make, n) => {
    const { system, scenario } = make();
    return filesOf(run(system, scenario), folder, `generated-${n}`);
  });
  const { code, text } = recomputed(files);
  expect(text.match(/, 0 differ/g), text).toHaveLength(WITH_PLANS);
  expect(code).toBe(0);
});

test.skipIf(!python())("a rule that is broken in Python is found, and a number that is changed", async () => {
  const files = await academies();
  const copy = join(folder, "reference");
  cpSync("tests/reference", copy, { recursive: true });
  const rule = join(copy, "rules", "effects.py");
  const broken = readFileSync(rule, "utf8").replace("2: 0.25", "2: 0.3");
  writeFileSync(rule, broken);
  expect(recomputed([files], join(copy, "behaviour.py"))).toMatchObject({
    code: 1,
    text: expect.not.stringMatching(/, 0 differ/),
  });
  const results = readFileSync(files.results, "utf8");
  writeFileSync(files.results, results.replace(/^(plan,2035,all,gap,\d+)\.\d+$/m, "$1.5"));
  expect(recomputed([files])).toMatchObject({
    code: 1,
    text: expect.stringMatching(/1 differ\n {2}gap of all in 2035/),
  });
});
