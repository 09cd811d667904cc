import { fileURLToPath } from "node:url";
import { countText } from "@cadre/charts";
import { parseScenario, run } from "cadre";
import { readScenario, readSystem } from "cadre/node";
import { describe, expect, it } from "vitest";
import { hasChromium } from "./chromium.ts";
import { mustHaveChromium, notebookSite, press, saved, words } from "./notebook-site.ts";

const folder = fileURLToPath(new URL("../../scenarios/somerset/", import.meta.url));
const system = await readSystem(`${folder}system.yaml`);
const gapOf = async (id: string): Promise<string> => {
  const result = run(system, await readScenario(`${folder}${id}.yaml`));
  return `${countText(result.at({ measure: "gap", year: 2035 }))} FTE short`;
};

mustHaveChromium();

describe.skipIf(!hasChromium)(`Somerset's career ladder in a browser${words}`, () => {
  const site = notebookSite();

  it("begins at the plan, and follows its settings to the numbers of the scenarios that ask the same", async () => {
    const { page, complaints } = await site.open("somerset-career-ladder");
    const tried = page.locator("#tried");
    await expect.poll(() => tried.textContent()).toBe(await gapOf("plan"));
    expect(await page.locator("#answer").textContent()).toBe(await gapOf("plan"));
    await press(page, /would have come anyway/, "ArrowRight", 10);
    await expect.poll(() => tried.textContent()).toBe(await gapOf("half-would-have-come"));
    await page.goto(`${site.address()}/somerset-career-ladder.html#centre=0&academy=0&connect=0&integrated=0&guesses=`);
    await page.reload();
    await expect.poll(() => tried.textContent()).toBe(await gapOf("career-ladder"));
    const { text } = await saved(page, "Save the scenario");
    const result = run(system, parseScenario(text));
    expect(`${countText(result.at({ measure: "gap", year: 2035 }))} FTE short`).toBe(await gapOf("career-ladder"));
    expect(complaints).toEqual([]);
    await page.close();
  });
});
