import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { jsonSchemas, parseChecks, parseSystem, run, runChecks } from "cadre";
import { describe, expect, it } from "vitest";
import { COLUMNS } from "./files/assumptions-csv.ts";

const folder = fileURLToPath(new URL("../../../docs/guide", import.meta.url));
const pages = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
const blocks = pages.flatMap((page) => [...page.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text]) => text));
const whole = (key: string) =>
  blocks.filter((text) => /^cadre: 1$/m.test(text) && new RegExp(`^${key}:`, "m").test(text));

describe("the guide", () => {
  it("shows a system that runs and checks that pass on it", () => {
    const [system] = whole("pools");
    const [checks] = whole("checks");
    const outcomes = runChecks(parseChecks(checks), [run(parseSystem(system))]);
    expect(outcomes.map(({ id, passed }) => ({ id, passed }))).toEqual([
      { id: "over-50", passed: true },
      { id: "size", passed: true },
    ]);
  });

  it("shows a schedule that can be read", () => {
    const [schedule] = whole("byAge");
    const system = whole("pools")[0].replace(/retirement: .*/, "retirement: nhs");
    const { retirement } = parseSystem(system, { files: { "data/retirement/nhs.yaml": schedule } }).pools["home-care"];
    expect(retirement?.byAge).toEqual({ "55-59": 0.06, "60-64": 0.18, "65+": 0.4 });
  });

  it("names every key of a system and of a check", () => {
    const page = readFileSync(join(folder, "system-file.md"), "utf8");
    const keys = new Set<string>();
    const collect = (schema: unknown): void => {
      if (typeof schema !== "object" || schema === null) return;
      if ("properties" in schema) for (const key of Object.keys(schema.properties as object)) keys.add(key);
      for (const part of Object.values(schema)) collect(part);
    };
    collect(jsonSchemas());
    expect([...keys].filter((key) => !page.includes(`\`${key}\``) && !page.includes(`${key}:`))).toEqual([]);
  });

  it("names every measure and every column", () => {
    const page = readFileSync(join(folder, "results.md"), "utf8");
    const { measures } = run(parseSystem(whole("pools")[0]));
    expect([...measures, ...COLUMNS].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
