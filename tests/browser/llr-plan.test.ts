import { fileURLToPath } from "node:url";
import { countText } from "@cadre/charts";
import { decompose, parseScenario, run, type Scenario } from "cadre";
import { readScenario, readSystem } from "cadre/node";
import { describe, expect, it } from "vitest";
import { hasChromium } from "./chromium.ts";
import { mustHaveChromium, notebookSite, saved, words } from "./notebook-site.ts";

const folder = fileURLToPath(new URL("../../scenarios/leicester-leicestershire-rutland/", import.meta.url));
const system = await readSystem(`${folder}system.yaml`);
const nothing = await readScenario(`${folder}do-nothing.yaml`);
const plan = await readScenario(`${folder}plan.yaml`);
const query = { pool: "sector:social-care", measure: "gap", year: 2035 } as const;

const gap = (scenario: Scenario): string => `${countText(run(system, scenario).at(query))} FTE short`;
const actions = plan.interventions ?? [];
const others = actions.filter(({ id }) => id !== "recruitment-tracker");
const TRACKER = "Tracker of what each way of recruiting returns";

mustHaveChromium();

describe.skipIf(!hasChromium)(`The plan of Leicester, Leicestershire and Rutland in a browser${words}`, () => {
  const site = notebookSite();

  it("says what the plan and each of its actions deliver, with who leads it and by when", async () => {
    const { page, complaints } = await site.kept("llr-plan");
    await expect.poll(() => page.locator("#answer").textContent()).toBe(gap(plan));
    const table = page.getByRole("table", { name: "Actions of the plan, by theme" });
    const { parts } = decompose(run(system, nothing), run(system, plan), query);
    const delivers = (id: string) => countText(-(parts.find((part) => part.id === id)?.value ?? 0));
    for (const { id, title, lead = "" } of actions) {
      const row = table.getByRole("row", { name: new RegExp(`^${title}`) });
      await expect.poll(() => row.locator("td.number").textContent(), { timeout: 40_000 }).toBe(delivers(id));
      expect(await row.textContent(), id).toContain(lead);
    }
    expect(await table.getByRole("row", { name: "Care ambassadors" }).textContent()).toContain(
      "October 2018: 26 ambassadorslevel 1, not measured",
    );
    const returns = page.getByRole("table", { name: "what one who is still in the post costs" });
    // As the place's README has them.
    const hub = await returns.getByRole("row", { name: "Hub course" }).locator("td").allTextContents();
    expect(hub.join(" ").replaceAll("\u00a0", " ")).toBe("45 £3,730 £6,400 (58%) £12,400 (30%) £19,000 (20%)");
    expect(complaints).toEqual([]);
  });

  it("moves when an action is unticked, opens again as the link says, and saves what is set", async () => {
    const { page, complaints } = await site.kept("llr-plan");
    await expect.poll(() => page.locator("#tried").textContent()).toBe(gap(plan));
    const without = gap({ ...plan, interventions: others });
    await page.getByRole("checkbox", { name: TRACKER }).press("Space");
    await expect.poll(() => page.locator("#tried").textContent()).toBe(without);
    await page.getByRole("img", { name: new RegExp(`As set on this page ${without}`) }).waitFor();
    await page.waitForURL(new RegExp(`#actions=${others.map(({ id }) => id).join(",")}$`));

    const again = await site.open("llr-plan", new URL(page.url()).hash);
    await again.page.locator("#tried").waitFor();
    await expect.poll(() => again.page.locator("#tried").textContent()).toBe(without);
    expect(await again.page.getByRole("checkbox", { name: TRACKER }).isChecked()).toBe(false);
    await again.page.getByRole("radio", { name: "every second" }).press("Space");
    await expect.poll(() => again.page.locator("#tried").textContent()).not.toBe(without);
    const { name, text } = await saved(again.page, "Save the scenario (YAML)");
    expect(name).toBe("as-set-on-this-page.yaml");
    const kept = parseScenario(text, { file: name });
    expect(kept.interventions?.map(({ id }) => id)).toEqual([...others.map(({ id }) => id), "found-by-referral"]);
    expect(await again.page.locator("#tried").textContent()).toBe(gap(kept));
    expect([...complaints, ...again.complaints]).toEqual([]);
  });
});
