import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type FileSystem, isThere } from "./file-system.ts";

/**
 * What turns the old files of a folder into the new ones: renames in their order. It is written down before the first
 * of them, so that whoever comes after a crash can carry it through; each step can be told from its outcome.
 */
export interface Moves {
  /** Folders to make first, each after the one it lies in. */
  readonly folders: readonly string[];
  readonly renames: readonly { readonly from: string; readonly to: string }[];
  /** Folders of which an old file may have been the last. */
  readonly emptied: readonly string[];
}

const JOURNAL = "moves.json";

/** Writes the moves down in the work folder. From here on the new files stand. */
export function writeMoves(work: string, moves: Moves, files: FileSystem): void {
  files.write(join(work, `${JOURNAL}.draft`), JSON.stringify(moves));
  files.rename(join(work, `${JOURNAL}.draft`), join(work, JOURNAL));
  files.flushFolder(work);
}

/** The moves that were begun in a work folder; undefined where it had not come to that. */
export function movesIn(work: string): Moves | undefined {
  const path = join(work, JOURNAL);
  return isThere(path) ? (JSON.parse(readFileSync(path, "utf8")) as Moves) : undefined;
}

/** Carries the moves out, or what is left of them. */
export function carryOut({ folders, renames, emptied }: Moves, files: FileSystem): void {
  for (const folder of folders) if (!isThere(folder)) files.makeFolder(folder);
  for (const { from, to } of renames) if (isThere(from) && !isThere(to)) files.rename(from, to);
  for (const folder of new Set(renames.map(({ to }) => dirname(to)))) files.flushFolder(folder);
  for (const folder of emptied) ifEmpty(folder, files);
}

/** Takes back what has been carried out of the moves. */
export function takeBack({ folders, renames }: Moves, files: FileSystem): void {
  for (const { from, to } of renames.toReversed()) if (isThere(to) && !isThere(from)) files.rename(to, from);
  for (const folder of folders.toReversed()) ifEmpty(folder, files);
}

/** Removes a folder that holds nothing; that one cannot be removed harms nobody. */
function ifEmpty(folder: string, files: FileSystem): void {
  try {
    files.removeFolder(folder);
  } catch {
    // Something else lies in it.
  }
}

/** Makes the folder that is to hold a place, and those above it. */
export const makeParents = (path: string): void => void mkdirSync(dirname(path), { recursive: true });
