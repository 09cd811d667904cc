import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseChecks, parseSystem, run, runChecks } from "cadre";
import { jsonSchemas } from "cadre/schemas";
import { describe, expect, it } from "vitest";
import { COLUMNS } from "./files/assumptions-csv.ts";
import { withExample } from "./outline.test-data.ts";

/** What the tables named in the guide may hold. */
const bySex = (columns: string, row: (age: number) => string) =>
  `sex,age,${columns}\n${["female", "male"].flatMap((sex) => Array.from({ length: 91 }, (_, age) => `${sex},${age === 90 ? "90+" : age},${row(age)}\n`)).join("")}`;
const TABLES = {
  "people.csv": bySex("people", () => "30"),
  "life-table.csv": bySex("survivors,expectation", (age) => `${100000 - age * 900},${90 - age * 0.9}`),
  "fertility.csv": "age,rate\n25,0.1\n30,0.1\n",
  "migration.csv": bySex("people", () => "0.1"),
  "data/funding/england.yaml": readFileSync(
    fileURLToPath(new URL("../../../data/funding/england.yaml", import.meta.url)),
    "utf8",
  ),
};
const page = readFileSync(fileURLToPath(new URL("../../../docs/guide/system-file.md", import.meta.url)), "utf8");
const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text = ""]) => text);
const whole = (key: string) =>
  blocks.filter((text) => /^cadre: 1$/m.test(text) && new RegExp(`^${key}:`, "m").test(text));

describe("the guide", () => {
  it("shows a system that runs and checks that pass on it", () => {
    const system = whole("pools")[0]!;
    const checks = whole("checks")[0]!;
    const outcomes = runChecks(parseChecks(checks), [run(parseSystem(system))]);
    expect(outcomes.map(({ id, passed }) => ({ id, passed }))).toEqual([
      { id: "over-50", passed: true },
      { id: "size", passed: true },
    ]);
  });

  it("shows examples that each run together with its system", () => {
    const system = whole("pools")[0]!;
    const examples = blocks.filter((text) => !/^cadre: 1$/m.test(text) && /^\w+:\n|^\w+: \w+$/m.test(text));
    expect(examples.length).toBeGreaterThanOrEqual(9);
    for (const example of examples) {
      const result = run(parseSystem(withExample(system, example, ["population", "demand"]), { files: TABLES }));
      expect(result.at({ measure: "headcount", year: 2024 }), example).toBeGreaterThan(100);
    }
  });

  it("shows a schedule that can be read", () => {
    const schedule = whole("byAge")[0]!;
    const system = whole("pools")[0]!.replace(/retirement: .*/, "retirement: nhs");
    const { retirement } = parseSystem(system, { files: { "data/retirement/nhs.yaml": schedule } }).pools["home-care"]!;
    expect(retirement?.byAge).toEqual({ "55-59": 0.06, "60-64": 0.18, "65+": 0.4 });
  });

  it("names every key of a system, a schedule and a check", () => {
    const keys = new Set<string>();
    const collect = (schema: unknown): void => {
      if (typeof schema !== "object" || schema === null) return;
      if ("properties" in schema) for (const key of Object.keys(schema.properties as object)) keys.add(key);
      for (const part of Object.values(schema)) collect(part);
    };
    const { system, schedule, checks } = jsonSchemas();
    collect([system, schedule, checks]);
    expect([...keys].filter((key) => !page.includes(`\`${key}\``) && !page.includes(`${key}:`))).toEqual([]);
  });

  it("names every measure and every column", () => {
    const results = readFileSync(fileURLToPath(new URL("../../../docs/guide/results.md", import.meta.url)), "utf8");
    const { measures } = run(parseSystem(whole("pools")[0]!));
    expect([...measures, ...COLUMNS].filter((name) => !results.includes(`\`${name}\``))).toEqual([]);
  });
});
