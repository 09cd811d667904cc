// npm run docs [-- --out FOLDER]

import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildSite, ROOT } from "./build-site.ts";

const { values } = parseArgs({ options: { out: { type: "string" } } });
const out = values.out === undefined ? join(ROOT, "out/docs") : resolve(values.out);
const pages = await buildSite(out);
console.log(
  `${pages} pages. Open ${relative(process.cwd(), join(out, "index.html"))}, or put the folder on any web server.`,
);
