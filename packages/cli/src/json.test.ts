import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { expect, it } from "vitest";
import { COMMANDS } from "./commands.ts";
import { cadre, folderWith, TOWN } from "./town.test-data.ts";

const plan = `cadre: 1
id: plan
title: Plan
system: ./system.yaml
interventions:
  - { id: stay, title: Stay, changes: [ { parameter: leaving.rate, from: 2020, multiply: 0.9 } ] }
uncertainties:
  - { parameter: leaving.rate, multiply: { p10: 0.9, p90: 1.1 } }
`;
const checks = `cadre: 1
system: ./system.yaml
checks:
  - { id: people, says: People, scenario: do-nothing, measure: headcount, where: { pool: care }, year: 2019, near: 100, within: 1 }
`;
const place = folderWith({ "system.yaml": TOWN, "plan.yaml": plan, "checks.yaml": checks });
const [system, scenario, out] = ["system.yaml", "plan.yaml", "out"].map((name) => join(place, name)) as [
  string,
  string,
  string,
];

it.each([
  [
    ["run", scenario, "--out", out, "--no-charts", "--no-effects", "--format", "parquet"],
    ["system", "scenario", "base", "last", "rows", "warnings", "files"],
  ],
  [
    ["compare", place],
    ["rows", "gains", "warnings"],
  ],
  [
    ["decompose", scenario],
    ["pool", "measure", "year", "before", "after", "parts", "exact", "drivers"],
  ],
  [
    ["sensitivity", scenario],
    ["method", "pool", "measure", "year", "numbers"],
  ],
  [
    ["worth", place, "--shortage", "40000", "--draws", "20"],
    ["best", "losses", "perfect", "gains", "notOffered", "rows", "unpriced", "warnings"],
  ],
  [
    ["check", place],
    ["passed", "failed", "checks"],
  ],
  [
    ["explain", system],
    ["measures", "parameters"],
  ],
  [
    ["explain", system, "gap"],
    ["title", "value", "unit", "steps"],
  ],
])("cadre %j --json prints one answer under stable names", async (words, names) => {
  const { exitCode, out, err } = await cadre(...words, "--json");
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  expect(Object.keys(JSON.parse(out)).sort()).toEqual([...names].sort());
});

it("the balance of a run is that of its results, unrounded", async () => {
  const words = ["--out", out, "--no-charts", "--no-effects"];
  const { rows } = JSON.parse((await cadre("run", system, ...words, "--json")).out);
  const gap = rows.find(
    (row: { pool: string; year: number; measure: string }) =>
      [row.pool, row.year, row.measure].join() === "all,2022,gap",
  );
  expect(readFileSync(join(out, "results.csv"), "utf8")).toContain(`do-nothing,2022,all,gap,${gap.value}\n`);
});

it("every command that prints a table has --json", async () => {
  const none: string[] = [];
  for (const { name, load } of COMMANDS) {
    const command = new Command(name);
    const screen = { out: () => {}, err: () => {} };
    (await load())(command, screen, { exitCode: 0 }, async () => {});
    if (!command.options.some(({ long }) => long === "--json")) none.push(name);
  }
  // These write files and say which, or print JSON anyway.
  expect(none).toEqual(["report", "new", "import", "export", "schema"]);
});

it("a run whose results are Parquet is made again to the last byte", async () => {
  const folder = join(place, "parquet");
  await cadre("run", system, "--out", folder, "--no-charts", "--no-effects", "--format", "parquet");
  expect(readFileSync(join(folder, "results.parquet")).toString("latin1")).toMatch(/^PAR1.*PAR1$/s);
  const { exitCode, out } = await cadre("reproduce", folder);
  expect({ exitCode, out }).toEqual({ exitCode: 0, out: expect.stringContaining("byte for byte") });
});
