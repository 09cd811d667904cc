import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const FOLDERS = [
  "packages/charts/src",
  "packages/workbook/src",
  "packages/report/src",
  "packages/cli/src",
  "notebooks/lib",
  "notebooks/site",
];
/** The one file that says what colour means what. */
const TOKENS = "packages/charts/src/colours.ts";

test("charts, pages, slides, sheets and papers take their colours from one file", () => {
  const found = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name}`)
      .filter((path) => /\.(ts|css)$/.test(path) && !/\.test(-data)?\.ts$/.test(path) && path !== TOKENS)
      .flatMap((path) => {
        // Examples in comments may say what a colour comes to.
        const code = readFileSync(join(ROOT, path), "utf8").replace(/^\s*\*.*$/gm, "");
        const colours = code.match(/#[0-9a-f]{3}(?:[0-9a-f]{3})?\b|"(?:FF)?[0-9A-F]{6}"|\brgba?\(|\bhsla?\(/gi) ?? [];
        return colours.map((colour) => `${path}: ${colour}`);
      }),
  );
  expect(found).toEqual([]);
});
