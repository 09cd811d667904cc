import { existsSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import type { Result, System } from "cadre";
import { projectFolder } from "cadre/node";
import { versions } from "../versions.ts";

/** The content of `run.json`: what is needed to run the same again and to see whether it was the same. */
export interface RunRecord {
  readonly cadre: 1;
  readonly versions: { readonly cadre: string; readonly cli: string; readonly node: string };
  /** Run in the project folder: the one that holds `data/`, or else the system file's own. */
  readonly command: string;
  readonly system: string;
  readonly scenario: string;
  readonly inputs: readonly { readonly path: string; readonly sha256?: string }[];
  readonly seed: null;
  readonly draws: 0;
  readonly warnings: readonly string[];
  /** What the run wrote, and a later run into the same folder may replace. */
  readonly outputs: readonly string[];
  readonly finished?: string;
}

/** Makes the record of a run. Paths are relative to the project folder, so that it is the same on every machine. */
export function runRecord(
  system: System,
  result: Result,
  {
    file,
    out,
    outputs,
    options,
  }: { file: string; out: string; outputs: readonly string[]; options: readonly string[] },
): RunRecord {
  const root = projectFolder(file);
  const inside = (path: string): string => relative(root, path).split(sep).join("/");
  const target = inside(resolve(out));
  const words = [
    "cadre",
    "run",
    inside(resolve(file)),
    "--out",
    target.startsWith("..") ? basename(out) : target || ".",
  ];
  return {
    cadre: 1,
    versions: versions(),
    command: [...words, ...options].map(quoted).join(" "),
    system: result.system.id,
    scenario: result.id,
    inputs: system.origin.inputs.map(({ path, sha256 }) => ({ path: inside(locate(path, file, root)), sha256 })),
    seed: null,
    draws: 0,
    warnings: result.warnings,
    outputs,
  };
}

/** A table is named relative to its system file, a schedule relative to the project folder. */
function locate(path: string, file: string, root: string): string {
  const own = resolve(file);
  if (resolve(path) === own) return own;
  const beside = resolve(dirname(own), path);
  return existsSync(beside) ? beside : resolve(root, path);
}

const quoted = (word: string): string => (/^[\w./:=@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
