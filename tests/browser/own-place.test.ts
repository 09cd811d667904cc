import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { whole } from "@cadre/charts";
import { parseSystem, run } from "cadre";
import { describe, expect, it } from "vitest";
import { hasChromium } from "./chromium.ts";
import { mustHaveChromium, notebookSite, saved, words } from "./notebook-site.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const example = readFileSync(`${ROOT}notebooks/example-system.yaml`, "utf8");
const files = (path: string) => ({ text: readFileSync(`${ROOT}${path}`, "utf8") });
const gapOf = (text: string): string =>
  `${whole(run(parseSystem(text, { files })).at({ measure: "gap", year: 2035 }))} FTE short`;

mustHaveChromium();

describe.skipIf(!hasChromium)(`One's own place in a browser${words}`, () => {
  const site = notebookSite();
  const open = async () => {
    const watched = await site.open("own-place");
    await watched.page.locator("#tried").waitFor();
    const editor = watched.page.getByRole("textbox", { name: "The system file" });
    return { ...watched, editor, answer: watched.page.locator("#answer") };
  };

  it("runs the text that is there, and another one as it is typed", async () => {
    const { page, editor, answer, complaints } = await open();
    expect(await answer.textContent()).toBe(gapOf(example));
    const other = example.replace("value: 1200", "value: 2400");
    await editor.fill(other);
    await expect.poll(() => answer.textContent()).toBe(gapOf(other));
    expect((await saved(page, "Save the text")).text).toBe(other);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("shows what is wrong at its line and column, keeps the last answer, and leads there", async () => {
    const { page, editor, answer, complaints } = await open();
    await editor.fill(example.replace("    fte: 0.75", "    ftee: 0.75"));
    const line = example.split("\n").indexOf("    fte: 0.75") + 1;
    await page.getByRole("button", { name: `Line ${line}, column 5` }).click();
    await page.getByText("did you mean “fte”?").waitFor();
    const selected =
      "document.activeElement.value.slice(...[document.activeElement].flatMap((e) => [e.selectionStart, e.selectionEnd]))";
    expect(await page.evaluate(selected)).toBe("ftee: 0.75");
    expect(await answer.textContent()).toBe(gapOf(example));
    await editor.fill(example);
    await expect.poll(() => page.locator(".problems").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("copies a link that says what it holds and opens the same place again, and asks before a text is lost", async () => {
    const { page, editor, answer, complaints } = await open();
    const other = example.replace("value: 1200", "value: 2400");
    await editor.fill(other);
    await expect.poll(() => answer.textContent()).toBe(gapOf(other));
    const asked = new Promise<string>((resolve) =>
      page.once("dialog", async (dialog) => {
        await dialog.dismiss();
        resolve(dialog.type());
      }),
    );
    await page.close({ runBeforeUnload: true });
    expect(await asked).toBe("beforeunload");
    await page.getByRole("button", { name: "Copy link" }).press("Enter");
    await page.getByText(/holds the whole text of your place \(\d+ lines\) and what is set/).waitFor();
    const link = await page.locator(".take-away input").inputValue();
    const second = await site.openAddress(link);
    await expect.poll(() => second.page.locator("#answer").textContent()).toBe(gapOf(other));
    await second.page.getByLabel("Keep the text in this browser").check();
    const third = await site.open("own-place");
    await expect.poll(() => third.page.locator("#answer").textContent()).toBe(gapOf(other));
    await third.page.getByLabel("Keep the text in this browser").uncheck();
    expect([...complaints, ...second.complaints, ...third.complaints]).toEqual([]);
  });

  it("says why a higher leaving rate in the text narrows the gap, and that recruits of filled posts cannot be set", async () => {
    const { page, editor } = await open();
    await editor.fill(example.replace("value: 30%", "value: 45%"));
    await page.getByText(/That is the base-year rule: .* “Home care” now looks for/).waitFor();
    await editor.fill(
      example.replaceAll(/recruitment:\n {6}mode: replace\n(?: {6}.*\n)+/g, "recruitment: { mode: fill }\n"),
    );
    await page.getByText(/^This slider cannot change anything: “Home care”, “The hospital” recruit/).waitFor();
    expect(await page.getByRole("slider", { name: /^Recruits looked for/ }).isDisabled()).toBe(true);
  });

  it("opens a system file with the table that it names", async () => {
    const { page, answer } = await open();
    const table = "place,year,age,people\nW,2023,0-15,18000\nW,2023,16-64,62000\nW,2023,65-74,11000\nW,2023,75+,9000\n";
    const later = table.split("\n").slice(1).join("\n").replaceAll("2023", "2036").replace("9000", "18000");
    const system = example
      .replace(
        / {2}note: Example; replace by an official projection\n {2}people:\n(?: {4}.*\n)+/,
        "  table: people.csv\n",
      )
      .replace("place: Westshire", "place: W");
    await page.getByLabel("Open files").setInputFiles([
      { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(table + later) },
      { name: "westshire.yaml", mimeType: "application/yaml", buffer: Buffer.from(system) },
    ]);
    await page.getByText("Opened: people.csv, westshire.yaml.").waitFor();
    const read = (path: string) => (path.endsWith("people.csv") ? { text: table + later } : files(path));
    const result = run(parseSystem(system, { files: read }));
    await expect.poll(() => answer.textContent()).toBe(`${whole(result.at({ measure: "gap", year: 2035 }))} FTE short`);
    await page.close();
  });

  it("shows words of a file as words, in the page and in what is saved", async () => {
    const { page, editor } = await open();
    const markup = "<img src=x onerror=document.title='hit'>";
    const formula = '=HYPERLINK("http://x","y")';
    await editor.fill(
      example
        .replace("title: Health and care staff of Westshire", `title: "${markup}"`)
        .replace("title: Home care", `title: '${formula}'`),
    );
    await page.getByText(`If nothing changes, ${markup} would be`).waitFor();
    await page.getByRole("table", { name: "Gap in FTE: demand less" }).getByText(formula).waitFor();
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.title()).toBe("Model your own place");
    await page.getByText("The numbers, and the picture").last().click();
    const pools = page.locator(".chart").last();
    const { text: csv } = await saved(page, "Numbers as CSV", pools);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
    await page.close();
  });
});
