import { randomBytes } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { CadreError } from "cadre";

/** Names a run may write; nothing else in a folder is ever replaced, whatever an old record claims. */
const OURS =
  /^(results\.csv|run\.json|resolved\.json|assumptions\.csv|changes\.csv|levy\.csv|observed-against\.csv|comparison\.csv|parts\.csv|backtest\.csv|forecasts\.csv|report\.html|charts\.csv|charts\/[a-z0-9-]+\.(svg|png))$/;
/** Files by their path in a folder, as text or as bytes. */
export type FolderFiles = ReadonlyMap<string, string | Uint8Array>;

/** Written last, so that a folder without it is known to be incomplete. */
const RECORD = "run.json";

/**
 * Puts the files of a run into a folder, all or none: they are written beside their place and then moved. Files of
 * an earlier run are replaced; any other file of the same name is left alone and is an error.
 */
export function writeFolder(folder: string, files: FolderFiles): void {
  const shown = folder;
  try {
    const wanted = resolve(folder);
    if (existsSync(wanted)) replaceIn(realpathSync(wanted), files, shown);
    else create(wanted, files);
  } catch (error) {
    if (error instanceof CadreError || !(error instanceof Error && "code" in error)) throw error;
    throw new CadreError({
      code: "cannot-write",
      message: "The results cannot be written here.",
      value: shown,
      rule: `--out names a folder that can be made or written to (${String(error.code)}).`,
      fix: "Name another folder, or change who may write to this one.",
    });
  }
}

/** A folder that is not there yet appears whole, by one move. */
function create(folder: string, files: FolderFiles): void {
  mkdirSync(dirname(folder), { recursive: true });
  const draft = join(dirname(folder), `.${basename(folder)}-${randomBytes(6).toString("hex")}`);
  try {
    writeAll(draft, files);
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function replaceIn(folder: string, files: FolderFiles, shown: string): void {
  if (!lstatSync(folder).isDirectory()) throw inTheWay(shown, "a file, not a folder");
  const old = earlierOutputs(folder);
  for (const name of files.keys())
    if (existsSync(join(folder, name)) && !old.includes(name))
      throw inTheWay(join(shown, name), "not from an earlier run");
  // Inside the folder, since a move cannot cross from one disk to another.
  const draft = join(folder, `.cadre-${randomBytes(6).toString("hex")}`);
  try {
    writeAll(draft, files);
    for (const name of [...files.keys()].sort((a, b) => Number(a === RECORD) - Number(b === RECORD))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      renameSync(join(draft, name), join(folder, name));
    }
    for (const name of old) if (!files.has(name)) rmSync(join(folder, name), { force: true });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function writeAll(folder: string, files: FolderFiles): void {
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** What the record in the folder says an earlier run wrote. */
function earlierOutputs(folder: string): string[] {
  try {
    const record: unknown = JSON.parse(readFileSync(join(folder, RECORD), "utf8"));
    if (typeof record !== "object" || record === null || !("outputs" in record) || !Array.isArray(record.outputs))
      return [];
    return record.outputs.filter((name): name is string => typeof name === "string" && OURS.test(name));
  } catch {
    return [];
  }
}

const inTheWay = (path: string, what: string): CadreError =>
  new CadreError({
    code: "file-in-the-way",
    message: `There is something here that a run would replace: ${what}.`,
    value: path,
    rule: "A run replaces only what an earlier run wrote.",
    fix: "Name another folder with --out, or move this away.",
  });
