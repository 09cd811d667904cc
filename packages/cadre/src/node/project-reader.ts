import { existsSync, realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { LARGEST_TABLE } from "../system/csv-table.ts";
import type { FileReader } from "../system/files.ts";
import { outsideOf, projectFolder, within } from "./project-folder.ts";
import { readText } from "./read-text.ts";

/** Reads the tables and schedules that a file names, as long as they lie within its project folder. */
export function projectReader(file: string): FileReader {
  const root = realpathSync(projectFolder(file));
  return (path, from) => {
    const wanted = resolve(from === "project" ? root : dirname(file), path);
    if (!within(root, wanted)) throw outsideOf(file, path);
    if (!existsSync(wanted)) return undefined;
    // A link may lead elsewhere although its own place is inside.
    if (!within(root, realpathSync(wanted))) throw outsideOf(file, path);
    return readText(wanted, path, LARGEST_TABLE);
  };
}
