import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { whole } from "@cadre/charts";
import { parseScenario, run } from "cadre";
import { readScenario, readSystem } from "cadre/node";
import { parseIntervention } from "cadre/scenarios";
import { describe, expect, it } from "vitest";
import { hasChromium } from "./chromium.ts";
import { mustHaveChromium, notebookSite, saved, words } from "./notebook-site.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const england = await readSystem(`${root}scenarios/england/system.yaml`);
const nothing = await readScenario(`${root}scenarios/england/do-nothing.yaml`);
const PREVIEWS = "realistic-job-preview";
const previews = parseIntervention(readFileSync(`${root}data/interventions/${PREVIEWS}.yaml`, "utf8")).intervention;
/** Only the previews are ticked, at a price of one's own. */
const SET = `place=england&do=${PREVIEWS}_cost-1000000,better-terms_off`;

mustHaveChromium();

describe.skipIf(!hasChromium)(`What should we do, in a browser${words}`, () => {
  const site = notebookSite();
  const open = async (hash: string) => {
    const watched = await site.open("what-to-do", hash);
    await watched.page.locator("#answer").waitFor();
    return watched;
  };

  it("finds the plan for a target within the money, and writes it as a scenario that gives the same gap", async () => {
    const { page, complaints } = await open(`#${SET}&target=1`);
    const unchanged = run(england, nothing).at({ measure: "gap", year: 2029 });
    const answer = page.locator("#answer");
    await expect
      .poll(() => answer.textContent())
      .toMatch(/^One action, “Realistic job previews before an offer”, meets the target/);
    await page.getByRole("heading", { name: "One action; it works in full by" }).waitFor();
    const { text, name } = await saved(page, "Save the scenario");
    expect(name).toBe("the-chosen-plan.yaml");
    const again = run(england, parseScenario(text));
    const left = again.at({ measure: "gap", year: 2029 });
    expect(left).toBeLessThanOrEqual(0.99 * unchanged + 1e-6);
    expect(await answer.textContent()).toContain(`${whole(Math.round(unchanged - left))} FTE fewer`);
    await page.locator("#breaks").waitFor();
    expect(complaints).toEqual([]);
  });

  it("says what cannot be met, and parks what has no price", async () => {
    const { page, complaints } = await open(`#place=england&do=better-terms_off&assume=no&target=100`);
    await expect.poll(() => page.locator("#answer").textContent()).toContain("cannot be met");
    await page.getByText(`which does not mean that they are free: ${previews.title}`).waitFor();
    await page.getByText("There is no plan whose effect could be drawn.").waitFor();
    expect(complaints).toEqual([]);
  });
});
