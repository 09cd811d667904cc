import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { build, type Plugin } from "vite";
import { POLICY_TAG, policyOfOneFile } from "./policy.ts";

/** Turns a page of a built site into one file that opens from a disk and can be mailed, with all that it needs. */
export async function writeOneFile(site: string, name: string, out: string): Promise<void> {
  const page = readFileSync(join(site, name), "utf8");
  const hashes = { scripts: [] as string[], styles: [] as string[] };
  let script = "";
  const withoutScripts = page
    .replace(/<link rel="modulepreload"[^>]*>/g, "")
    .replace(/<script type="module"[^>]* src="([^"]+)"><\/script>/g, (_whole, path: string) => {
      script = path;
      return "";
    });
  const withStyles = withoutScripts.replace(/<link rel="stylesheet"[^>]* href="([^"]+)">/g, (_whole, path: string) => {
    const style = readFileSync(join(site, path), "utf8");
    hashes.styles.push(sha256(style));
    return `<style>${style}</style>`;
  });
  // Markup that only leads to the other pages of the site.
  const alone = withStyles.replace(/<nav[\s\S]*?<\/nav>/g, "");
  const code = await bundled(join(site, script));
  hashes.scripts.push(sha256(code));
  const whole = alone
    .replace(POLICY_TAG, () => policyOfOneFile(hashes))
    .replace("</body>", () => `<script type="module">${code}</script></body>`);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, name), whole);
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64");

/** A script of the site and all it loads, also what it would load later, as the text of one script. */
async function bundled(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "warn",
    plugins: [workersInside()],
    build: {
      target: "es2022",
      write: false,
      minify: true,
      modulePreload: false,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: resolve(entry), output: { codeSplitting: false }, preserveEntrySignatures: false },
    },
  });
  const outputs = [made].flat().flatMap((one) => ("output" in one ? one.output : []));
  const chunks = outputs.filter((one) => one.type === "chunk");
  if (chunks.length !== 1 || outputs.length !== 1)
    throw new Error(`${entry} did not become one script: ${outputs.map(({ fileName }) => fileName).join(", ")}`);
  // What ends a script in a page may stand in one as text.
  return (chunks[0]?.code ?? "").replaceAll("</script", "<\\/script");
}

/** A page of one file starts its workers from their text, and keeps that for workers that start others. */
function workersInside(): Plugin {
  return {
    name: "workers-inside",
    // Before Vite copies the worker beside the page.
    enforce: "pre",
    transform(code, id) {
      const changed = code.replace(
        /new URL\(\s*[`"']([^`"']+\.js)[`"'],\s*import\.meta\.url\s*\)\.href/g,
        (_whole, path: string) => {
          const text = readFileSync(join(id, "..", path), "utf8");
          const script = `new Blob([${JSON.stringify(text)}],{type:"text/javascript"})`;
          const name = JSON.stringify(basename(path).replace(/-[^-]{8}\.js$/, ""));
          return `URL.createObjectURL((globalThis.workerScripts ??= {})[${name}] ??= ${script})`;
        },
      );
      return changed === code ? undefined : { code: changed, map: null };
    },
  };
}
