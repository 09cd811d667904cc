import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { checkPath } from "../error/argument.ts";
import { parseIntervention } from "../scenario/parse.ts";
import type { Intervention } from "../scenario/schema/intervention.ts";
import { LARGEST_FILE } from "../system/document-limits.ts";
import { readText } from "./read-text.ts";

/**
 * Reads the catalogue of interventions of a project folder (its `data/interventions`), in the order of their ids.
 *
 * @example
 * ```ts
 * import { readCatalogue } from "cadre/node";
 * (await readCatalogue(".")).filter(({ evidence }) => (evidence?.level ?? 0) >= 2).map(({ id }) => id);
 * ```
 */
export async function readCatalogue(folder: string): Promise<Intervention[]> {
  checkPath(folder);
  const where = join(folder, "data", "interventions");
  if (!existsSync(where)) return [];
  return readdirSync(where)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => {
      const path = join(where, name);
      return parseIntervention(readText(path, path, LARGEST_FILE).text, { file: path }).intervention;
    });
}
