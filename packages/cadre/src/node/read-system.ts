import { resolve } from "node:path";
import { checkPath } from "../error/argument.ts";
import { LARGEST_FILE } from "../system/document-limits.ts";
import { parseSystem } from "../system/parse.ts";
import type { System } from "../system/types.ts";
import { withFilesBeside } from "./project-reader.ts";
import { readText } from "./read-text.ts";

/**
 * Reads a system from its file, with the tables and schedules it names, and returns it as plain frozen data. Files
 * are looked for only within the project folder: the nearest folder above the system file that holds a `data` folder,
 * or else the file's own folder.
 *
 * Throws a `CadreError` with file, line, column, value, rule and what to do.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * run(cumbria).at({ measure: "headcount", year: 2019 }); // 33452
 * ```
 */
export async function readSystem(path: string): Promise<System> {
  checkPath(path);
  const file = resolve(path);
  const { text, sha256 } = readText(file, path, LARGEST_FILE);
  const system = withFilesBeside(path, (files) => parseSystem(text, { file: path, files }));
  return Object.freeze({
    ...system,
    origin: Object.freeze({ ...system.origin, inputs: [{ path, sha256 }, ...system.origin.inputs] }),
  });
}
