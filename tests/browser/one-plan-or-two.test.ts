import { fileURLToPath } from "node:url";
import { countText } from "@cadre/charts";
import { parseScenario, type Result, run, type Scenario } from "cadre";
import { readScenario, readSystem } from "cadre/node";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasChromium } from "./chromium.ts";
import { linesOf, mustHaveChromium, notebookSite, press, saved, words } from "./notebook-site.ts";

const folder = fileURLToPath(new URL("../../scenarios/nottinghamshire/", import.meta.url));
const system = await readSystem(`${folder}system.yaml`);
const read = (id: string) => readScenario(`${folder}${id}.yaml`);
const gap = (result: Result, pool = "all") => result.at({ pool, measure: "gap", year: 2035 });
const short = (result: Result) => `${countText(gap(result))} FTE short`;
const asIn = async (id: string) => short(run(system, await read(id)));

mustHaveChromium();

describe.skipIf(!hasChromium)(`One plan or two in a browser${words}`, () => {
  const site = notebookSite();
  const kept = async () => {
    const watched = await site.kept("one-plan-or-two");
    await watched.page.locator("#tried").waitFor();
    return watched;
  };
  const set = (page: Page, hash: string) => page.goto(`${site.address()}/one-plan-or-two.html${hash}`);
  const bothPlans = (page: Page) => page.locator("#tried, #tried-two").allTextContents();

  it("shows the numbers of the library: of both plans, of care and of health", async () => {
    const { page, complaints } = await kept();
    const [one, two] = [run(system, await read("one-plan")), run(system, await read("two-plans"))];
    expect(await page.locator("#answer").textContent()).toBe(short(one));
    await expect.poll(() => bothPlans(page)).toEqual([short(one), short(two)]);
    const row = page.getByRole("table", { name: /^As set above/ }).getByRole("row");
    for (const [name, pool] of [
      ["social care", "sector:social-care"],
      ["health", "sector:health"],
    ] as const) {
      const cells = await row
        .filter({ hasText: `Gap, FTE: ${name}` })
        .getByRole("cell")
        .allTextContents();
      expect(cells.slice(1)).toEqual([countText(gap(two, pool)), countText(gap(one, pool))]);
    }
    expect(complaints).toEqual([]);
  });

  it("runs both plans again when a slider moves, draws them, and opens again as the link says", async () => {
    const { page, complaints } = await kept();
    await page.getByRole("table", { name: /^As set above/ }).waitFor();
    const before = await linesOf(page, "health-tried");
    await press(page, /How hard health looks/, "ArrowRight", 2);
    const moved = [
      short(run(system, harder(await read("one-plan")))),
      short(run(system, harder(await read("two-plans")))),
    ];
    await expect.poll(() => bothPlans(page)).toEqual(moved);
    await expect.poll(() => linesOf(page, "health-tried")).not.toBe(before);
    await page.waitForURL(/#health=120$/);
    const again = await site.open("one-plan-or-two", "#health=120");
    await again.page.locator("#tried").waitFor();
    await expect.poll(() => bothPlans(again.page)).toEqual(moved);
    expect([...complaints, ...again.complaints]).toEqual([]);
  });

  it("carries out what is set and ticked as the scenarios do", async () => {
    const { page } = await kept();
    await set(page, "#reach=0");
    const two = await asIn("two-plans");
    await expect.poll(() => bothPlans(page)).toEqual([two, two]);
    await page.getByText("One plan makes no difference in all").waitFor();
    const today = "care=100&health=100&offer=100&reach=0";
    for (const [hash, ids] of [
      ["one=campaign", ["one-plan-and-campaign", "two-plans"]],
      [`${today}&one=agency-root-causes&two=pay-parity`, ["agency-root-causes", "pay-parity"]],
      [`${today}&one=seven-day-where-needed&two=holistic-workers`, ["seven-day-where-needed", "holistic-workers"]],
      [`${today}&two=pay-parity&whole=yes`, ["do-nothing", "pay-parity-as-hoped"]],
    ] as const) {
      await set(page, `#${hash}`);
      await expect.poll(() => bothPlans(page), { timeout: 10_000 }).toEqual(await Promise.all(ids.map(asIn)));
    }
  });

  it("saves both plans as files that the library runs to the same numbers", async () => {
    const { page, complaints } = await kept();
    await set(page, "#reach=50&one=campaign,holistic-workers&campaign=15&called=half+way");
    await page
      .getByRole("img", { name: /half way/ })
      .first()
      .waitFor();
    const [one, two] = await bothPlans(page);
    const joint = await saved(page, "Save the scenario (YAML)");
    const separate = await saved(page, "Save what it is compared with (YAML)");
    expect([joint.name, separate.name]).toEqual(["one-plan-half-way.yaml", "two-plans-half-way.yaml"]);
    expect([joint, separate].map(({ text }) => short(run(system, parseScenario(text))))).toEqual([one, two]);
    const pack = await saved(page, "Board pack (PPTX)");
    expect(pack.text.slice(0, 2), "the first letters of a zip archive").toBe("PK");
    expect(complaints).toEqual([]);
  });
});

/** The same plan, with health looking a fifth harder than today for support staff. */
const harder = (plan: Scenario): Scenario => ({
  ...plan,
  assumptions: (plan.assumptions ?? []).map((one) =>
    one.parameter === "recruitment.effort" && one.where?.role === "clinical support" ? { ...one, multiply: 1.2 } : one,
  ),
});
