import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSystemOrScenario } from "cadre/node";
import { describe, expect, it } from "vitest";
import { planTables } from "../plan-tables.ts";
import { cadre, folderWith, TOWN } from "../town.test-data.ts";

const SCENARIO = (until: string) => `cadre: 1
id: judged
title: Judged
system: ./system.yaml
adjustments:
  - { parameter: leaving.rate, where: { pool: care }, set: 15%, who: Head of care, why: Agency staff are counted, until: ${until} }
assumptions:
  - { parameter: fte, where: { pool: hospital }, multiply: 0.95 }
`;

async function judged(until: string) {
  const folder = folderWith({ "system.yaml": TOWN, "judged.yaml": SCENARIO(until) });
  const out = join(folder, "out");
  const ran = await cadre("run", join(folder, "judged.yaml"), "--out", out, "--no-effects", "--no-charts");
  return { ...ran, folder, read: (name: string) => readFileSync(join(out, name), "utf8") };
}

describe("a number set by judgement", () => {
  it("comes first in every file of a run, with its effect", async () => {
    const { exitCode, out, read, folder } = await judged("2999-12-31");
    expect(exitCode).toBe(0);
    const record = JSON.parse(read("run.json"));
    expect(record.adjustments).toEqual([
      {
        ...{ parameter: "leaving.rate", where: { pool: "care" }, set: 0.15, who: "Head of care" },
        ...{ why: "Agency staff are counted", until: "2999-12-31", number: "leaving.rate (pool: care)" },
        effect: expect.any(Number),
      },
    ]);
    const { effect } = record.adjustments[0];
    expect(effect).toBeLessThan(-1);
    expect(record.warnings[0]).toMatch(/^Set by judgement: leaving.rate \(pool: care\) is 0.15, by Head of care/);
    expect(read("changes.csv").split("\n")[1]).toMatch(/^adjustments,Set by judgement,/);
    expect(read("changes.csv").split("\n")[1]).toContain(`Head of care,Agency staff are counted,2999-12-31,${effect}`);
    expect(read("assumptions.csv").split("\n")[1]).toMatch(/^leaving.rate \(pool: care\),0.15,,judgement,/);
    const { system, scenario } = await readSystemOrScenario(join(folder, "judged.yaml"));
    expect(planTables(system, scenario ?? {})[0]).toMatchObject({ title: "What is set by judgement" });
    expect(JSON.parse(read("given.json")).scenario.adjustments).toHaveLength(1);
    expect(out).toContain("Set by judgement");
    expect(out).not.toContain("that day has passed");
  });

  it("is warned about in the terminal past its day, and the files stay the same", async () => {
    const [past, later] = [await judged("2020-01-01"), await judged("2020-01-01")];
    expect(past.out.replaceAll(/\s+/g, " ")).toContain(
      "was set by judgement until 2020-01-01, and that day has passed",
    );
    expect(past.read("run.json")).toBe(later.read("run.json"));
  });
});
