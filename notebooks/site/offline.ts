import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const REMOTE = /(["'`])(https:\/\/(?:cdn\.jsdelivr\.net|esm\.sh|api\.observablehq\.com)\/[^"'`]+)\1/g;
const JSDELIVR = /^https:\/\/cdn\.jsdelivr\.net\/npm\/((?:@[^/]+\/)?[^@/]+)(?:@[^/]+)?(\/.*)?$/;
const LEFT = /https:\/\/(?:cdn\.jsdelivr\.net|esm\.sh|unpkg\.com|api\.observablehq\.com)\/[^"'`)\s]*/;

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * Lets notebooks be shown and built without a network. Notebook Kit takes its standard library from a public server
 * when a page is viewed; here it comes from this folder, a cell's `npm:name` means an installed package, and a page
 * that would still fetch from elsewhere is not built.
 */
export function offlineNotebooks(): Plugin {
  const manifest = JSON.parse(readFileSync(beside("../package.json"), "utf8"));
  const installed = new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }));
  return {
    name: "offline-notebooks",
    enforce: "pre",
    resolveId(source) {
      // pnpm keeps packages apart, so whatever file asks, the notebooks' own packages are meant.
      const name = /^offline:(.*)/.exec(source)?.[1];
      return name === undefined ? undefined : this.resolve(name, beside("stdlib.ts"), { skipSelf: true });
    },
    transform(code, id) {
      const file = id.replaceAll("\\", "/");
      if (file.includes("notebook-kit/dist/src/runtime/stdlib/recommendedLibraries.js"))
        return { code: `export * from ${JSON.stringify(beside("stdlib.ts"))};`, map: null };
      if (file.includes("notebook-kit/dist/src/runtime/stdlib/sampleDatasets.js"))
        return { code: "export {};", map: null };
      const inKit = file.includes("notebook-kit/dist/");
      if (!inKit && !file.includes(".html?html-proxy")) return undefined;
      let changed = false;
      const local = code.replace(REMOTE, (_whole, quote: string, address: string) => {
        changed = true;
        const [, name = "", path = ""] = JSDELIVR.exec(address) ?? [];
        if (installed.has(name)) return `${quote}offline:${name}${path.replace(/\/\+esm$/, "")}${quote}`;
        if (inKit) return JSON.stringify(beside("not-bundled.ts"));
        return this.error(
          `${file.replace(/\?.*/, "")} would fetch ${address} from the network. Add ${name || "it"} to notebooks/package.json.`,
        );
      });
      return changed ? { code: local, map: null } : undefined;
    },
    generateBundle(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        const text = file.type === "chunk" ? file.code : typeof file.source === "string" ? file.source : "";
        const address = LEFT.exec(text)?.[0];
        if (address !== undefined) this.error(`${name} still refers to ${address}`);
      }
    },
  };
}
