import { existsSync, readdirSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { CadreError, type Problem } from "../error/cadre-error.ts";
import { LARGEST_TABLE } from "../system/csv-table.ts";
import type { FileReader } from "../system/files.ts";
import { outsideOf, projectFolder, within } from "./project-folder.ts";
import { readText } from "./read-text.ts";

/** Reads the tables and schedules that a file names, as long as they lie within its project folder. */
function projectReader(file: string): FileReader {
  const root = realpathSync(projectFolder(file));
  const folderOf = (from: "system" | "project") => (from === "project" ? root : dirname(file));
  const read: FileReader = (path, from) => {
    const wanted = resolve(folderOf(from), path);
    if (!within(root, wanted)) throw outsideOf(file, path);
    if (!existsSync(wanted)) return undefined;
    // A link may lead elsewhere although its own place is inside.
    if (!within(root, realpathSync(wanted))) throw outsideOf(file, path);
    return readText(wanted, path, LARGEST_TABLE);
  };
  const names = (folder: string, from: "system" | "project") => {
    const at = resolve(folderOf(from), folder);
    const inside = within(root, at) && existsSync(at) && within(root, realpathSync(at));
    const found = inside ? readdirSync(at).filter((name) => name.endsWith(".yaml")) : [];
    return found.map((name) => name.slice(0, -".yaml".length));
  };
  return Object.assign(read, { names });
}

/**
 * Reads a file with those it names, which `read` gets a reader for. An error of another file than its own says where that
 * file lies from the working folder, as people name files.
 */
export function withFilesBeside<T>(path: string, read: (files: FileReader) => T): T {
  const file = resolve(path);
  const reader = projectReader(file);
  const seen = new Map<string, string>();
  const files: FileReader = (name, from) => {
    const folder = from === "project" ? relative(process.cwd(), projectFolder(file)) : dirname(path);
    seen.set(name, isAbsolute(path) && from === "project" ? join(projectFolder(file), name) : join(folder, name));
    return reader(name, from);
  };
  try {
    return read(Object.assign(files, { names: reader.names }));
  } catch (error) {
    if (!(error instanceof CadreError)) throw error;
    const placed = <P extends Problem>(one: P): P => ({ ...one, file: seen.get(one.file ?? "") ?? one.file });
    throw new CadreError(placed({ ...problemOf(error) }), error.others.map(placed));
  }
}

const problemOf = ({
  summary,
  code,
  file,
  line,
  column,
  cell,
  path,
  value,
  rule,
  fix,
  didYouMean,
}: CadreError): Problem => ({
  message: summary,
  ...{ code, file, line, column, cell, path, value, rule, fix, didYouMean },
});
