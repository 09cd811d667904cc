import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CadreError } from "cadre";
import { fingerprint } from "./fingerprint.ts";
import type { FileMark, MadeRun, RunRecord } from "./run-record.ts";
import { RECORD, writeFolder } from "./write-folder.ts";

/** The folder of the files that a run has read, by their path in the project. */
export const INPUTS = "inputs";

/**
 * Writes what a run has made, copies of what it has read and the record of both, all or none; returns the names of the
 * files. Anyone who gets the folder has all that is needed to make the run again.
 */
export async function writeRun(
  folder: string,
  made: ReadonlyMap<string, string | Uint8Array>,
  { root, record, inputs: read }: MadeRun,
  { stamp = false }: { stamp?: boolean } = {},
): Promise<string[]> {
  const files = new Map(made);
  const inputs = read.map(({ path, sha256 }): FileMark => {
    const bytes = inputBytes(join(root, path), path, sha256);
    if (!path.startsWith("..")) files.set(`${INPUTS}/${path}`, bytes);
    return { path, sha256: fingerprint(bytes) };
  });
  const outputs = [...files].map(([path, content]): FileMark => ({ path, sha256: fingerprint(content) }));
  const { seed, draws, adjustments, warnings, tested, ...how } = record;
  const finished = stamp ? { finished: new Date().toISOString() } : {};
  const judged = adjustments ? { adjustments } : {};
  const whole = { ...how, ...judged, inputs, seed, draws, warnings, tested, outputs, ...finished };
  files.set(RECORD, recordText({ ...whole, fingerprint: recordMark(whole) }));
  await writeFolder(folder, files);
  return [...files.keys()];
}

/** The text of `run.json`: always the same for the same record, so that a changed byte is seen. */
export const recordText = (record: RunRecord): string => `${JSON.stringify(record, null, 2)}\n`;

/** The fingerprint of all that a record says beside it. */
export const recordMark = (record: Omit<RunRecord, "fingerprint">): string => fingerprint(JSON.stringify(record));

/** The bytes of an input, which have to be those that the run has read. */
function inputBytes(file: string, shown: string, sha256: string | undefined): Uint8Array {
  let bytes: Uint8Array | undefined;
  try {
    bytes = readFileSync(file);
  } catch {
    bytes = undefined;
  }
  if (bytes && (sha256 === undefined || sha256 === fingerprint(bytes))) return bytes;
  throw new CadreError({
    code: "input-changed",
    file: shown,
    message: bytes ? "This file was changed while the run went on." : "This file went away while the run went on.",
    value: shown,
    rule: "The results of a run and the files kept beside them belong together.",
    fix: "Run it again.",
  });
}
