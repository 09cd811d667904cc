import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const fresh = mkdtempSync(join(tmpdir(), "cadre-api-"));
afterAll(() => rmSync(fresh, { recursive: true, force: true }));

/** Every page below a folder by its path, with its text. */
function pages(folder: string): Record<string, string> {
  const found: [string, string][] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found.push([path.slice(folder.length).replaceAll("\\", "/"), readFileSync(path, "utf8")]);
  }
  return Object.fromEntries(found.sort());
}

it("docs/api says what the code says (npm run docs:api writes it again)", async () => {
  const typedoc = join(root, "node_modules", "typedoc", "bin", "typedoc");
  await promisify(execFile)(process.execPath, [typedoc, "--out", fresh], { cwd: root });
  const now = pages(fresh);
  const kept = pages(join(root, "docs", "api"));
  const stale = [...new Set([...Object.keys(now), ...Object.keys(kept)])].filter((path) => now[path] !== kept[path]);
  expect(stale.sort()).toEqual([]);
}, 60_000);
