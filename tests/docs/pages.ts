import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT: string = fileURLToPath(new URL("../..", import.meta.url));

/** The text of a file, named by its path from the root. */
export const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

const IGNORED = /(^|\/)(node_modules|dist|out|\.git|\.observable|\.examples-[^/]*)(\/|$)/;

/** The files below the root with a given ending, by their path from the root with forward slashes. */
export function filesEnding(ending: string): string[] {
  const found: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (IGNORED.test(path)) continue;
      if (entry.isDirectory()) visit(path);
      else if (path.endsWith(ending)) found.push(path);
    }
  };
  visit("");
  return found.sort();
}

/** Every page but those of docs/api, which are made from doc comments. */
export const writtenPages = (): string[] => filesEnding(".md").filter((path) => !path.startsWith("docs/api/"));
