import { join, resolve } from "node:path";
import { build } from "vite";
import { NOTEBOOKS, notebookFiles } from "./pages.ts";
import { preloads } from "./preloads.ts";
import { settings } from "./settings.ts";
import { stylesInFiles } from "./styles-in-files.ts";

/**
 * Builds the static site: the list and every notebook, with one set of scripts for all. Gives what is wrong with files that
 * planners wrote; the pages that need such a file show it, all others are whole.
 */
export async function buildSite(out: string): Promise<string[]> {
  const faults = new Set<string>();
  const { plugins = [], ...rest } = settings("site", ({ message }) => faults.add(message));
  await build({
    ...rest,
    plugins: [...plugins, stylesInFiles(), preloads()],
    build: {
      target: "es2022",
      outDir: resolve(out),
      emptyOutDir: true,
      chunkSizeWarningLimit: 2000,
      modulePreload: false,
      rolldownOptions: { input: notebookFiles().map((name) => join(NOTEBOOKS, name)) },
    },
  });
  return [...faults];
}
