import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, it } from "vitest";
import { buildNotebooks } from "./build-notebooks.ts";
import { hasChromium, startChromium, watchedPage } from "./chromium.ts";
import { serve } from "./static-server.ts";

/** What a page asked for and complained about, and the page. */
export type Watched = Awaited<ReturnType<typeof watchedPage>>;

/**
 * The built notebooks, served, and a browser, for the tests of a file: call it within `describe`. Every page that it
 * opens is closed after the tests.
 */
export function notebookSite() {
  let folder: string;
  let printed = "";
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Awaited<ReturnType<typeof startChromium>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "cadre-notebooks-"));
    printed = await buildNotebooks(folder);
    server = await serve(join(folder, "site"));
    browser = await startChromium();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const openAddress = async (address: string): Promise<Watched> => {
    const watched = await watchedPage(browser.context);
    await watched.page.goto(address);
    return watched;
  };

  return {
    printed: () => printed,
    folder: () => folder,
    address: () => server.address,
    /** Opens a page of the site, `hash` behind its address. */
    open: (name: string, hash = "") => openAddress(`${server.address}/${name}.html${hash}`),
    /** Opens a notebook as one file from the disk. */
    openOneFile: (name: string) => openAddress(pathToFileURL(join(folder, "one-file", `${name}.html`)).href),
  };
}

/** Requests of a page that left the computer, or the file it was opened from. */
export const strangers = ({ requests }: Watched): string[] =>
  requests.filter((address) => !/^(http:\/\/127\.0\.0\.1:|data:|blob:|file:)/.test(address));

/** What axe has against a page at WCAG 2.2 AA, everything unfolded; of long tables a few rows stand for all. */
export async function accessFaults(page: Page): Promise<string[]> {
  await page.evaluate(`
    for (const one of document.querySelectorAll("details")) one.open = true;
    for (const row of document.querySelectorAll("tbody tr:nth-child(n + 6)")) row.remove();
  `);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Presses a button that saves a file, and gives the file's name and text. */
export async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).first().click();
  const download = await waiting;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** Moves a slider by arrow keys, as somebody without a mouse would. */
export async function press(page: Page, slider: string | RegExp, key: "ArrowLeft" | "ArrowRight", times: number) {
  const found = page.getByRole("slider", { name: slider });
  await found.focus();
  for (let done = 0; done < times; done++) await page.keyboard.press(key);
  return found;
}

/** A clear word where there is no browser; where tests must not be left out, a failure. */
export const words = `${hasChromium ? "" : " (needs /usr/bin/chromium)"}`;
export function mustHaveChromium(): void {
  if (hasChromium || process.env.CI !== "true") return;
  it("finds a browser to test with", () => {
    throw new Error("There is no /usr/bin/chromium: install Debian's chromium.");
  });
}
