// How the commands of this repository are built from their sources: what a command does not need stays in a file of its own.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** Packages that read files of their own, and so have to stay where they are. */
const WHERE_THEY_ARE = /^(@resvg\/resvg-js|highs|pdfkit)$/;

/** Looks for a thread beside the build; every other source looks for packages and fonts beside itself. */
const BESIDE_THE_BUILD = /node-thread\.ts$/;

export async function bundle(root, outdir) {
  const cli = join(root, "packages", "cli", "src");
  await build({
    entryPoints: {
      cadre: join(cli, "cadre.ts"),
      start: join(cli, "start.ts"),
      "draw-thread": join(root, "packages", "cadre", "src", "node", "draw-thread.ts"),
      "effects-thread": join(root, "packages", "cadre", "src", "node", "effects-thread.ts"),
    },
    outdir,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["source"],
    logLevel: "silent",
    // Packages that are not modules ask for Node's own by `require`.
    banner: { js: 'import { createRequire as need } from "node:module"; const require = need(import.meta.url);' },
    plugins: [{ name: "where-it-is", setup: whereItIs }],
  });
}

function whereItIs(plugin) {
  plugin.onResolve({ filter: WHERE_THEY_ARE }, async ({ path, pluginData, ...from }) => {
    // Asked again from here, it is answered by esbuild itself.
    if (pluginData === "answered") return undefined;
    const found = await plugin.resolve(path, { ...from, pluginData: "answered" });
    return found.errors.length > 0 ? found : { path: pathToFileURL(found.path).href, external: true };
  });
  plugin.onLoad({ filter: /packages[\\/][^\\/]+[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
    const text = readFileSync(path, "utf8");
    if (!text.includes("import.meta.url") || BESIDE_THE_BUILD.test(path)) return undefined;
    const here = JSON.stringify(pathToFileURL(path).href);
    return { contents: text.replaceAll("import.meta.url", here), loader: "ts" };
  });
}
