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

test("Ctrl-C ends the search with the best plan so far, marked", async () => {
  const stopAt = async (when: RegExp, ...words: string[]) => {
    const out: string[] = [];
    const progress = (text: string) => void (when.test(text) && process.emit("SIGINT"));
    expect(await main(["plan", file, ...words], { out: (text) => out.push(text), err: () => {}, progress })).toBe(0);
    return out.join("\n");
  };
  const early = await stopAt(/plan: 5 runs/);
  expect(early).toContain("The search was stopped after 5 runs. This is the best plan so far");
  expect(early).toContain("Realistic job previews before an offer");
  expect(JSON.parse(await stopAt(/plan: 5 runs/, "--json"))).toMatchObject({ stopped: true, complete: false });
  // During the draws of what a gain costs, the plan itself has been found.
  const late = await stopAt(/gain costs: 25 of/, "--draws", "60");
  expect(late).toContain("No plan within the limits is expected to do better");
  expect(late).toContain("What a gain costs");
  expect(late).not.toContain("8 of 10 draws");
});
