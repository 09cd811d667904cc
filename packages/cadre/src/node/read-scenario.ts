import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { checkPath } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { parseScenario } from "../scenario/parse.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { readDocument } from "../system/document.ts";
import { LARGEST_FILE } from "../system/document-limits.ts";
import { isRecord } from "../system/field/problem.ts";
import type { FileReader } from "../system/files.ts";
import type { System } from "../system/types.ts";
import { projectFolder, systemNamed } from "./project-folder.ts";
import { withFilesBeside } from "./project-reader.ts";
import { readSystem } from "./read-system.ts";
import { readText } from "./read-text.ts";

/**
 * Reads a scenario from its file, with the catalogue entries it uses and the scenario it extends. The path of its
 * system is made relative to where it was read from, so that `readSystem` can take it as it is.
 *
 * Throws a `CadreError` with file, line, column, value, rule and what to do. Format: docs/guide/scenarios.md.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readScenario, readSystem } from "cadre/node";
 * const tried = await readScenario("scenarios/north-west-academies/no-academies.yaml");
 * run(await readSystem(tried.system ?? ""), tried).id; // "no-academies"
 * ```
 */
export async function readScenario(path: string): Promise<Scenario> {
  checkPath(path);
  return (await readWithInputs(path)).scenario;
}

/** A file that went into a run, by its path from the working folder. */
export interface InputFile {
  readonly path: string;
  readonly sha256?: string;
}

/**
 * Reads what a file says to run: a system, or a scenario (a file that names its `system`) with the system it is about.
 * `inputs` are all the files that were read, with the hash of each.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystemOrScenario } from "cadre/node";
 * const { system, scenario } = await readSystemOrScenario("scenarios/cumbria/system.yaml");
 * run(system, scenario).id; // "do-nothing"
 * ```
 */
export async function readSystemOrScenario(
  path: string,
): Promise<{ system: System; scenario?: Scenario; inputs: InputFile[] }> {
  checkPath(path);
  const { text } = readText(resolve(path), path, LARGEST_FILE);
  const { content } = readDocument(text, path);
  const has = (key: string) => isRecord(content) && key in content;
  if (!has("system") && !has("pools") && PARTS.some(has)) throw withoutSystem(path);
  if (!has("system") || has("pools")) {
    const system = await readSystem(path);
    return { system, inputs: inputsOf(system, path) };
  }
  const { scenario, inputs } = await readWithInputs(path);
  const own = scenario.system ?? path;
  const system = await readSystem(own);
  return { system, scenario, inputs: [...inputs, ...inputsOf(system, own)] };
}

/** What only a scenario has. */
const PARTS = ["interventions", "assumptions", "extends"];

const withoutSystem = (file: string): CadreError =>
  new CadreError({
    ...{ code: "scenario-without-system", file, line: 1, column: 1, path: "system" },
    message: "This scenario does not say which system it is about.",
    value: "(nothing)",
    rule: "A scenario that is run names the file of its system.",
    fix: "Add the line system: ./system.yaml",
  });

async function readWithInputs(path: string): Promise<{ scenario: Scenario; inputs: InputFile[] }> {
  const file = resolve(path);
  const { text, sha256 } = readText(file, path, LARGEST_FILE);
  const inputs: InputFile[] = [{ path, sha256 }];
  const scenario = withFilesBeside(path, (read) => {
    const files: FileReader = (name, from) => {
      const found = read(name, from);
      const at = join(from === "project" ? relative(process.cwd(), projectFolder(file)) : dirname(path), name);
      if (found) inputs.push({ path: at, ...(found.sha256 && { sha256: found.sha256 }) });
      return found;
    };
    return parseScenario(text, { file: path, files: Object.assign(files, { names: read.names }) });
  });
  const own = Object.freeze({ ...scenario, system: systemNamed(text, path, scenario.system ?? "system.yaml") });
  return { scenario: own, inputs };
}

/** A table is named relative to its system file, a schedule relative to the project folder. */
function inputsOf(system: System, path: string): InputFile[] {
  const root = relative(process.cwd(), projectFolder(path));
  return system.origin.inputs.map(({ path: name, ...rest }) => {
    if (resolve(name) === resolve(path)) return { path: name, ...rest };
    const beside = join(dirname(path), name);
    return { path: existsSync(beside) ? beside : join(root, name), ...rest };
  });
}
