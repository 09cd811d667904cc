import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { hasChromium } from "./chromium.ts";
import { accessFaults, mustHaveChromium, notebookSite, readThrough, strangers, words } from "./notebook-site.ts";

const NOTEBOOKS = readdirSync(fileURLToPath(new URL("../../notebooks", import.meta.url)))
  .filter((name) => name.endsWith(".html") && name !== "index.html")
  .map((name) => name.replace(/\.html$/, ""));

/** Bytes that a page has fetched of scripts and styles, as they are once unpacked; workers share one script. */
const FETCHED = `
  const sizes = performance.getEntriesByType("resource").map(({ name, decodedBodySize }) => [name, decodedBodySize]);
  [...new Map(sizes).values()].reduce((sum, size) => sum + size, 0)
`;

mustHaveChromium();

describe.skipIf(!hasChromium)(`Every notebook in a browser${words}`, () => {
  const site = notebookSite();

  it("says where the site is, and its list leads to every notebook", async () => {
    expect(site.printed()).toContain("site/index.html");
    const { page, complaints } = await site.open("index");
    const links = await page.getByRole("main").getByRole("link").all();
    const targets = await Promise.all(links.map((link) => link.getAttribute("href")));
    for (const name of NOTEBOOKS) expect(targets).toContain(`./${name}.html`);
    expect(await accessFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("is a site of less than 6 MB", () => {
    const folder = join(site.folder(), "site");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)).toBeLessThan(6e6);
  });

  describe.each(NOTEBOOKS)("%s", (name) => {
    it("loads little, asking nobody, and everybody can use it, also on a telephone", async () => {
      const watched = await site.open(name);
      const { page, complaints } = watched;
      await page.locator(".chart svg").first().waitFor();
      // On two idle cores this much is fetched, read and drawn within two seconds; here they are shared.
      expect(await page.evaluate(FETCHED)).toBeLessThan(2e6);
      await readThrough(page);
      await page.getByText("draws of").first().waitFor({ timeout: 40_000 });
      // Whatever more draws would show is not waited for, and leaves the processors to what follows.
      await site.endWorkers(page);
      expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
      for (const label of await page.getByRole("img").all())
        expect(await label.getAttribute("aria-label"), "an alternative text with numbers").toMatch(/\d/);
      await page.setViewportSize({ width: 360, height: 800 });
      await expect.poll(() => page.evaluate("document.documentElement.scrollWidth")).toBe(360);
      expect(await accessFaults(page)).toEqual([]);
      expect(strangers(watched)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    });

    it("opens from the disk as one file, which runs no text as code", async () => {
      const watched = await site.openOneFile(name);
      const { page, complaints } = watched;
      await page.locator(".chart svg").first().waitFor();
      await site.endWorkers(page);
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
      expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src ('sha256-[^']+' ?)+;/);
      expect(await page.getByRole("link", { name: "All notebooks" }).count()).toBe(0);
      expect(strangers(watched)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    });
  });
});
