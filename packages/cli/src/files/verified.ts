import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fingerprint } from "./fingerprint.ts";
import { readRecord } from "./read-record.ts";
import type { FileMark, RunRecord } from "./run-record.ts";
import { RECORD } from "./write-folder.ts";
import { recordMark, recordText } from "./write-run.ts";

/** What has become of the files of a run. */
export interface FolderCheck {
  readonly record: RunRecord;
  /** Files of the run whose bytes are others than those it wrote, `run.json` among them. */
  readonly edited: readonly string[];
  readonly missing: readonly string[];
  /** Files in the folder that the run did not write. */
  readonly others: readonly string[];
  /** Inputs of the run that are other ones in the project by now, or gone from it. */
  readonly since: readonly string[];
}

/** Holds a folder against the record in it, and the inputs in a project against those of the run. */
export function verifyFolder(folder: string, project: string): FolderCheck {
  const { record, text } = readRecord(folder);
  const { fingerprint: mark, ...rest } = record;
  const whole = mark === recordMark(rest) && text === recordText(record);
  const found = record.outputs.map((output) => ({ path: output.path, state: stateOf(folder, output) }));
  const named = (state: State) => found.filter((one) => one.state === state).map(({ path }) => path);
  const ours = new Set([RECORD, ...record.outputs.map(({ path }) => path)]);
  return {
    record,
    edited: [...(whole ? [] : [RECORD]), ...named("edited")],
    missing: named("missing"),
    others: filesIn(folder).filter((path) => !ours.has(path)),
    since: changedSince(record.inputs, project),
  };
}

type State = "unchanged" | "edited" | "missing";

/** What has become of one file; a link is not the file that was written. */
function stateOf(folder: string, { path, sha256 }: FileMark): State {
  if (path.split("/").includes("..")) return "missing";
  const file = join(folder, path);
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found) return "missing";
  return found.isFile() && fingerprint(readFileSync(file)) === sha256 ? "unchanged" : "edited";
}

/** Nothing where the project holds none of them: it is not the one of the run, or no project at all. */
function changedSince(inputs: readonly FileMark[], project: string): string[] {
  const states = inputs.map((input) => ({ path: input.path, state: stateOf(project, input) }));
  if (states.every(({ state }) => state === "missing")) return [];
  return states.filter(({ state }) => state !== "unchanged").map(({ path }) => path);
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
