import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { config, observable } from "@observablehq/notebook-kit/vite";
import { build, createServer, defaultClientConditions, type InlineConfig, type Plugin, type ViteDevServer } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { offlineNotebooks } from "./offline.ts";
import { type Place, withPolicy } from "./policy.ts";
import { stylesInFiles } from "./styles-in-files.ts";
import { systemFiles } from "./system-file.ts";

export const NOTEBOOKS = fileURLToPath(new URL("..", import.meta.url));

/** Every notebook by its file name, the list of them first. */
export function notebookFiles(): string[] {
  const files = readdirSync(NOTEBOOKS).filter((name) => name.endsWith(".html"));
  return ["index.html", ...files.filter((name) => name !== "index.html").sort()];
}

/** Builds the static site: the list and every notebook, with one set of scripts for all. */
export async function buildSite(out: string): Promise<void> {
  const { plugins = [], ...rest } = settings("site");
  await build({
    ...rest,
    plugins: [...plugins, stylesInFiles()],
    build: {
      ...output(out),
      emptyOutDir: true,
      rolldownOptions: { input: notebookFiles().map((name) => join(NOTEBOOKS, name)) },
    },
  });
}

/** Builds one notebook as one file that opens without a server. */
export async function buildOneFile(name: string, out: string): Promise<void> {
  const { plugins = [], ...rest } = settings("one-file");
  await build({
    ...rest,
    plugins: [inlineWorkers(), ...plugins, viteSingleFile({ removeViteModuleLoader: true })],
    build: { ...output(out), emptyOutDir: false, rolldownOptions: { input: join(NOTEBOOKS, name) } },
  });
}

/** Shows the notebooks on this computer only; a page loads again when its notebook, the library or the data changes. */
export async function preview(): Promise<ViteDevServer> {
  const server = await createServer({
    ...settings("preview"),
    server: { host: "127.0.0.1", fs: { allow: [join(NOTEBOOKS, "..")] } },
    // Found beforehand rather than while a page loads, which would load it twice.
    optimizeDeps: {
      noDiscovery: true,
      include: [
        "htl",
        "vega",
        "vega-interpreter",
        "vega-lite",
        "@observablehq/notebook-kit > @observablehq/inspector",
        "@observablehq/notebook-kit > @observablehq/runtime",
        "@observablehq/notebook-kit > markdown-it",
        "@observablehq/notebook-kit > markdown-it-anchor",
        "@observablehq/notebook-kit > @sindresorhus/slugify",
      ],
    },
  });
  return server.listen();
}

function settings(place: Place): InlineConfig {
  const kit: InlineConfig = config();
  const aliases = Array.isArray(kit.resolve?.alias) ? kit.resolve.alias : [];
  return {
    ...kit,
    configFile: false,
    root: NOTEBOOKS,
    base: place === "preview" ? "/" : "./",
    logLevel: place === "preview" ? "info" : "warn",
    // Without the kit's alias that sends `npm:` imports to a public server; vite is about to drop its kind, too.
    resolve: {
      alias: aliases.filter((alias) => !("customResolver" in alias)),
      conditions: ["source", ...defaultClientConditions],
    },
    plugins: [
      observable({
        template: join(NOTEBOOKS, "lib/page.html"),
        transformTemplate: (template: string) => withPolicy(template, place),
      }),
      offlineNotebooks(),
      systemFiles(),
    ],
    // Opened from a disk, a page may not start a worker that is a module.
    worker: { format: place === "one-file" ? "iife" : "es" },
  };
}

function output(out: string) {
  return {
    target: "es2022",
    outDir: resolve(out),
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
  };
}

/** A page of one file carries its worker in itself. */
function inlineWorkers(): Plugin {
  return {
    name: "inline-workers",
    enforce: "pre",
    resolveId(source, importer) {
      return source.endsWith("?worker") ? this.resolve(`${source}&inline`, importer, { skipSelf: true }) : undefined;
    },
  };
}
