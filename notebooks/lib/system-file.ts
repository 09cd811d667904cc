import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { CadreError, parseSystem } from "cadre";
import type { Plugin } from "vite";

/** The folder that holds `scenarios` and `data`. */
const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * `import cumbria from "../scenarios/cumbria/system.yaml"` gives a notebook the system as plain data, with its tables
 * and schedules read. A mistake in the file stops the build with its line and column; the preview shows it in the
 * page, where an edit of the file, or of a table it names, is seen at once.
 */
export function systemFiles(): Plugin {
  let previewing = false;
  return {
    name: "system-files",
    configResolved({ command }) {
      previewing = command === "serve";
    },
    load(id) {
      const file = id.replace(/\?.*$/, "");
      if (!/[\\/]system\.yaml$/.test(file)) return undefined;
      const read = (path: string, from: "system" | "project") => {
        const wanted = resolve(from === "project" ? PROJECT : dirname(file), path);
        if (!wanted.startsWith(PROJECT) || !existsSync(wanted)) return undefined;
        this.addWatchFile(wanted);
        return { text: readFileSync(wanted, "utf8") };
      };
      // The preview watches only its own folder by itself.
      this.addWatchFile(file);
      const shown = relative(PROJECT, file).split(sep).join("/");
      try {
        const system = parseSystem(readFileSync(file, "utf8"), { file: shown, files: read });
        // As a text to parse, data loads faster than as code.
        return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(system))});`, map: null };
      } catch (error) {
        if (!previewing || !(error instanceof CadreError)) throw error;
        return { code: `throw new Error(${JSON.stringify(error.message)}); export default {};`, map: null };
      }
    },
  };
}
