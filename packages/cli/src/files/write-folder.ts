import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CadreError } from "cadre";
import { codeOf } from "../publish/file-system.ts";
import { type FolderFiles, publish } from "../publish/publish.ts";

/** Names a run may write; nothing else in a folder is ever replaced, whatever an old record claims. */
const OURS =
  /^(results\.csv|run\.json|resolved\.json|assumptions\.csv|changes\.csv|levy\.csv|observed-against\.csv|comparison\.csv|parts\.csv|sensitivity\.csv|backtest\.csv|forecasts\.csv|report\.html|assurance\.(md|html|pdf|xlsx|json)|charts\.csv|charts\/[a-z0-9-]+\.(svg|png))$/;

/** Copies of what a run has read: below one folder, and no way out of it. */
const COPY = /^inputs\/(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\]+$/;

/** Says what a folder holds, and by which run it was written. */
export const RECORD = "run.json";

/**
 * Puts the files of a run into a folder, all or none. Files of an earlier run are replaced; any other file of the same
 * name is left alone and is an error.
 */
export async function writeFolder(folder: string, files: FolderFiles): Promise<void> {
  if (folder.trim() === "") throw cannotWrite(folder, "it is empty");
  try {
    await publish({ folder, files, replaceable: earlierOutputs, record: RECORD });
  } catch (error) {
    const code = codeOf(error);
    throw error instanceof CadreError || code === undefined ? error : cannotWrite(folder, code);
  }
}

const cannotWrite = (folder: string, why: string): CadreError =>
  new CadreError({
    code: "cannot-write",
    message: "The results cannot be written here.",
    value: folder,
    rule: `--out names a folder that can be made or written to (${why}).`,
    fix: "Name another folder, or change who may write to this one.",
  });

/** What the record in the folder says an earlier run wrote. */
function earlierOutputs(folder: string): string[] {
  try {
    const record: unknown = JSON.parse(readFileSync(join(folder, RECORD), "utf8"));
    if (typeof record !== "object" || record === null || !("outputs" in record) || !Array.isArray(record.outputs))
      return [];
    const names = record.outputs.map((one: unknown) => nameOf(one)).filter((name) => name !== undefined);
    return [...names, RECORD].filter((name) => OURS.test(name) || COPY.test(name));
  } catch {
    return [];
  }
}

/** The name of an output: a record says it with its fingerprint, one of an earlier version alone. */
function nameOf(output: unknown): string | undefined {
  if (typeof output === "string") return output;
  if (typeof output !== "object" || output === null || !("path" in output)) return undefined;
  return typeof output.path === "string" ? output.path : undefined;
}
