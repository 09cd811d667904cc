import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CadreError } from "cadre";
import { codeOf, type FileSystem, isThere } from "./file-system.ts";
import { carryOut, movesIn } from "./moves.ts";
import { isOver } from "./owner.ts";

/** How long another run that writes into the same folder is waited for, in milliseconds. */
const PATIENCE = 10_000;
const PAUSE = 20;

/** Where a publication is prepared: `at` is where drafts lie, beside or inside the folder that they are for. */
export interface Workplace {
  readonly at: string;
  readonly prefix: string;
}

export function workplace(at: string, folder: string): Workplace {
  const name = basename(folder);
  // A long name leaves no room for more.
  const short = name.length <= 100 ? name : createHash("sha256").update(name).digest("hex").slice(0, 16);
  return { at, prefix: `.${short}.cadre` };
}

/** The one place from which files are moved: whoever has it there is alone. */
const sealed = ({ at, prefix }: Workplace): string => join(at, prefix);
export const draftOf = ({ at, prefix }: Workplace, owner: string): string => join(at, `${prefix}-${owner}`);

/** Writes files as a draft, which counts for nothing until it is sealed. */
export function writeDraft(
  place: Workplace,
  owner: string,
  contents: ReadonlyMap<string, string | Uint8Array>,
  files: FileSystem,
): void {
  const draft = draftOf(place, owner);
  files.makeFolder(draft);
  files.write(join(draft, "owner"), owner);
  for (const folder of ["", ...foldersOf(contents.keys())]) files.makeFolder(join(draft, "new", folder));
  for (const [name, content] of contents) files.write(join(draft, "new", name), content);
}

/** The folders in which files lie, each after the one it lies in. */
export function foldersOf(names: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const name of names) {
    const parts = name.split("/");
    for (let i = 1; i < parts.length; i++) found.add(parts.slice(0, i).join("/"));
  }
  return [...found];
}

/** Removes drafts that were left by processes that are gone. */
export function clearDrafts({ at, prefix }: Workplace, files: FileSystem): void {
  for (const name of readdirSync(at)) {
    if (!name.startsWith(`${prefix}-`)) continue;
    const path = join(at, name);
    if (isOver(name.slice(prefix.length + 1), path)) files.remove(path);
  }
}

/** Seals a draft, which makes it the only one; waits while another is sealed, and finishes one that was left. */
export async function seal(
  place: Workplace,
  owner: string,
  files: FileSystem,
  { stopped = () => {}, patience = PATIENCE }: { stopped?: () => void; patience?: number } = {},
): Promise<string> {
  const until = Date.now() + patience;
  for (;;) {
    stopped();
    finishLeft(place, owner, files);
    if (!isThere(sealed(place)) && tryRename(draftOf(place, owner), sealed(place), files)) return sealed(place);
    if (Date.now() > until) throw busy(sealed(place));
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Gives the seal up and removes what is left of the draft. What cannot be removed is cleared by the next run. */
export function unseal(place: Workplace, owner: string, files: FileSystem): void {
  try {
    // Out of the way by one move: half a sealed folder would be taken for one that waits.
    files.rename(sealed(place), draftOf(place, owner));
    files.remove(draftOf(place, owner));
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  }
}

/** Removes a draft that was not sealed, as far as it can be. */
export function removeDraft(place: Workplace, owner: string, files: FileSystem): void {
  try {
    files.remove(draftOf(place, owner));
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  }
}

/** Carries a sealed publication through whose process is gone. */
function finishLeft(place: Workplace, owner: string, files: FileSystem): void {
  const work = sealed(place);
  const holder = holderOf(work);
  if (holder === undefined || !isOver(holder, work)) return;
  // One of several that come by at once may take it over, and only while it is the one that was looked at.
  const claim = join(work, `after-${holder}`);
  try {
    files.write(claim, owner);
  } catch (error) {
    if (codeOf(error) === "EEXIST" || codeOf(error) === "ENOENT") return;
    throw error;
  }
  if (holderOf(work) !== owner) {
    files.remove(claim);
    return;
  }
  const moves = movesIn(work);
  if (moves) carryOut(moves, files);
  const done = `${draftOf(place, owner)}-left`;
  files.rename(work, done);
  files.remove(done);
}

/** Whose a sealed publication is: its owner, or whoever has taken it over since. */
function holderOf(work: string): string | undefined {
  try {
    let holder = readFileSync(join(work, "owner"), "utf8");
    while (isThere(join(work, `after-${holder}`))) {
      const next = readFileSync(join(work, `after-${holder}`), "utf8");
      // Whoever took it over was ended before it could say who it is.
      if (next === "") break;
      holder = next;
    }
    return holder;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function tryRename(from: string, to: string, files: FileSystem): boolean {
  try {
    files.rename(from, to);
    return true;
  } catch (error) {
    if (isThere(to) && ["EEXIST", "ENOTEMPTY", "EPERM", "EACCES"].includes(codeOf(error) ?? "")) return false;
    throw error;
  }
}

const busy = (work: string): CadreError =>
  new CadreError({
    code: "folder-in-use",
    message: "Another run is writing into this folder.",
    value: work,
    rule: "One run at a time writes into a folder, so that its files are all of one run.",
    fix: "Wait until it has ended, or name another folder with --out.",
  });
