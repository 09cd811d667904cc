import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Everything a built file imports, through all the files it is built of. */
export function reachableFrom(entry: string): string[] {
  const seen = new Set<string>();
  const imports = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    // Examples in comments import what they like.
    const code = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    for (const [, from = ""] of code.matchAll(/(?:^|[\s;])(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
      imports.add(from);
      if (from.startsWith(".")) follow(join(dirname(file), from));
    }
  };
  follow(entry);
  return [...imports].sort();
}
