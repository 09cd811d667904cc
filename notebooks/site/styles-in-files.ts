import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** Moves the styles of built pages into files of their own, where a strict content policy allows them. */
export function stylesInFiles(): Plugin {
  return {
    name: "styles-in-files",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const page of Object.values(bundle)) {
          if (page.type !== "asset" || !page.fileName.endsWith(".html")) continue;
          page.source = String(page.source).replace(/<style[^>]*>([\s\S]*?)<\/style>/g, (_whole, style: string) => {
            const fileName = `assets/page-${createHash("sha256").update(style).digest("hex").slice(0, 8)}.css`;
            if (!(fileName in bundle)) this.emitFile({ type: "asset", fileName, source: style });
            return `<link rel="stylesheet" href="./${fileName}">`;
          });
        }
      },
    },
  };
}
