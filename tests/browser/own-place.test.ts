import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { countText } from "@cadre/charts";
import { parseSystem, run } from "cadre";
import { describe, expect, it } from "vitest";
import { firstText } from "../../notebooks/lib/first-text.ts";
import { hasChromium } from "./chromium.ts";
import { mustHaveChromium, notebookSite, saved, words } from "./notebook-site.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const example = readFileSync(`${ROOT}notebooks/example-system.yaml`, "utf8");
const files = (path: string) => ({ text: readFileSync(ROOT + path.replace(/^(\.\.\/)+/, ""), "utf8") });
const gapOf = (text: string): string =>
  `${countText(run(parseSystem(text, { files })).at({ measure: "gap", year: 2035 }))} FTE short`;

mustHaveChromium();

describe.skipIf(!hasChromium)(`One's own place in a browser${words}`, () => {
  const site = notebookSite();
  const open = async () => {
    const watched = await site.open("own-place");
    await watched.page.locator("#tried").waitFor();
    const editor = watched.page.getByRole("textbox", { name: "The system file" });
    const yaml = async () => {
      await watched.page.getByRole("tab", { name: "YAML" }).click();
      return editor;
    };
    return { ...watched, yaml, answer: watched.page.locator("#answer") };
  };

  it("begins with a form that draws the gap at once, says what is assumed and what that does, and is one with the text", async () => {
    const { page, yaml, answer, complaints } = await open();
    const first = firstText().text;
    expect(await answer.textContent()).toBe(gapOf(first));
    await page.getByText("0 of 5 numbers are yours. The rest are assumed.").waitFor();
    const vacancies = page.getByRole("listitem").filter({ hasText: "No vacancy rate is given: 0% is assumed." });
    const with8 = first.replace(/vacancyRate: .*/, "vacancyRate: 8%");
    await vacancies.getByText(`With 8%, the gap in 2035 would be ${gapOf(with8)}.`).waitFor();
    await page.getByLabel("Posts vacant").fill("8");
    await expect.poll(() => answer.textContent()).toBe(gapOf(with8));
    await expect.poll(() => vacancies.count()).toBe(0);
    await page.getByLabel("Leave in a year").fill("nine");
    await page.getByText("Give a number, such as 1,200 or 6.7.").waitFor();
    await page.getByLabel("Leave in a year").fill("1200");
    await page.getByRole("alert").getByText("This number is too large here.").waitFor();
    expect(await answer.textContent()).toBe(gapOf(with8));
    await page.getByLabel("Leave in a year").fill("20");
    await page.getByLabel("What that rate counts").selectOption({ label: "As the NHS leaver rate" });
    const text = await (await yaml()).inputValue();
    expect(text).toContain("vacancyRate: 8%\n");
    expect(text).toContain("rate: 20%\n      kind: leavers-per-average-headcount");
    await expect.poll(() => answer.textContent()).toBe(gapOf(text));
    await (await yaml()).fill(text.replace("vacancyRate: 8%", "vacancyRate: 12%"));
    await page.getByRole("tab", { name: "Numbers" }).click();
    await expect.poll(() => page.getByLabel("Posts vacant").inputValue()).toBe("12");
    expect(complaints).toEqual([]);
  });

  it("asks for the people by age, and for more groups of staff", async () => {
    const { page, yaml, answer, complaints } = await open();
    await page.getByLabel("Its people").selectOption({ label: "My own numbers, by age" });
    await page.getByLabel("Aged 65+, 2035").fill("30,000");
    await page.getByRole("button", { name: "Add a group of staff" }).click();
    await page.getByRole("textbox", { name: "Group of staff" }).fill("Nurses");
    await page.getByRole("combobox", { name: "Sector" }).selectOption({ label: "NHS" });
    await page.getByRole("textbox", { name: "People in post" }).fill("2,400");
    await page.getByRole("button", { name: "Nurses", pressed: true }).waitFor();
    const text = await (await yaml()).inputValue();
    expect(text).toContain("title: Nurses");
    expect(text).toContain("retirement: nhs");
    await expect.poll(() => answer.textContent()).toBe(gapOf(text));
    await page.getByRole("tab", { name: "Numbers" }).click();
    await page.getByRole("button", { name: "Take this one out" }).click();
    await expect.poll(() => page.getByRole("textbox", { name: "Group of staff" }).inputValue()).toBe("Staff");
    expect(complaints).toEqual([]);
  });

  it("runs the text that is typed", async () => {
    const { page, yaml, answer, complaints } = await open();
    const other = example.replace("value: 1200", "value: 2400");
    await (await yaml()).fill(other);
    await expect.poll(() => answer.textContent()).toBe(gapOf(other));
    expect((await saved(page, "Save the text")).text).toBe(other);
    expect(complaints).toEqual([]);
  });

  it("shows what is wrong at its line and column, keeps the last answer, and leads there", async () => {
    const { page, yaml, answer, complaints } = await open();
    const editor = await yaml();
    await editor.fill(example);
    await expect.poll(() => answer.textContent()).toBe(gapOf(example));
    await editor.fill(example.replace("    fte: 0.75", "    ftee: 0.75"));
    const line = example.split("\n").indexOf("    fte: 0.75") + 1;
    await page.getByRole("button", { name: `Line ${line}, column 5` }).click();
    await page.getByText("did you mean “fte”?").waitFor();
    const selected =
      "document.activeElement.value.slice(...[document.activeElement].flatMap((e) => [e.selectionStart, e.selectionEnd]))";
    expect(await page.evaluate(selected)).toBe("ftee: 0.75");
    expect(await answer.textContent()).toBe(gapOf(example));
    await page.getByRole("tab", { name: "Numbers" }).click();
    await page.getByRole("button", { name: `See line ${line}` }).click();
    expect(await page.evaluate(selected)).toBe("ftee: 0.75");
    await editor.fill(example);
    await expect.poll(() => page.locator(".problems").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("copies a link that says what it holds and opens the same place again, and asks before a text is lost", async () => {
    const { page, yaml, answer, complaints } = await open();
    const editor = await yaml();
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
    const { page, yaml, answer } = await open();
    const editor = await yaml();
    await editor.fill(example);
    await expect.poll(() => answer.textContent()).toBe(gapOf(example));
    await editor.fill(example.replace("value: 30%", "value: 45%"));
    await page.getByText(/This is the base-year rule\. .* “Home care” now looks for/).waitFor();
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
    await page.getByRole("tab", { name: "Drop a file" }).click();
    await page.getByLabel("Drop a file here, or choose one").setInputFiles([
      { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(table + later) },
      { name: "westshire.yaml", mimeType: "application/yaml", buffer: Buffer.from(system) },
    ]);
    await page.getByText("Opened: people.csv, westshire.yaml.").waitFor();
    const read = (path: string) => (path.endsWith("people.csv") ? { text: table + later } : files(path));
    const result = run(parseSystem(system, { files: read }));
    await expect
      .poll(() => answer.textContent())
      .toBe(`${countText(result.at({ measure: "gap", year: 2035 }))} FTE short`);
    await page.close();
  });

  it("shows words of a file as words, in the page and in what is saved", async () => {
    const { page, yaml, answer } = await open();
    const editor = await yaml();
    await editor.fill(example);
    await expect.poll(() => answer.textContent()).toBe(gapOf(example));
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
