import { createRequire } from "node:module";
import { join } from "node:path";
import { colourVariables } from "@cadre/charts";
import { config, observable } from "@observablehq/notebook-kit/vite";
import type { CadreError } from "cadre";
import { defaultClientConditions, type InlineConfig, type Plugin } from "vite";
import { offlineNotebooks } from "./offline.ts";
import { NOTEBOOKS } from "./pages.ts";
import { placeFiles } from "./place-files.ts";
import { type Shown, withPolicy } from "./policy.ts";
import { withoutDescriptions } from "./without-descriptions.ts";

/**
 * How Vite is to treat the notebooks, in the preview and in the site alike. `tell` hears of every planner's file with an
 * error, which stops nothing but what needs that file.
 */
export function settings(shown: Shown, tell: (error: CadreError) => void): InlineConfig {
  const kit: InlineConfig = config();
  const aliases = Array.isArray(kit.resolve?.alias) ? kit.resolve.alias : [];
  return {
    ...kit,
    configFile: false,
    root: NOTEBOOKS,
    base: shown === "preview" ? "/" : "./",
    logLevel: shown === "preview" ? "info" : "warn",
    // Without the kit's alias that sends `npm:` imports to a public server; vite is about to drop its kind, too.
    resolve: {
      // Pages look for plans without the solver, which is 3.5 MB.
      alias: [
        ...aliases.filter((alias) => !("customResolver" in alias)),
        ...(shown === "preview" ? [] : LEFT_OUT),
        { find: /^highs$/, replacement: join(NOTEBOOKS, "site/not-bundled.ts") },
        {
          find: /^vega-(force|hierarchy|label|regression|voronoi|wordcloud|crossfilter)$/,
          replacement: join(NOTEBOOKS, "site/not-drawn.ts"),
        },
      ],
      conditions: ["source", ...defaultClientConditions],
    },
    plugins: [
      observable({
        template: join(NOTEBOOKS, "site/page.html"),
        transformTemplate: (template: string, { path }: { path: string }) =>
          withPolicy(
            withColours(path.endsWith("/index.html") ? template.replace(/<nav[\s\S]*?<\/nav>/, "") : template),
            shown,
          ),
      }),
      offlineNotebooks(),
      placeFiles(tell),
      checkedInWorker,
      withoutDescriptions(),
    ],
    // A page opened from a disk may not start a worker that is a module, so the workers of all pages are none.
    worker: { format: shown === "preview" ? "es" : "iife", plugins: () => [withoutDescriptions()] },
  };
}

/** Only what pages load is meant: workers are bundled without the plugins of pages, and check what they read. */
const checkedInWorker: Plugin = {
  name: "checked-in-worker",
  apply: "build",
  enforce: "pre",
  resolveId: (source) =>
    /\/check-as-file\.ts$/.test(source) ? join(NOTEBOOKS, "site/checked-in-worker.ts") : undefined,
};

/** The generator belongs to the library, not to the notebooks. */
const ALEA = createRequire(join(NOTEBOOKS, "../packages/cadre/package.json")).resolve("seedrandom/lib/alea.js");

/** What the site leaves out of the library: generators that no draw comes from, and Sobol sequences, which are for analysts. */
const LEFT_OUT = [
  { find: /^seedrandom$/, replacement: join(NOTEBOOKS, "site/only-alea.js") },
  { find: /^seedrandom\/lib\/alea\.js$/, replacement: ALEA },
  { find: /^\.\/joe-kuo\.ts$/, replacement: join(NOTEBOOKS, "site/no-sobol.ts") },
];

/** Pages have the colours of their charts, as custom properties of their style. */
const withColours = (template: string): string => template.replace("</style>", `  ${colourVariables()}\n    </style>`);
