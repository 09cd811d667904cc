import { join, resolve } from "node:path";
import { build } from "vite";
import { NOTEBOOKS, notebookFiles } from "./pages.ts";
import { preloads } from "./preloads.ts";
import { settings } from "./settings.ts";
import { stylesInFiles } from "./styles-in-files.ts";

/** Builds the static site: the list and every notebook, with one set of scripts for all. */
export async function buildSite(out: string): Promise<void> {
  const { plugins = [], ...rest } = settings("site");
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
}
