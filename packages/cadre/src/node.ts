import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { CadreError } from "./error/cadre-error.ts";
import { type Checks, parseChecks } from "./outcome/checks.ts";
import { LARGEST_FILE, tooLarge } from "./system/document.ts";
import type { FileReader } from "./system/files.ts";
import { parseSystem } from "./system/parse.ts";
import type { System } from "./system/types.ts";

/** Population tables of a whole country by single age stay below this. */
const LARGEST_TABLE = 50_000_000;

/**
 * Reads a system from its file, with the tables and schedules it names, and returns it as plain frozen data. Files
 * are looked for only within the project folder: the nearest folder above the system file that holds a `data` folder,
 * or else the file's own folder.
 *
 * Throws a `CadreError` with file, line, column, value, rule and what to do.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * run(cumbria).at({ measure: "headcount", year: 2019 }); // 33452
 * ```
 */
export async function readSystem(path: string): Promise<System> {
  const file = resolve(path);
  const { text, sha256 } = readText(file, path, LARGEST_FILE);
  const system = parseSystem(text, { file: path, files: projectReader(file) });
  return Object.freeze({
    ...system,
    origin: Object.freeze({ ...system.origin, inputs: [{ path, sha256 }, ...system.origin.inputs] }),
  });
}

/**
 * The folder that the paths in a system file may not leave: the nearest one above it that holds a `data` folder, or
 * else its own. Returns an absolute path.
 *
 * @example
 * ```ts
 * import { projectFolder } from "cadre/node";
 * projectFolder("scenarios/cumbria/system.yaml"); // the folder that holds `data` and `scenarios`
 * ```
 */
export function projectFolder(file: string): string {
  const own = dirname(resolve(file));
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "data"))) return folder;
    if (folder === dirname(folder)) return own;
  }
}

function projectReader(file: string): FileReader {
  const root = realpathSync(projectFolder(file));
  return (path, from) => {
    const wanted = resolve(from === "project" ? root : dirname(file), path);
    const outside = () =>
      new CadreError({
        code: "path-outside",
        file,
        message: "This path leaves the project folder.",
        value: path,
        rule: "Files are read only from the folder that holds `data`, or the system file's own folder.",
        fix: "Put the file inside the project and correct the path.",
      });
    if (!within(root, wanted)) throw outside();
    if (!existsSync(wanted)) return undefined;
    // A link may lead elsewhere although its own place is inside.
    if (!within(root, realpathSync(wanted))) throw outside();
    return readText(wanted, path, LARGEST_TABLE);
  };
}

const within = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return way === "" || (!way.startsWith(`..${sep}`) && way !== ".." && resolve(root, way) === path);
};

function readText(file: string, shown: string, largest: number): { text: string; sha256: string } {
  const fail = (code: string, message: string, fix: string) =>
    new CadreError({
      code,
      file: shown,
      line: 1,
      column: 1,
      message,
      value: shown,
      rule: "A text file that can be read.",
      fix,
    });
  let bytes: Buffer;
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw fail("not-a-file", "This is a folder, not a file.", "Name the system file in it.");
    if (stat.size > largest) throw tooLarge(stat.size, shown);
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof CadreError) throw error;
    throw fail("missing-file", "There is no such file, or it cannot be read.", "Correct the path.");
  }
  if (bytes.includes(0)) throw fail("not-text", "This is not a text file.", "Name a YAML or JSON file in UTF-8.");
  return {
    text: bytes.toString("utf8").replace(/^\uFEFF/, ""),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

/**
 * Reads the statements of a checks file. The path of the system they are about is made relative to where it was read
 * from, so that `readSystem` can take it as it is.
 *
 * @example
 * ```ts
 * import { readChecks } from "cadre/node";
 * (await readChecks("scenarios/cumbria/checks.yaml")).system; // "scenarios/cumbria/system.yaml"
 * ```
 */
export async function readChecks(path: string): Promise<Checks> {
  const { text } = readText(resolve(path), path, LARGEST_FILE);
  const checks = parseChecks(text, { file: path });
  return { ...checks, system: join(dirname(path), checks.system) };
}
