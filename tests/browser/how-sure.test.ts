import { fileURLToPath } from "node:url";
import { chanceWords, countText } from "@cadre/charts";
import { type Ensemble, ensemble, ensembles } from "cadre";
import { readScenario, readSystem } from "cadre/node";
import { asItStands, tornado, worthMeasuring } from "cadre/uncertainty";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasChromium } from "./chromium.ts";
import { mustHaveChromium, notebookSite, press, readThrough, words } from "./notebook-site.ts";

const folder = fileURLToPath(new URL("../../scenarios/cumbria/", import.meta.url));
const system = await readSystem(`${folder}system.yaml`);
const nothing = await readScenario(`${folder}do-nothing.yaml`);
const keep = await readScenario(`${folder}retention-first.yaml`);
const gap = { measure: "gap", year: 2035 } as const;
const people = { measure: "headcount", year: 2035 } as const;
/** Few draws, which are soon there. */
const few = { draws: 100, seed: 3 };
const HASH = "#price=2&draws=100&seed=3";
/** A draw finds a base year of its own, and tests share the processors. */
const SOON = { timeout: 120_000 };

/** Where eight draws in ten lie, as the page says it. */
const between = ({ p10, p90 }: { p10: number; p90: number }) =>
  `between ${countText(p10)} and ${countText(p90)} FTE short`;

mustHaveChromium();

describe.skipIf(!hasChromium)(`How sure it is, in a browser${words}`, { timeout: 240_000 }, () => {
  const site = notebookSite();
  const kept = async () => {
    const watched = await site.kept("how-sure", HASH, { draws: true });
    await readThrough(watched.page);
    return watched;
  };

  it("says what a thousand draws of the library say, which number moves the gap most, and how much is luck", async () => {
    const { page, complaints } = await kept();
    const sure = await ensemble(system, nothing, { draws: 1000, seed: 1, measures: ["gap"] });
    await expect.poll(() => said(page, "#answer"), SOON).toBe(between(sure.at(gap)));
    const widest = (await tornado(system, nothing, gap))[0]!;
    const answer = await page.getByText("What moves that most").textContent();
    expect(answer).toContain(`“${widest.title.charAt(0).toUpperCase()}${widest.title.slice(1)}”`);

    const lone = { ...nothing, uncertainties: [] };
    const how = { draws: 100, seed: 1, measures: ["headcount"] as const };
    const still = await ensemble(asItStands(system), lone, how);
    for (const { id } of still.central.pools) {
      const { p10, p90 } = still.at({ pool: id, ...people });
      expect(p90 - p10, `people of ${id}, where luck is left out`).toBeLessThan(1e-6);
    }
    const { p10, p50, p90 } = (await ensemble(asItStands(system), lone, { ...how, noise: true })).at({
      pool: "council-social-care",
      ...people,
    });
    const smallest = page.locator('table[aria-label^="How far off the people in post"] tbody tr');
    await smallest.last().waitFor({ state: "attached", ...SOON });
    const cells = await smallest.last().locator("td").allTextContents();
    expect(cells.slice(0, 2)).toEqual([countText(p50), `±${((50 * (p90 - p10)) / p50).toFixed(1)}%`]);
    expect(complaints).toEqual([]);
  });

  it("opens as a link says, and moves with the target and with what a shortage costs, which the link then keeps", async () => {
    const { page, complaints } = await kept();
    const made = await ensembles(system, [nothing, keep], { ...few, measures: ["gap"] });
    const [before, after] = made as [Ensemble, Ensemble];
    await expect.poll(() => said(page, "#tried"), SOON).toBe(between(before.at(gap)));
    expect(await said(page, "#tried-plan")).toBe(between(after.at(gap)));

    const chances = (atMost: number) => [before, after].map((sure) => chanceWords(sure.chance({ ...gap, atMost })));
    const shown = async () => [await said(page, "#chance-nothing"), await said(page, "#chance-plan")];
    expect(await shown()).toEqual(chances(9000));
    expect(chances(10_000)).not.toEqual(chances(9000));
    const chart = page.getByRole("img", { name: /^Line chart of chances/ });
    expect(await chart.getAttribute("aria-label")).toContain("9,000 FTE");
    await press(page, /The target/, "ArrowRight", 4);
    await expect.poll(shown).toEqual(chances(10_000));
    await expect.poll(() => chart.getAttribute("aria-label")).toContain("10,000 FTE");

    const perfect = async (shortage: number) => {
      const price = { id: "price", title: "Price", changes: [], from: 2021, cost: { perYear: 2e6 } };
      const choice = [nothing, { ...keep, interventions: [...(keep.interventions ?? []), price] }];
      return `£${countText((await worthMeasuring(system, choice, { shortage, ...few })).perfect / 1e6)} million`;
    };
    const [now, then] = [await perfect(24_000), await perfect(30_000)];
    expect(then).not.toBe(now);
    await expect.poll(() => said(page, "#perfect"), SOON).toBe(now);
    await press(page, /What one full-time equivalent short/, "ArrowRight", 6);
    await expect.poll(() => said(page, "#perfect"), SOON).toBe(then);

    // What the link said, and what was set since.
    await expect.poll(() => settings(page)).toBe("draws=100 price=2 seed=3 shortage=30000 target=10000");
    expect(await page.getByRole("slider", { name: /What the plan costs/ }).inputValue()).toBe("2");
    expect(complaints).toEqual([]);
  });
});

const said = (page: Page, what: string): Promise<string | null> => page.locator(what).textContent(SOON);

/** What the address keeps, in the order of the alphabet. */
function settings(page: Page): string {
  const kept = new URLSearchParams(new URL(page.url()).hash.slice(1));
  return [...kept]
    .map((pair) => pair.join("="))
    .sort()
    .join(" ");
}
