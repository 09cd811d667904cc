import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { hasChromium } from "./chromium.ts";
import { mustHaveChromium, notebookSite, strangers, words } from "./notebook-site.ts";

mustHaveChromium();

describe.skipIf(!hasChromium)(`The preview in a browser${words}`, () => {
  const site = notebookSite();
  let server: ChildProcess | undefined;
  afterAll(() => server?.kill());

  it("shows a notebook as it stands, and what a run of it gives", async () => {
    const address = await started((child) => {
      server = child;
    });
    const watched = await site.openAddress(`${address}own-place.html`);
    await watched.page.locator("#tried").waitFor({ timeout: 40_000 });
    expect(strangers(watched)).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });
});

/** Starts `npm run notebooks` and gives the address that it prints. */
function started(keep: (child: ChildProcess) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const cwd = fileURLToPath(new URL("../..", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", "--conditions=source", "notebooks/preview.ts"], { cwd });
    keep(child);
    let printed = "";
    child.stdout.on("data", (part: Buffer) => {
      printed += part;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the address is printed in colour
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed.replace(/\u001b\[\d+m/g, ""))?.[0];
      if (address) resolve(address);
    });
    child.stderr.on("data", (part: Buffer) => {
      printed += part;
    });
    child.on("error", reject);
    child.on("close", () => reject(new Error(`The preview ended:\n${printed}`)));
  });
}
