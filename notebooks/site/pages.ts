import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the notebooks. */
export const NOTEBOOKS = fileURLToPath(new URL("..", import.meta.url));

/** Every notebook by its file name, the list of them first. */
export function notebookFiles(): string[] {
  const files = readdirSync(NOTEBOOKS).filter((name) => name.endsWith(".html"));
  return ["index.html", ...files.filter((name) => name !== "index.html").sort()];
}
