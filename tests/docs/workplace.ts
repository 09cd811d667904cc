import { cpSync, existsSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A copy of the repository as a reader has it, in which commands may write. What a planner edits is copied; what a
 * command only reads is linked.
 */
export function workplace(root: string): string {
  const place = mkdtempSync(join(tmpdir(), "cadre-docs-"));
  for (const name of ["scenarios", "data"]) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(place, name), { recursive: true });
  }
  for (const name of [
    "packages",
    "node_modules",
    "package.json",
    "bootstrap.js",
    "tsconfig.json",
    "tsconfig.base.json",
  ])
    symlinkSync(join(root, name), join(place, name));
  return place;
}
