import { existsSync } from "node:fs";
import { type BrowserServer, chromium } from "playwright-core";

/** Where Debian and Ubuntu install it. */
const EXECUTABLE = "/usr/bin/chromium";

export const hasChromium: boolean = existsSync(EXECUTABLE);

const FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** A browser that several test files can use at once, each in contexts of its own; closing it leaves nothing behind. */
export function startChromium(): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath: EXECUTABLE, headless: true, args: FLAGS });
}
