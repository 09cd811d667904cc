import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { countText } from "@cadre/charts";
import { ensembles, type Intervention, parseScenario, type Result, run, type Scenario } from "cadre";
import { readScenario, readSystem } from "cadre/node";
import { parseIntervention } from "cadre/scenarios";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasChromium } from "./chromium.ts";
import { linesOf, mustHaveChromium, notebookSite, readThrough, saved, setBack, words } from "./notebook-site.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scenarioOf = (place: string, id: string) => readScenario(`${root}scenarios/${place}/${id}.yaml`);
const systemOf = (place: string) => readSystem(`${root}scenarios/${place}/system.yaml`);
const entry = (id: string): Intervention =>
  parseIntervention(readFileSync(`${root}data/interventions/${id}.yaml`, "utf8")).intervention;
const places = readdirSync(`${root}scenarios`);
const cumbria = await systemOf("cumbria");
const nothing = await scenarioOf("cumbria", "do-nothing");
const previews = entry("realistic-job-preview");
const terms = entry("better-terms");
const wage = entry("living-wage");
const tried = (...interventions: Intervention[]): Result => run(cumbria, { ...nothing, interventions });
const short = (result: Result, pool = "all") =>
  `${countText(result.at({ pool, measure: "gap", year: 2035 }))} FTE short`;

mustHaveChromium();

describe.skipIf(!hasChromium)(`The workbench of interventions in a browser${words}`, () => {
  const site = notebookSite();
  const kept = async (hash = "", { draws = false } = {}) => {
    const watched = await site.kept("interventions-workbench");
    await watched.page.locator("#answer").waitFor();
    await watched.page.evaluate(`window.drawsAll = ${draws}`);
    await setBack(watched.page);
    if (hash !== "") await watched.page.goto(`${site.address()}/interventions-workbench.html${hash}`);
    return watched;
  };
  const answer = (page: Page) => expect.poll(() => page.locator("#answer").textContent(), { timeout: 10_000 });
  const tick = (page: Page, title: string) => page.getByRole("checkbox", { name: title, exact: true });

  it("shows the numbers of the library: gap, what each adds by itself, people who come and go", async () => {
    const { page, complaints } = await kept();
    await answer(page).toBe(short(tried(previews, terms)));
    const gap = (result: Result) => result.at({ measure: "gap", year: 2035 });
    const alone = countText(gap(tried(wage)) - gap(tried()));
    const row = page.getByRole("row").filter({ has: tick(page, "Living wage for care staff") });
    await expect.poll(() => row.getByRole("cell").last().textContent()).toBe(alone);
    const leave = page.getByRole("row", { name: /^Leave their post/ }).getByRole("cell");
    const leavers = [tried(), tried(previews, terms)].map((result) => result.at({ measure: "leavers", year: 2035 }));
    expect((await leave.allTextContents()).slice(0, 2)).toEqual(leavers.map(countText));
    expect(complaints).toEqual([]);
  });

  it("runs the model again when one is ticked, warns of the same effect twice, and goes back a step", async () => {
    const { page, complaints } = await kept();
    const before = short(tried(previews, terms));
    await answer(page).toBe(before);
    const line = await linesOf(page, "gap");
    await tick(page, "Living wage for care staff").check();
    const now = tried(previews, terms, wage);
    await answer(page).toBe(short(now));
    await expect.poll(() => linesOf(page, "gap")).not.toBe(line);
    expect(now.warnings.join()).toContain("counted twice");
    await page
      .locator(".remarks")
      .getByText(/one effect may be counted twice/)
      .waitFor();
    await page.waitForURL(/#do=living-wage$/);
    await page.goBack();
    await answer(page).toBe(before);
    expect(await tick(page, "Living wage for care staff").isChecked()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it("takes start, reach, strength and cost, keeps them in the link, and saves them as a file the library reads", async () => {
    const { page, complaints } = await kept("#do=better-terms_off");
    await answer(page).toBe(short(tried(previews)));
    const set = page.getByRole("group", { name: "Settings of Realistic job previews" });
    await set.getByLabel("Starts in").selectOption("2025");
    await set.getByLabel("Effect as found").selectOption("strong");
    await set.getByLabel("Reaches").fill("80");
    await set.getByLabel("Costs").fill("40000");
    await set.getByLabel("Costs").press("Enter");
    const [change] = previews.changes;
    const stronger = { ...change, multiply: { discrete: [{ value: 0.76, share: 1 }] } } as (typeof previews.changes)[0];
    const wanted = { ...previews, from: 2025, reach: 0.8, changes: [stronger] };
    await answer(page).toBe(short(tried(wanted)));
    await page.getByText("£440,000 more").first().waitFor();
    await page.waitForURL(/do=realistic-job-preview_from-2025_reach-80_effect-strong_cost-40000,better-terms_off$/);
    const { text, name } = await saved(page, "Save the scenario");
    const again = run(cumbria, parseScenario(text));
    expect(name).toBe(`${again.id}.yaml`);
    expect(again.at({ measure: "gap", year: 2035 })).toBeCloseTo(tried(wanted).at({ measure: "gap", year: 2035 }), 9);
    expect(again.series({ measure: "cost.total" }).map(({ value }) => value)).toEqual(
      again.years.map((year) => (year < 2025 ? 0 : 40_000)),
    );
    const link = new URL(page.url()).hash;
    const second = await site.open("interventions-workbench", link);
    await answer(second.page).toBe(short(tried(wanted)));
    expect(await second.page.getByLabel("Costs").first().inputValue()).toBe("40000");
    expect([...complaints, ...second.complaints]).toEqual([]);
  });

  it("opens every place and its plan, and says what of the catalogue does nothing there", async () => {
    const { page, complaints } = await kept("#start=plan&do=better-terms");
    for (const place of places) {
      const system = await systemOf(place);
      const plan = await scenarioOf(place, "plan");
      await page.getByLabel("Place", { exact: true }).selectOption({ label: system.title });
      await answer(page).toBe(short(run(system, { ...plan, interventions: [...(plan.interventions ?? []), terms] })));
      expect(await page.locator(".observablehq--error").count(), place).toBe(0);
      await page.getByText(/further entries of the catalogue would do nothing here/).waitFor();
    }
    expect(await page.locator(".misfits").textContent()).toContain(
      `${entry("work-experience").title}: there is no labour market “entry level” here.`,
    );
    expect(await tick(page, entry("work-experience").title).count()).toBe(0);
    // An entry that needs a course brings one.
    expect(await tick(page, entry("traineeships").title).count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it("says how sure it is, from the same thousand draws as the library's", async () => {
    const { page, complaints } = await kept("#place=england&of=sector%3Asocial-care&line=95", {
      draws: true,
    });
    await readThrough(page);
    const england = await systemOf("england");
    const still = await scenarioOf("england", "do-nothing");
    const plan: Scenario = { ...still, id: "tried", interventions: [previews, terms] };
    const pool = "sector:social-care";
    const atMost = 0.95 * run(england, still).at({ pool, measure: "gap", year: 2035 });
    const [, sure] = await ensembles(england, [still, plan], { measures: ["gap"] });
    const chance = countText(100 * (sure?.chance({ pool, measure: "gap", year: 2035, atMost }) ?? 0));
    await page.getByText("1,000 draws of").first().waitFor({ timeout: 50_000 });
    expect(await page.locator("#chance").textContent()).toBe(`${chance}%`);
    const { p10, p90 } = sure?.at({ pool, measure: "gap", year: 2035 }) ?? { p10: 0, p90: 0 };
    await page.getByText(`between ${countText(p10)} and ${countText(p90)} FTE short`).waitFor();
    expect(complaints).toEqual([]);
  });
});
