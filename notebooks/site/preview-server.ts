import { join } from "node:path";
import { createServer, type ViteDevServer } from "vite";
import { NOTEBOOKS } from "./pages.ts";
import { settings } from "./settings.ts";

/** Shows the notebooks on this computer only; a page loads again when its notebook, the library or the data changes. */
export async function startPreview(): Promise<ViteDevServer> {
  const server = await createServer({
    ...settings("preview", ({ message }) => console.error(message)),
    server: { host: "127.0.0.1", fs: { allow: [join(NOTEBOOKS, "..")] } },
    // Found beforehand rather than while a page loads, which would load it twice.
    optimizeDeps: {
      noDiscovery: true,
      include: [
        ...["d3-dsv", "mathjs/number", "seedrandom", "yaml", "zod"].map((name) => `cadre > ${name}`),
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
