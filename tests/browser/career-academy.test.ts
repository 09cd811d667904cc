import { fileURLToPath } from "node:url";
import { countText } from "@cadre/charts";
import { ensembles, type Result, run } from "cadre";
import { solve } from "cadre/decide";
import { readScenario, readSystem } from "cadre/node";
import { stillInPost } from "cadre/results";
import { describe, expect, it } from "vitest";
import { hasChromium } from "./chromium.ts";
import { mustHaveChromium, notebookSite, press, readThrough, words } from "./notebook-site.ts";

const folder = fileURLToPath(new URL("../../scenarios/north-west-academies/", import.meta.url));
const system = await readSystem(`${folder}system.yaml`);
const nothing = await readScenario(`${folder}do-nothing.yaml`);
const intake = "pipelines.fylde-academy-course.intake";
const pool = "fylde-academy";
const fylde = "employer:Fylde Coast care employers";

mustHaveChromium();

describe.skipIf(!hasChromium)(`A career academy in a browser${words}`, () => {
  const site = notebookSite();

  const kept = () => site.kept("career-academy", "", { draws: true });

  it("says how sure it is, from the same thousand draws as the library's", async () => {
    const { page } = await kept();
    await readThrough(page);
    const [sure] = await ensembles(system, [nothing], { measures: ["gap"] });
    const { p10, p90 } = sure?.at({ pool: fylde, measure: "gap", year: 2035 }) ?? { p10: 0, p90: 0 };
    await page
      .getByText(`between ${countText(p10)} and ${countText(p90)} FTE short`)
      .first()
      .waitFor({ timeout: 50_000 });
    await page.getByText("1,000 draws of").first().waitFor();
  });

  it("says how many of an academy's people are still there, as the library does, and what each has cost", async () => {
    const { page, complaints } = await kept();
    await page.evaluate("window.drawsAll = false");
    await expect.poll(() => page.locator("#tried").textContent()).toBe(stayingOf(run(system, nothing)));
    await press(page, "Courses a year", "ArrowRight", 5);
    const ten = run(system, { ...nothing, changes: [{ parameter: intake, set: 220 }] });
    await expect.poll(() => page.locator("#tried").textContent()).toBe(stayingOf(ten));
    const costs = page.getByRole("table", { name: "Pounds for each person still in the post" });
    const online = costs.getByRole("row", { name: "Fylde Coast, found online" });
    // £3,900 over 41%, 14% and 7%, as the place's README has them.
    expect(await online.locator("td").allTextContents()).toEqual(["£3,900", "£9,500", "£27,900", "£55,600"]);
    const levers = [{ parameter: intake, from: 2019, set: {} }];
    const closes = solve(system, { levers, targets: [{ pool: fylde, year: 2035, atMost: 0 }] });
    const learners = closes.kind === "value" ? closes.levers[0]!.value : Number.NaN;
    await page.getByText(`${countText(learners / 22)} courses a year`).waitFor();
    expect(complaints).toEqual([]);
  });
});

function stayingOf(result: Result): string {
  const began = result.at({ pool, measure: "joiners.pipeline", year: 2021 });
  const [one, three, five] = [1, 3, 5].map((years) =>
    countText(began * stillInPost(result, { pool, years, year: 2021 })),
  );
  return `${one}, ${three} and ${five}`;
}
