import { chromium } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";
import { createServer } from "node:http";
import { readFileSync, existsSync, mkdtempSync } from "node:fs";
import { extname, join } from "node:path";
import { buildSite } from "../../notebooks/site/build-site.ts";
import { writeOneFile } from "../../notebooks/site/one-file.ts";
const K = "/tmp/wt-place-built"; const t0 = Date.now();
if (process.argv[2] !== "nobuild") { await buildSite(K + "/site"); await writeOneFile(K + "/site", "own-place.html", K + "/one-file"); }
console.log("built", Date.now() - t0);
const types: any = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
const server = createServer((q, r) => { const p = K + "/site" + new URL(q.url!, "http://x").pathname; if (!existsSync(p)) { r.writeHead(404); r.end(); return; } r.writeHead(200, { "content-type": types[extname(p)] ?? "application/octet-stream" }); r.end(readFileSync(p)); }).listen(0, "127.0.0.1");
await new Promise(r => server.once("listening", r));
const port = (server.address() as any).port;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless","--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"] });
const steps = await import(process.argv[3] ?? "/tmp/wt-place-s2.mts");
await steps.default({ browser, site: `http://127.0.0.1:${port}/own-place.html`, one: `file://${K}/one-file/own-place.html`, AxeBuilder });
await browser.close(); server.close(); process.exit(0);
