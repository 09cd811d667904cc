import { fileURLToPath } from "node:url";
import { countText } from "@cadre/charts";
import { run } from "cadre";
import { readScenario, readSystem } from "cadre/node";
import { describe, expect, it } from "vitest";
import { hasChromium } from "./chromium.ts";
import { mustHaveChromium, notebookSite, press, words } from "./notebook-site.ts";

const folder = fileURLToPath(new URL("../../scenarios/england/", import.meta.url));
const system = await readSystem(`${folder}system.yaml`);
const nothing = await readScenario(`${folder}do-nothing.yaml`);
const query = { pool: "social-care", measure: "gap", year: 2035 } as const;

/** England when so many more or fewer leave social care. */
const gapAt = (leaving: number): string => {
  const change = { parameter: "leaving.rate", where: { pool: "social-care" }, multiply: leaving };
  return countText(run(system, { ...nothing, assumptions: [...(nothing.assumptions ?? []), change] }).at(query));
};

mustHaveChromium();

describe.skipIf(!hasChromium)(`England's 36% in a browser${words}`, () => {
  const site = notebookSite();

  it("says the national number, moves with a slider, and opens again as the link says", async () => {
    const { page, complaints } = await site.open("national-36-percent");
    await page.locator("#tried").waitFor();
    expect(await page.locator("#answer").textContent()).toBe("36%");
    expect(await page.locator("#tried").textContent()).toBe(gapAt(1));
    await press(page, /Care staff who leave/, "ArrowLeft", 4);
    await page.getByText(gapAt(0.8), { exact: true }).first().waitFor();
    await page.waitForURL(/#leaving=80$/);
    await page.close();
    const again = await site.open("national-36-percent", "#leaving=80");
    await again.page.locator("#tried").waitFor();
    await expect.poll(() => again.page.locator("#tried").textContent()).toBe(gapAt(0.8));
    await again.page.close();
    expect([...complaints, ...again.complaints]).toEqual([]);
  });
});
