import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FolderFiles } from "../publish/publish.ts";
import { publishOrSay } from "../publish/publish-or-say.ts";

/** Names a run may write; nothing else in a folder is ever replaced, whatever an old record claims. */
const OURS =
  /^(results\.(csv|arrow|parquet)|run\.json|given\.json|resolved\.json|assumptions\.csv|changes\.csv|levy\.csv|observed-against\.csv|comparison\.csv|parts\.csv|sensitivity\.csv|backtest\.csv|forecasts\.csv|report\.html|assurance\.(md|html|pdf|xlsx|json)|charts\.csv|charts\/[a-z0-9-]+\.(svg|png))$/;

/** Copies of what a run has read: below one folder, and no way out of it. */
const COPY = /^inputs\/(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\]+$/;

/** Says what a folder holds, and by which run it was written. */
export const RECORD = "run.json";

/**
 * Puts the files of a run into a folder, all or none. Files of an earlier run are replaced; any other file of the same
 * name is left alone and is an error.
 */
export async function writeFolder(folder: string, files: FolderFiles): Promise<void> {
  await publishOrSay("results", { folder, files, replaceable: earlierOutputs, record: RECORD });
}

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
