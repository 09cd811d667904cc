import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { CadreError } from "cadre";

const SKIPPED = /^(\.|node_modules$)/;

/** The checks files that the given paths name: a file itself, or every `checks.yaml` below a folder. */
export function findChecks(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap(checksAt))];
}

function checksAt(path: string): string[] {
  if (!existsSync(path)) throw missing(path, "There is no such file or folder.");
  if (!statSync(path).isDirectory()) return [path];
  const found = below(path);
  // Checking nothing would look like everything being fine.
  if (found.length === 0) throw missing(path, "There is no checks.yaml in this folder or below it.");
  return found;
}

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return SKIPPED.test(entry.name) ? [] : below(join(folder, entry.name));
      return /^checks\.(ya?ml|json)$/.test(entry.name) ? [join(folder, entry.name)] : [];
    });
}

const missing = (path: string, message: string): CadreError =>
  new CadreError({
    code: "missing-file",
    message,
    value: path,
    rule: "Name a checks file, or a folder that holds one.",
    fix: "Correct the path; `cadre new` makes a system with checks.",
  });
