import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { build } from "vite";
import { startChromium } from "./chromium.ts";
import { serve } from "./static-server.ts";

/** A small page that was bundled with the library and opened in a browser. */
export interface BuiltPage {
  readonly page: Page;
  /** Where the bundle stands, and where it is served. */
  readonly folder: string;
  readonly address: string;
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Bundles and opens the page of a folder beside this file; it is ready when its script has set `window.make`. */
export async function builtPage(name: string): Promise<BuiltPage> {
  const folder = mkdtempSync(join(tmpdir(), "cadre-page-"));
  await build({
    root: fileURLToPath(new URL(name, import.meta.url)),
    base: "./",
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["source", "module", "browser", "import", "default"] },
    build: { target: "es2022", outDir: folder, emptyOutDir: true, modulePreload: false, chunkSizeWarningLimit: 2000 },
  });
  const site = await serve(folder);
  const server = await startChromium();
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage();
  const [complaints, requests]: [string[], string[]] = [[], []];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${site.address}/index.html`);
  await page.waitForFunction("window.make");
  const close = async () => {
    for (const end of [() => browser.close(), () => server.close(), () => site.close()]) await end();
    rmSync(folder, { recursive: true, force: true });
  };
  return { page, folder, address: site.address, complaints, requests, close };
}
