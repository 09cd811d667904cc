import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { whole } from "@cadre/charts";
import { type Result, run } from "cadre";
import { readSystem } from "cadre/node";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildNotebooks } from "./build-notebooks.ts";
import { hasChromium, startChromium, watchedPage } from "./chromium.ts";
import { serve } from "./static-server.ts";

const care = "independent-care";
const system = await readSystem(fileURLToPath(new URL("../../scenarios/cumbria/system.yaml", import.meta.url)));
const today = run(system);

if (!hasChromium && process.env.CI === "true")
  it("finds a browser to test with", () => {
    throw new Error("There is no /usr/bin/chromium: install Debian's chromium.");
  });

describe.skipIf(!hasChromium)(`Cumbria's gap in a browser${hasChromium ? "" : " (needs /usr/bin/chromium)"}`, () => {
  let folder: string;
  let printed: string;
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Awaited<ReturnType<typeof startChromium>>;
  let context: BrowserContext;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "cadre-notebooks-"));
    printed = await buildNotebooks(folder);
    server = await serve(folder);
    browser = await startChromium();
    context = browser.context;
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const open = async (address = `${server.address}/cumbria-gap.html`) => {
    const watched = await watchedPage(context);
    await watched.page.goto(address);
    await watched.page.locator(".chart svg").nth(2).waitFor();
    await watched.page.locator("#tried").waitFor();
    return watched;
  };

  it("says where the site is, and its list leads to the notebook", async () => {
    expect(printed).toContain("index.html");
    const { page, complaints } = await watchedPage(context);
    await page.goto(server.address);
    await page.getByRole("link", { name: "How short of staff" }).click();
    await page.locator("#answer").waitFor();
    expect(page.url()).toBe(`${server.address}/cumbria-gap.html`);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("shows the numbers of the library, asking nobody else for anything", async () => {
    const { page, requests, complaints } = await open();
    expect(await page.locator("#answer").textContent()).toBe(whole(today.at({ measure: "gap", year: 2035 })));
    expect(await gapTable(page)).toEqual(gapsOf(today, today));
    await page.getByText("Every year").click();
    const shortages = await page.getByRole("table", { name: "Gap in FTE by employer" }).locator("tbody tr").count();
    expect(shortages).toBe(today.years.length + 1);
    expect(page.workers()).toHaveLength(1);
    expect(requests.filter((address) => !/^(http:\/\/127\.0\.0\.1:|data:)/.test(address))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([
    { name: "Independent care staff who leave", key: "ArrowLeft", times: 6, leaving: 28, effort: 100 },
    { name: "Recruits new to independent care", key: "ArrowRight", times: 4, leaving: 34, effort: 120 },
  ])("runs the model again when a slider moves: $name", async ({ name, key, times, leaving, effort }) => {
    const { page, complaints } = await open();
    const before = await page.locator("#tried").textContent();
    const [sizes, lines] = [await picturesNeverMissing(page), await linesOf(page)];
    const slider = page.getByRole("slider", { name });
    await slider.focus();
    for (let press = 0; press < times; press++) await page.keyboard.press(key);
    const tried = runAs(leaving, effort);
    const now = `${whole(tried.at({ measure: "gap", year: 2035 }))} FTE short`;
    await page.getByText(now, { exact: true }).waitFor();
    await page.getByText(`Scenario: ${leaving}% leave`).nth(1).waitFor();
    expect(before).not.toBe(now);
    expect(await gapTable(page)).toEqual(gapsOf(today, tried));
    const moved = await linesOf(page);
    expect(moved[0], "the picture of what happens if nothing changes").toBe(lines[0]);
    expect(moved[1]).not.toBe(lines[1]);
    expect(moved[2]).not.toBe(lines[2]);
    expect(await sizes(), "pictures on the page at any time").toBe(3);
    expect(await slider.getAttribute("aria-valuetext")).toMatch(/^\d+%: ./);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("means by its first slider the whole published rate, with retirement, death and hiring by others", () => {
    for (const leaving of [15, 34, 50]) {
      const tried = runAs(leaving, 100);
      const of = (measure: string) => tried.at({ pool: care, measure, year: 2020 });
      const rate = (100 * of("leavers")) / of("personYears");
      // Within the first year already, more leavers mean more newcomers, who leave most: the mix of staff answers.
      expect(Math.abs(rate / leaving - 1)).toBeLessThan(leaving === 34 ? 1e-6 : 0.05);
    }
  });

  it.each([1000, 360])("can be used by everybody at %i pixels", async (width) => {
    const { page } = await open();
    await page.setViewportSize({ width, height: 800 });
    await page.getByText("What it rests on").click();
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    const pictures = page.getByRole("img");
    expect(await pictures.nth(1).getAttribute("aria-label")).toContain("2035: ");
    await page.close();
  });

  it("opens from the disk as one file", async () => {
    const { page, requests, complaints } = await open(pathToFileURL(join(folder, "one-file/cumbria-gap.html")).href);
    expect(await gapTable(page)).toEqual(gapsOf(today, today));
    expect(requests.filter((address) => !/^(file|data|blob):/.test(address))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

/** What the sliders ask for, worked out here from the published rate. */
function runAs(leaving: number, effort: number): Result {
  const perHead = (measure: string) =>
    today.at({ pool: care, measure, year: 2020 }) / today.at({ pool: care, measure: "personYears", year: 2020 });
  const others = ["retiring", "dying", "moves", "hires"].reduce((sum, cause) => sum + perHead(`leavers.${cause}`), 0);
  const rest = perHead("leavers") - others;
  return run(system, {
    changes: [
      { parameter: "leaving.rate", where: { pool: care }, multiply: 1 + (leaving - 34) / 100 / rest },
      { parameter: "recruitment.recruits", where: { pool: care }, multiply: effort / 100 },
    ],
  });
}

/** Gap by employer and of all: 2019, 2035 if nothing changes, 2035 as tried. */
function gapsOf(nothing: Result, tried: Result): string[][] {
  const ids = nothing.groups.map(({ id }) => id).filter((id) => id.startsWith("employer:"));
  const gap = (result: Result, pool: string, year: number) => whole(result.at({ pool, measure: "gap", year }));
  return [...ids, "all"].map((pool) => [gap(nothing, pool, 2019), gap(nothing, pool, 2035), gap(tried, pool, 2035)]);
}

async function gapTable(page: Page): Promise<string[][]> {
  const rows = await page.getByRole("table", { name: "Gap in FTE: demand less supply" }).locator("tbody tr").all();
  return Promise.all(rows.map((row) => row.locator("td").allTextContents()));
}

/** The lines of each picture. */
async function linesOf(page: Page): Promise<string[]> {
  const pictures = await page.locator(".chart svg").all();
  return Promise.all(pictures.map(async (svg) => (await svg.innerHTML()).match(/ d="[^"]*"/g)?.join() ?? ""));
}

/** Watches the page and tells later the smallest number of pictures that it held at any time. */
async function picturesNeverMissing(page: Page): Promise<() => Promise<unknown>> {
  await page.evaluate(`
    window.fewest = Infinity;
    new MutationObserver(() => {
      window.fewest = Math.min(window.fewest, document.querySelectorAll(".chart svg").length);
    }).observe(document.body, { childList: true, subtree: true });
  `);
  return () => page.evaluate("window.fewest");
}
