import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CadreError } from "cadre";
import { expect, it } from "vitest";
import { moduleOf, placeFolders } from "./place-modules.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SYSTEM = `cadre: 1
id: west
title: West
calendar: { base: 2020-03-31, until: 2022-03-31 }
axes: { age: none, tenure: 4 }
pools:
  homes:
    title: Homes
    employer: Homes
    sector: social-care
    role: carer
    headcount: 100
    fte: 1
    vacancyRate: 10%
    leaving: { rate: 20%, kind: leavers-per-average-headcount, scope: employer }
    recruitment: { mode: replace }
`;
const PLAN = `cadre: 1
id: plan
title: Plan
system: ./system.yaml
assumptions: [ { parameter: leaving.rate, multiply: 0.9 } ]
`;

/** A project with these places, and a catalogue of one entry that can be read and one that cannot. */
function project(places: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const folder = mkdtempSync(join(tmpdir(), "cadre-places-"));
  for (const [place, texts] of Object.entries(places)) {
    mkdirSync(join(folder, "scenarios", place), { recursive: true });
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, "scenarios", place, name), text);
  }
  mkdirSync(join(folder, "data/interventions"), { recursive: true });
  cpSync(join(ROOT, "data/interventions/better-terms.yaml"), join(folder, "data/interventions/better-terms.yaml"));
  writeFileSync(join(folder, "data/interventions/broken.yaml"), "cadre: 1\nid: broken\ntitel: Broken\n");
  const told: CadreError[] = [];
  const read = (path: string) => readFileSync(path, "utf8");
  const made = (wanted: string) => moduleOf(wanted, { project: folder, read, tell: (error) => told.push(error) });
  return { folder, told, made };
}

/** What a module parses. */
const dataOf = (code: string) => JSON.parse(JSON.parse(/JSON\.parse\((".*")\)/.exec(code)?.[1] ?? '"{}"'));

it("has each place stand alone: a file with an error stops only what needs it, and is told", () => {
  const { folder, made, told } = project({
    alone: { "system.yaml": SYSTEM },
    bad: { "system.yaml": SYSTEM.replace("fte: 1", "ftee: 1"), "plan.yaml": PLAN },
    west: { "system.yaml": SYSTEM, "plan.yaml": PLAN, "worse.yaml": PLAN.replace("multiply", "multipli") },
  });
  expect(placeFolders(folder)).toEqual(["alone", "bad", "west"]);
  expect(made("scenarios")).toContain('title: "bad (its file has an error)"');
  const west = dataOf(made("scenarios/west"));
  expect(Object.keys(west.scenarios)).toEqual(["plan"]);
  expect(west.faults.worse).toMatch(/^scenarios\/west\/worse\.yaml:5:\d+/);
  expect(dataOf(made("scenarios/alone"))).toMatchObject({ system: { title: "West" }, scenarios: {}, faults: {} });
  expect(made("scenarios/bad")).toMatch(/export default faultyPlace\("scenarios\/bad\/system\.yaml:\d+:\d+/);
  expect(new Set(told.map(({ file }) => file))).toEqual(
    new Set(["scenarios/bad/system.yaml", "scenarios/west/worse.yaml"]),
  );
});

it("leaves entries with an error out of the catalogue and says what is wrong", () => {
  const { made, told } = project({ alone: { "system.yaml": SYSTEM } });
  const { entries, faults } = dataOf(made("data/interventions"));
  expect(entries.map(({ id }: { id: string }) => id)).toEqual(["better-terms"]);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/^data\/interventions\/broken\.yaml/);
  expect(told).toHaveLength(1);
});
