import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import JSZip from "jszip";
import { type Browser, type BrowserContext, chromium, type Download, type Locator, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, inject, it } from "vitest";
import { hasChromium } from "./chromium.ts";
import type { Shared } from "./shared-browser.ts";

/** What a page asked for and complained about, and the page. */
export type Watched = Awaited<ReturnType<typeof watchedPage>>;

/**
 * The built notebooks, served, and a browser, for the tests of a file: call it within `describe`. All files share one
 * build, one server and one browser, and nothing else: each has its own context, so no storage, page or worker of
 * another. A page that a test leaves open is closed after it; one that several tests use is opened once, by `kept`.
 */
export function notebookSite() {
  let shared: Shared;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    const answer = await fetch(inject("shared"));
    if (!answer.ok) throw new Error(await answer.text());
    shared = (await answer.json()) as Shared;
    browser = await chromium.connect(shared.browser);
    context = await browser.newContext({ viewport: { width: 1000, height: 1000 } });
    await context.addInitScript(WORKERS_KEPT);
  }, 180_000);
  const keeping = new Map<string, Promise<Watched>>();
  afterEach(async () => {
    const stay = (await Promise.all(keeping.values())).map(({ page }) => page);
    await Promise.all(context.pages().map((page) => (stay.includes(page) ? undefined : page.close())));
  });
  afterAll(async () => {
    await context?.close();
    await browser?.close();
  });

  const openAddress = async (address: string, { draws = false }: Opening = {}): Promise<Watched> => {
    const watched = await watchedPage(context);
    if (draws) await watched.page.addInitScript("window.drawsAll = true;");
    await watched.page.goto(address);
    return watched;
  };

  return {
    printed: () => shared.printed,
    folder: () => shared.folder,
    address: () => shared.address,
    openAddress,
    /** Ends the workers of a page, and those that they started, whatever they do. */
    endWorkers: (page: Page) => page.evaluate("for (const worker of window.startedWorkers) worker.terminate();"),
    /** Opens a page of the site, `hash` behind its address. */
    open: (name: string, hash = "", how: Opening = {}) => openAddress(`${shared.address}/${name}.html${hash}`, how),
    /** A page of the site that several tests use, one after the other: it is loaded once, and closed after the last. */
    kept: (name: string, hash = "", how: Opening = {}): Promise<Watched> => {
      const known = keeping.get(name) ?? openAddress(`${shared.address}/${name}.html${hash}`, how);
      keeping.set(name, known);
      return known;
    },
    /** Opens a notebook as one file from the disk. */
    openOneFile: (name: string) => openAddress(pathToFileURL(join(shared.folder, "one-file", `${name}.html`)).href),
  };
}

/** How a page is opened. */
interface Opening {
  /**
   * Whether it draws a thousand times, as it does for its readers. Tests that ask about other things have ten draws made,
   * which leaves the processors to them.
   */
  readonly draws?: boolean;
}

/** Sets a page back to what it is at first. */
export const setBack = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Set everything back" }).press("Enter");

/**
 * Scrolls to what can be taken away, at the end of a page, as somebody who has read it all: draws are made once a reader
 * has come to where they are shown.
 */
export const readThrough = (page: Page): Promise<void> =>
  // A page that still draws may make the place anew while it is scrolled to.
  page.getByRole("group", { name: "To take away" }).evaluate((place) => place.scrollIntoView());

/** The lines of a picture, by its name in the notebook. */
export async function linesOf(page: Page, picture: string): Promise<string> {
  const drawn = await page.locator(`[data-picture="${picture}"] svg`).innerHTML();
  return drawn.match(/ d="[^"]*"/g)?.join() ?? "";
}

/** Keeps the workers that a page starts where a test can find them, and has them make few draws unless told otherwise. */
const WORKERS_KEPT = `
  window.startedWorkers = [];
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      window.startedWorkers.push(this);
    }
    postMessage(order, ...rest) {
      const few = !window.drawsAll && order.task === "ensembles";
      super.postMessage(few ? { ...order, given: { ...order.given, draws: 10 } } : order, ...rest);
    }
  };
`;

/** A page that writes down everything it asks for and everything it complains about. */
async function watchedPage(context: BrowserContext) {
  const page: Page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, requests, complaints };
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
  // Only faults are asked for, of the page alone: what it passes, put together in a page of its own, takes longer.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ runOnly: tags, resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Presses a button that saves a file, the first of that name in a part of the page, and gives the file's name and text. */
export async function saved(
  page: Page,
  button: string,
  part: Page | Locator = page,
): Promise<{ name: string; text: string; bytes: Buffer }> {
  const waiting = page.waitForEvent("download", { timeout: 30_000 });
  // By key: a mouse would wait for pictures above to stop growing.
  await part.getByRole("button", { name: button }).first().press("Enter");
  const download = await waiting;
  const bytes = await bytesOf(download);
  return { name: download.suggestedFilename(), text: bytes.toString("utf8"), bytes };
}

/** What a saved file holds. The browser is shared between processes, so that a file has no path here. */
async function bytesOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Everything written in an office file, which is an archive of texts. */
export async function wordsIn(bytes: Buffer): Promise<string> {
  const zip = await JSZip.loadAsync(bytes);
  const texts = Object.values(zip.files).filter(({ name }) => name.endsWith(".xml"));
  return (await Promise.all(texts.map((one) => one.async("string")))).join("\n");
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
