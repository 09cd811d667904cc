import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "cadre";
import { givenRecord } from "cadre/results";
import { columnsCsv } from "cadre/tables";

/** What the recomputation said of some runs: `code` is 0 when every number agrees to 1e-9. */
export interface Recomputed {
  readonly code: number;
  readonly text: string;
}

/** A given.json and the results.csv that it is to come to. */
export interface Files {
  readonly given: string;
  readonly results: string;
}

/** Writes what a run was given and what it came to. */
export function filesOf(result: Result, folder: string, name: string): Files {
  const files = { given: join(folder, `${name}.given.json`), results: join(folder, `${name}.csv`) };
  writeFileSync(files.given, JSON.stringify(givenRecord(result)));
  writeFileSync(files.results, columnsCsv([result.rows()]));
  return files;
}

/** Works runs out again in Python from what they were given, and compares every number. */
export function recomputed(files: readonly Files[], python = "tests/reference/behaviour.py"): Recomputed {
  const given = files.map((one) => one.given);
  const results = files.map((one) => one.results);
  const ran = spawnSync("python3", [python, ...given, "--against", ...results], { encoding: "utf8", maxBuffer: 1e8 });
  return { code: ran.status ?? 2, text: `${ran.stdout}${ran.stderr}` };
}
