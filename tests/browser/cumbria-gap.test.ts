import { fileURLToPath } from "node:url";
import { countText } from "@cadre/charts";
import { parseScenario, type Result, run } from "cadre";
import { readScenario, readSystem } from "cadre/node";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasChromium } from "./chromium.ts";
import { linesOf, mustHaveChromium, notebookSite, press, saved, setBack, words, wordsIn } from "./notebook-site.ts";

const folder = fileURLToPath(new URL("../../scenarios/cumbria/", import.meta.url));
const system = await readSystem(`${folder}system.yaml`);
const today = run(system, await readScenario(`${folder}do-nothing.yaml`));
const care = "independent-care";

mustHaveChromium();

describe.skipIf(!hasChromium)(`Cumbria's gap in a browser${words}`, () => {
  const site = notebookSite();
  const kept = async () => {
    const watched = await site.kept("cumbria-gap");
    await setBack(watched.page);
    await watched.page.getByText(short(today), { exact: true }).waitFor();
    return watched;
  };

  it("shows the numbers of the library", async () => {
    const { page } = await kept();
    expect(await page.locator("#answer").textContent()).toBe(countText(today.at({ measure: "gap", year: 2035 })));
    await expect.poll(() => gapTable(page)).toEqual(gapsOf(today, today));
  });

  it.each([
    { name: /leave their post/, key: "ArrowLeft" as const, times: 4, leaving: 0.8, recruits: 1 },
    { name: /Recruits new/, key: "ArrowRight" as const, times: 4, leaving: 1, recruits: 1.2 },
  ])("runs the model again when a slider moves: $name", async ({ name, key, times, leaving, recruits }) => {
    const { page, complaints } = await kept();
    const names = ["today", "by-employer", "care"];
    for (const one of names) await page.locator(`[data-picture="${one}"] svg`).waitFor();
    const fewest = await picturesNeverMissing(page, names);
    const before = await Promise.all(names.map((one) => linesOf(page, one)));
    const slider = await press(page, name, key, times);
    const tried = runAs(leaving, recruits);
    await page.getByText(short(tried), { exact: true }).waitFor();
    for (const [i, one] of names.entries())
      if (one !== "today") await expect.poll(() => linesOf(page, one)).not.toBe(before[i]);
    expect(await linesOf(page, "today"), "the picture of what happens if nothing changes").toBe(before[0]);
    expect(short(tried)).not.toBe(short(today));
    await expect.poll(() => gapTable(page)).toEqual(gapsOf(today, tried));
    expect(await fewest(), "pictures on the page at any time").toBe(names.length);
    expect(await slider.getAttribute("aria-valuetext")).toMatch(/^\d+%/);
    expect(complaints).toEqual([]);
  });

  it("goes on answering while a slider is dragged", async () => {
    const { page, complaints } = await kept();
    // Moves every 20 ms, each before an answer can be there, until the answer has changed three times.
    const changes = await page.evaluate(`(async () => {
      const slider = document.querySelector("input[type=range]");
      const seen = new Set();
      for (let move = 0; move < 900 && seen.size < 4; move++) {
        slider.value = 50 + ((move * 5) % 100);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, 20));
        seen.add(document.querySelector("#tried").textContent);
      }
      return seen.size;
    })()`);
    expect(changes).toBe(4);
    expect(complaints).toEqual([]);
  });

  it("opens as a link says, saves what is set and all numbers, goes back a step, and is set back", async () => {
    const { page } = await site.open("cumbria-gap", "#leaving=80");
    const tried = runAs(0.8, 1);
    await page.getByText(short(tried), { exact: true }).waitFor();

    const scenario = await saved(page, "Save the scenario");
    const again = run(system, parseScenario(scenario.text));
    expect(scenario.name).toBe(`${again.id}.yaml`);
    expect(again.title).toBe("As set on this page");
    for (const { id } of again.groups) {
      const measure = id.startsWith("pipeline:") ? "trainees" : "headcount";
      expect(again.at({ pool: id, measure, year: 2035 })).toBeCloseTo(tried.at({ pool: id, measure, year: 2035 }), 9);
    }
    const { text } = await saved(page, "Save the numbers");
    const gap = text.split("\n").find((line) => line.startsWith(`${again.id},2035,all,gap,`));
    expect(Number(gap?.split(",").at(-1))).toBeCloseTo(tried.at({ measure: "gap", year: 2035 }), 9);

    await press(page, /Recruits new/, "ArrowRight", 4);
    await page.waitForURL(/#leaving=80&care=120$/);
    // Every pause is a step, and on a busy machine there may be one between two presses.
    for (let step = 0; step < 4 && !page.url().endsWith("#leaving=80"); step++) await page.goBack();
    await page.getByText(short(tried), { exact: true }).waitFor();
    expect(await page.getByRole("slider", { name: /Recruits new/ }).inputValue()).toBe("100");
    await page.getByRole("button", { name: "Set everything back" }).click();
    await page.getByText(short(today), { exact: true }).waitFor();
    expect(page.url()).not.toContain("leaving");
  });

  it("saves a board pack as slides and as a workbook, and a picture in two kinds", async () => {
    const { page, complaints } = await kept();
    await page.goto(`${site.address()}/cumbria-gap.html#leaving=80&called=Keep+people`);
    await page.getByText("Scenario: Keep people.").first().waitFor();
    for (const kind of ["PPTX", "XLSX"]) {
      const { name, bytes } = await saved(page, `Board pack (${kind})`);
      expect(name).toBe(`cumbria-health-and-care-system-board-pack.${kind.toLowerCase()}`);
      const words = await wordsIn(bytes);
      expect(words).toContain("Keep people");
      for (const result of [today, runAs(0.8, 1)])
        expect(words).toContain(countText(result.at({ measure: "gap", year: 2035 })));
    }
    await page.getByText("The numbers, and the picture").first().click();
    const svg = await saved(page, "Picture as SVG");
    expect(svg.text).toContain(countText(today.at({ measure: "gap", year: 2035 })));
    expect((await saved(page, "Picture as PNG")).text.slice(1, 4)).toBe("PNG");
    expect(complaints).toEqual([]);
  });
});

const short = (result: Result): string => `${countText(result.at({ measure: "gap", year: 2035 }))} FTE short`;

/** What the sliders ask for. */
const runAs = (leaving: number, recruits: number): Result =>
  run(system, {
    changes: [
      { parameter: "leaving.rate", where: { pool: care }, multiply: leaving },
      { parameter: "recruitment.recruits", where: { pool: care }, multiply: recruits },
    ],
  });

/** Gap by employer and of all: 2019, 2035 if nothing changes, 2035 as tried. */
function gapsOf(nothing: Result, tried: Result): string[][] {
  const ids = nothing.groups.map(({ id }) => id).filter((id) => id.startsWith("employer:"));
  const gap = (result: Result, pool: string, year: number) => countText(result.at({ pool, measure: "gap", year }));
  return [...ids, "all"].map((pool) => [gap(nothing, pool, 2019), gap(nothing, pool, 2035), gap(tried, pool, 2035)]);
}

async function gapTable(page: Page): Promise<string[][]> {
  const rows = await page.getByRole("table", { name: "Gap in FTE: demand less supply" }).locator("tbody tr").all();
  return Promise.all(rows.map((row) => row.locator("td").allTextContents()));
}

/** Watches some pictures of the page and tells later the smallest number of them that it held at any time. */
async function picturesNeverMissing(page: Page, names: readonly string[]): Promise<() => Promise<unknown>> {
  const those = JSON.stringify(names.map((name) => `[data-picture="${name}"] svg`).join());
  await page.evaluate(`
    window.fewest = Infinity;
    new MutationObserver(() => {
      window.fewest = Math.min(window.fewest, document.querySelectorAll(${those}).length);
    }).observe(document.body, { childList: true, subtree: true });
  `);
  return () => page.evaluate("window.fewest");
}
