// npm run build [-- --out FOLDER]

import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildSite } from "./site/build-site.ts";
import { writeOneFile } from "./site/one-file.ts";
import { NOTEBOOKS, notebookFiles } from "./site/pages.ts";

const { values } = parseArgs({ options: { out: { type: "string" } } });
const out = values.out === undefined ? join(NOTEBOOKS, ".observable") : resolve(values.out);
const site = join(out, "site");
const faults = await buildSite(site);
const notebooks = notebookFiles().filter((name) => name !== "index.html");
for (const name of notebooks) await writeOneFile(site, name, join(out, "one-file"));

const shown = (path: string): string => relative(fileURLToPath(new URL("..", import.meta.url)), join(out, path));
console.log(`The site, for any web server: ${shown("site/index.html")}`);
for (const name of notebooks) console.log(`As one file, to open or send: ${shown(`one-file/${name}`)}`);
if (faults.length > 0) {
  // As with `cadre compare`: what is wrong is left out and said, and whoever builds unattended is told.
  console.error(`\nThese files have errors. Only the pages that need them show that:\n\n${faults.join("\n\n")}`);
  process.exitCode = 1;
}
