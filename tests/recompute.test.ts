import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Result, resolvedRecord, run } from "cadre";
import { readSystem } from "cadre/node";
import fc from "fast-check";
import { expect, test } from "vitest";
import { systemDraws, systemFrom } from "./laws/arbitrary-system.ts";
import { expectClose } from "./laws/assert-laws.ts";

const CUMBRIA = "scenarios/cumbria/system.yaml";

/** Compares a result with lines `year,pool,measure,value` that another program wrote; returns how many there were. */
function compare(result: Result, csv: string): number {
  const lines = csv.trim().split(/\r?\n/).slice(1);
  for (const line of lines) {
    const [year, pool, measure, value] = line
      .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
      .map((cell) => cell.replaceAll('"', ""));
    expectClose(result.at({ pool, measure, year: Number(year) }), Number(value), `${measure} of ${pool} in ${year}`);
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
  // Every pool, sector, employer and all staff: 4 stocks at 17 dates and 11 flows in 16 years.
  expect(lines).toBe(result.groups.length * (4 * 17 + 11 * 16));
});

test.skipIf(!python())("generated systems agree with a recomputation made now (needs python3)", () => {
  const folder = mkdtempSync(join(tmpdir(), "cadre-recompute-"));
  try {
    const file = join(folder, "resolved.json");
    for (const draw of fc.sample(systemDraws, { numRuns: 6, seed: 7 })) {
      const result = run(systemFrom(draw));
      writeFileSync(file, JSON.stringify(resolvedRecord(result)));
      const csv = execFileSync("python3", ["tests/reference/recompute.py", file], { encoding: "utf8", maxBuffer: 1e8 });
      expect(compare(result, csv)).toBeGreaterThan(100);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
