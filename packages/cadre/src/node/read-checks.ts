import { resolve } from "node:path";
import type { Checks } from "../against/checks-file.ts";
import { parseChecks } from "../against/parse-checks.ts";
import { checkPath } from "../error/argument.ts";
import { LARGEST_FILE } from "../system/document-limits.ts";
import { systemNamed } from "./project-folder.ts";
import { readText } from "./read-text.ts";

/**
 * Reads the statements of a checks file. The path of the system they are about is made relative to where it was read
 * from, so that `readSystem` can take it as it is.
 *
 * @example
 * ```ts
 * import { readChecks } from "cadre/node";
 * (await readChecks("scenarios/cumbria/checks.yaml")).system; // "scenarios/cumbria/system.yaml"
 * ```
 */
export async function readChecks(path: string): Promise<Checks> {
  checkPath(path);
  const { text } = readText(resolve(path), path, LARGEST_FILE);
  const checks = parseChecks(text, { file: path });
  return { ...checks, system: systemNamed(text, path, checks.system) };
}
