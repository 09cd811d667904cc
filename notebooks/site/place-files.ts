import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { CadreError } from "cadre";
import type { Plugin } from "vite";
import { moduleOf } from "./place-modules.ts";

/** The folder that holds `scenarios` and `data`. */
const PROJECT = resolve(fileURLToPath(new URL("../..", import.meta.url)));

/**
 * What a notebook may import of the files that planners write, as plain data read when the page is built:
 *
 * - `../scenarios/cumbria`: a `Place`, the system with its tables and schedules, and every scenario of the folder by its
 *   id, complete in itself;
 * - `../scenarios`: every place as `{ id, title, load }`, where `load` fetches the same;
 * - `../data/interventions`: the catalogue, each entry with the sources it names;
 * - `../data/texts`: the texts of schedules, tables and funding rules by path, for a system that is read in the page.
 *
 * A mistake in a file stops nothing but what needs that file: the page shows it there, with its line and column, and
 * `tell` hears of it. In the preview an edit of a file is seen at once.
 */
export function placeFiles(tell: (error: CadreError) => void): Plugin {
  return {
    name: "place-files",
    enforce: "pre",
    resolveId(source, importer) {
      const wanted = /^(?:\.\.\/)+(scenarios(?:\/[a-z0-9-]+)?|data\/interventions|data\/texts)$/.exec(source)?.[1];
      // Notebooks and what they import lie in this project; the same words in a package, as in
      // `cadre/scenarios`, mean something else.
      // The list of places imports each of them.
      const asked = importer?.includes("/notebooks/") || importer?.startsWith("\0files:");
      return wanted && asked ? `\0files:${wanted}` : undefined;
    },
    load(id) {
      const wanted = /^\0files:(.*)$/.exec(id)?.[1];
      if (wanted === undefined) return undefined;
      const read = (path: string): string => {
        this.addWatchFile(path);
        return readFileSync(path, "utf8");
      };
      return { code: moduleOf(wanted, { project: PROJECT, read, tell }), map: null };
    },
  };
}
