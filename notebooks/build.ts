// npm run build [-- --out FOLDER]

import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildOneFile, buildSite, NOTEBOOKS, notebookFiles } from "./lib/site.ts";

const { values } = parseArgs({ options: { out: { type: "string" } } });
const out = values.out === undefined ? join(NOTEBOOKS, ".observable/dist") : resolve(values.out);
await buildSite(out);
const notebooks = notebookFiles().filter((name) => name !== "index.html");
for (const name of notebooks) await buildOneFile(name, join(out, "one-file"));

const shown = (path: string): string => relative(fileURLToPath(new URL("..", import.meta.url)), join(out, path));
console.log(`The site, for any web server: ${shown("index.html")}`);
for (const name of notebooks) console.log(`As one file, to open or send: ${shown(`one-file/${name}`)}`);
