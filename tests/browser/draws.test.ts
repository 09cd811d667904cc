import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltPage, builtPage } from "./built-page.ts";
import { hasChromium } from "./chromium.ts";
import { drawn } from "./draws/town.ts";
import { mustHaveChromium, words } from "./notebook-site.ts";

mustHaveChromium();

describe.skipIf(!hasChromium)(`Draws in a browser${words}`, () => {
  let built: BuiltPage;
  beforeAll(async () => {
    built = await builtPage("draws");
  }, 60_000);
  afterAll(() => built?.close());

  it.each([false, true])("are those of Node with the same seed to 1e-9; careers by chance: %s", async (noise) => {
    const made = (await built.page.evaluate(`window.make(${noise})`)) as Awaited<ReturnType<typeof drawn>>;
    const wanted = await drawn(noise);
    expect(wanted.rows.length).toBeGreaterThan(1000);
    for (const part of ["rows", "differences"] as const) {
      expect(made[part]).toHaveLength(wanted[part].length);
      const worst = wanted[part].map((value, i) => Math.abs(made[part][i]! - value) / Math.max(1, Math.abs(value)));
      expect(Math.max(...worst)).toBeLessThan(1e-9);
    }
    expect(built.complaints).toEqual([]);
  });
});
