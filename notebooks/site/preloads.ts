import type { Plugin, Rolldown } from "vite";

/**
 * Names in a page the scripts that its cells import, so that a browser fetches them at once rather than one after the
 * other as it comes upon them.
 */
export function preloads(): Plugin {
  return {
    name: "preloads",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const page of Object.values(bundle)) {
          if (page.type !== "asset" || !page.fileName.endsWith(".html")) continue;
          const entry = Object.values(bundle).find(
            (one) => one.type === "chunk" && one.facadeModuleId?.endsWith(`/${page.fileName}`),
          );
          if (entry?.type !== "chunk") continue;
          const links = [...neededBy(entry, bundle)].map((file) => `<link rel="modulepreload" href="./${file}">`);
          page.source = String(page.source).replace("</head>", `${links.join("\n")}\n</head>`);
        }
      },
    },
  };
}

/** What a page's script imports at once or in a cell, and what those import. */
function neededBy(entry: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): Set<string> {
  const needed = new Set<string>();
  const add = (file: string): void => {
    const chunk = bundle[file];
    if (needed.has(file) || chunk?.type !== "chunk") return;
    needed.add(file);
    for (const further of chunk.imports) add(further);
  };
  for (const file of [...entry.imports, ...entry.dynamicImports]) add(file);
  return needed;
}
