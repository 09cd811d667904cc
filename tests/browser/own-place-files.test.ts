import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { countText } from "@cadre/charts";
import { parseSystem, run } from "cadre";
import { describe, expect, it } from "vitest";
import { hasChromium } from "./chromium.ts";
import { mustHaveChromium, notebookSite, saved, strangers, words } from "./notebook-site.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const files = (path: string) => ({ text: readFileSync(ROOT + path.replace(/^(\.\.\/)+/, ""), "utf8") });

mustHaveChromium();

describe.skipIf(!hasChromium)(`Files dropped on one's own place${words}`, () => {
  const site = notebookSite();

  it("does the guide From a staff list to a projection as one file, without a network, and keeps the list to itself", async () => {
    const watched = await site.openOneFile("own-place");
    const { page, complaints } = watched;
    await page.locator("#answer").waitFor();
    await page.context().setOffline(true);
    await page.getByRole("tab", { name: "Drop a file" }).click();
    await page.getByLabel("Drop a file here, or choose one").setInputFiles(`${ROOT}data/examples/staff-list.csv`);
    const taken = (column: string) => page.getByRole("combobox", { name: `Column ${column} is taken for` });
    await taken("WTE").waitFor();
    expect(await taken("Date of Birth").inputValue()).toBe("birth");
    expect(await taken("WTE").inputValue()).toBe("fte");
    expect(await taken("Full Name").inputValue()).toBe("");
    await page.getByRole("button", { name: "Use these numbers" }).click();
    await page.getByText("Give the day that the list shows").waitFor();
    await page.getByLabel("Day the list shows").fill("2024-03-31");
    await page.getByRole("button", { name: "Use these numbers" }).click();
    await page.getByText("662 rows of staff-list.csv read, 649 used, 13 left out.").waitFor();
    const nurses = page.getByRole("table", { name: "Groups of staff of the list" }).getByRole("row").nth(1);
    const cells = await nurses.getByRole("cell").or(nurses.getByRole("rowheader")).allTextContents();
    expect(cells).toEqual(["Nurses", "209", "176", "60", "10.8%", "8.3% to 13.7%"]);
    expect((await saved(page, "Rows left out (CSV)")).text.trim().split("\n")).toHaveLength(14);

    await page.getByRole("tab", { name: "Numbers" }).click();
    await page.getByRole("button", { name: "Nurses", pressed: true }).waitFor();
    await page.getByLabel("Posts vacant").fill("8");
    const text = await page.locator("#system-text").inputValue();
    expect(text).toContain("vacancyRate: 8%\n");
    expect(text).not.toMatch(/2000\d{4}|Person \d/);
    const result = run(parseSystem(text, { files }));
    const gap = `${countText(result.at({ measure: "gap", year: 2034 }))} FTE short`;
    await expect.poll(() => page.locator("#answer").textContent()).toBe(gap);
    expect(strangers(watched)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().setOffline(false);
  });

  it("says what is wrong with a file beside it, and leaves the answer as it was", async () => {
    const { page, complaints } = await site.open("own-place");
    const before = await page.locator("#answer").textContent();
    await page.getByRole("tab", { name: "Drop a file" }).click();
    const drop = page.getByLabel("Drop a file here, or choose one");
    await drop.setInputFiles({ name: "empty.csv", mimeType: "text/csv", buffer: Buffer.from("") });
    await page.getByRole("alert").getByText("The file is empty.").waitFor();
    expect(await page.locator("#answer").textContent()).toBe(before);
    expect(complaints).toEqual([]);
  });
});
