import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { type CheckOutcome, type InputEffect, runChecks } from "cadre";
import { type Assurance, type AssuranceFile, assurance, changedEffect } from "cadre/assure";
import { type InputFile, projectFolder, readAssurance, readChecks, readKeptRecords } from "cadre/node";
import { fingerprint } from "./fingerprint.ts";
import type { PlaceRuns } from "./place-scenarios.ts";

const FILE = "assurance.yaml";
const CHECKS = "checks.yaml";

/** The assurance file beside a system; nothing where there is none. */
export async function assuranceBeside(system: string): Promise<AssuranceFile | undefined> {
  const path = join(dirname(system), FILE);
  return existsSync(path) ? readAssurance(path) : undefined;
}

/** What a record reads besides the runs. */
export const assuranceInputs = (system: string, file: AssuranceFile | undefined): InputFile[] => {
  const kept = (file?.signed ?? []).flatMap(({ record }) => record ?? []);
  return [...new Set([FILE, CHECKS, ...kept])]
    .map((name) => ({ path: join(dirname(system), name) }))
    .filter(({ path }) => existsSync(path));
};

/** The assurance record of a place's runs. Its mark is of the inputs and results, and not of the record itself. */
export async function assuranceOfRuns(
  { system, file: systemFile, results, inputs: read }: PlaceRuns,
  said: {
    readonly file: AssuranceFile | undefined;
    readonly on: string;
    readonly effects: readonly InputEffect[];
    /** Whether to find out what acting on each of the first inputs does, which takes some runs. */
    readonly acting: boolean;
  },
): Promise<Assurance> {
  const { file, on, effects, acting } = said;
  const inputs = insideProject(systemFile, read);
  const kept = file && (await readKeptRecords(file));
  const checks = await checked(systemFile, results);
  const { scenario } = (results[1] ?? results[0]).data.resolved;
  return assurance({
    results,
    ...(file && { file }),
    mark: markOf(results, inputs),
    on,
    miscounted: effects,
    changed: (parameter) => (acting ? changedEffect(system, scenario, parameter) : undefined),
    ...(checks && { checks }),
    ...(kept && { kept }),
    inputs,
  });
}

/** Files by their path in the project, each once: the same on every machine. */
function insideProject(systemFile: string, files: readonly InputFile[]): InputFile[] {
  const root = projectFolder(systemFile);
  const inside = (path: string) => relative(root, resolve(path)).split(sep).join("/");
  return [...new Map(files.map((file) => [inside(file.path), { ...file, path: inside(file.path) }])).values()];
}

/** Digits that every version of Node agrees on. */
const SAME_EVERYWHERE = 10;

/** Stands for every input and every number of the results: when one of them changes, so does the mark. */
function markOf(results: PlaceRuns["results"], inputs: readonly InputFile[]): string {
  const read = inputs.map(({ path, sha256 }) => `${path} ${sha256}`).sort();
  const numbers = results.map((result) => [
    result.id,
    Array.from(result.rows().value, (value) =>
      value === undefined ? null : Number(value.toPrecision(SAME_EVERYWHERE)),
    ),
  ]);
  return fingerprint(JSON.stringify([read, numbers]));
}

/** The statements of the place that are about the scenarios at hand, held against them. */
async function checked(systemFile: string, results: PlaceRuns["results"]): Promise<CheckOutcome[] | undefined> {
  const path = join(dirname(systemFile), CHECKS);
  if (!existsSync(path)) return undefined;
  const checks = await readChecks(path);
  const known = new Set(results.map(({ id }) => id));
  return runChecks({ ...checks, checks: checks.checks.filter(({ scenario }) => known.has(scenario)) }, results);
}
