import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CadreError } from "../error/cadre-error.ts";
import { readScenario } from "./read-scenario.ts";
import { readSystem } from "./read-system.ts";

const folder = mkdtempSync(join(tmpdir(), "cadre-named-"));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const SYSTEM = `cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: 2026-03-31 }
axes: { age: none }
population: { table: people.csv }
pools:
  carers:
    { title: Carers, employer: Us, sector: care, headcount: 100, leaving: { rate: 20%, kind: hazard, scope: employer } }
`;
const scenario = (id: string, more: string): string =>
  write(`${id}.yaml`, `cadre: 1\nid: ${id}\ntitle: A scenario\nsystem: ./system.yaml\n${more}\n`);
mkdirSync(join(folder, "data", "interventions"), { recursive: true });
write("system.yaml", SYSTEM);
write("people.csv", "place,year,age,people,people\nTown,2020,0+,100,100\n");
write("data/interventions/rota-choice.yaml", "cadre: 1\nid: rota-choice\n");
scenario("late", "");
scenario("broken", "assumptions: [{ parameter: leaving.rate, multply: 0.9 }]");

async function errorOf(work: Promise<unknown>): Promise<CadreError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof CadreError) return error;
  throw new Error("nothing was wrong", { cause: error });
}

test.each([
  ["./late.yaml", "Write late."],
  ["late.yml", "Write late."],
  ["Late Plan", "Write late-plan."],
])("where a scenario's id is wanted, %s is told what to write instead", async (given, fix) => {
  const error = await errorOf(readScenario(scenario("child", `extends: "${given}"`)));
  expect([error.path, error.value, error.fix]).toEqual(["extends", given, fix]);
});

test("a name of no file is offered the one it was meant for", async () => {
  const parent = await errorOf(readScenario(scenario("child", "extends: lat")));
  expect([parent.code, parent.didYouMean]).toEqual(["unknown-scenario", "late"]);
  const entry = await errorOf(readScenario(scenario("child", "interventions: [{ use: rota-choise }]")));
  expect([entry.code, entry.didYouMean]).toEqual(["unknown-intervention", "rota-choice"]);
});

test("a scenario that extends a system is told that it is none", async () => {
  const error = await errorOf(readScenario(scenario("child", "extends: system")));
  expect([error.code, error.file, error.line]).toEqual(["not-a-scenario", join(folder, "system.yaml"), 7]);
});

test("an error in a file that another names says where it lies from the working folder", async () => {
  const parent = await errorOf(readScenario(scenario("child", "extends: broken")));
  expect([parent.file, parent.didYouMean]).toEqual([join(folder, "broken.yaml"), "multiply"]);
  expect(parent.message.startsWith(`${join(folder, "broken.yaml")}:5:`)).toBe(true);
  const table = await errorOf(readSystem(join(folder, "system.yaml")));
  expect([table.file, table.line]).toEqual([join(folder, "people.csv"), 1]);
});
