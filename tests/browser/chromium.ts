import { existsSync } from "node:fs";
import { type BrowserServer, chromium } from "playwright-core";

/** Where Debian and Ubuntu install it. */
const EXECUTABLE = "/usr/bin/chromium";

export const hasChromium: boolean = existsSync(EXECUTABLE);

/**
 * Parts of a browser that no test needs. The first two draw suggestions below an address bar that nobody sees: two seconds
 * of processor time for every window. The rest is what Playwright leaves out, said again since the last such list counts.
 */
const LEFT_OUT = [
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "AvoidUnnecessaryBeforeUnloadCheckSync"],
  ...[
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
  ],
  ...[
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "TcpPortRandomizationWin",
  ],
  ...["OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"],
];

const FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
  `--disable-features=${LEFT_OUT.join(",")}`,
];

/** A browser that several test files can use at once, each in contexts of its own; closing it leaves nothing behind. */
export function startChromium(): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath: EXECUTABLE, headless: true, args: FLAGS });
}
