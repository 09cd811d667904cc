import { resolve } from "node:path";
import { type PlanFile, parsePlan } from "../decide/plan-file.ts";
import { checkPath } from "../error/argument.ts";
import { LARGEST_FILE } from "../system/document-limits.ts";
import type { System } from "../system/types.ts";
import { systemNamed } from "./project-folder.ts";
import { withFilesBeside } from "./project-reader.ts";
import { readSystem } from "./read-system.ts";
import { readText } from "./read-text.ts";

/**
 * Reads a plan file with its system, the catalogue entries it names and the scenario that is done anyway. Throws a
 * `CadreError` with file, line, column, value, rule and what to do.
 *
 * @example
 * ```ts
 * import { portfolio } from "cadre/decide";
 * import { readPlan } from "cadre/node";
 * const { system, plan } = await readPlan("scenarios/cumbria/plans/care-shortage.yaml");
 * (await portfolio(system, plan.question)).kind; // "plan"
 * ```
 */
export async function readPlan(path: string): Promise<{ plan: PlanFile; system: System }> {
  checkPath(path);
  const file = resolve(path);
  const { text } = readText(file, path, LARGEST_FILE);
  const plan = withFilesBeside(path, (files) => parsePlan(text, { file: path, files }));
  return { plan, system: await readSystem(systemNamed(text, path, plan.system)) };
}
