import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSystemOrScenario } from "cadre/node";
import { afterAll, expect, test } from "vitest";
import { main } from "../main.ts";

const file = "scenarios/cumbria/plans/care-shortage.yaml";
// Inside the project, where the scenario finds its system.
const folder = mkdtempSync("scenarios/cumbria/plans/.plan-");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function said(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(words, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

test("plan writes an ordinary scenario that reads back", async () => {
  const out = join(folder, "care-shortage.yaml");
  const { code } = await said("plan", file, "--out", out);
  expect(code).toBe(0);
  const { scenario } = await readSystemOrScenario(out);
  expect(scenario?.id).toBe("care-shortage");
  expect(scenario?.interventions?.length).toBeGreaterThan(0);
  expect(readFileSync(out, "utf8")).toContain("perYear");
});

test("plan refuses what is no scenario file, and sums below zero", async () => {
  expect(await said("plan", file, "--out", join(tmpdir(), "plan.txt"))).toMatchObject({ code: 2 });
  expect((await said("plan", file, "--frontier", "-1")).err).toContain("Sums of zero or more");
  expect((await said("plan", "scenarios/cumbria/plan.yaml")).err).toContain("objective");
});
