import { accessSync, constants, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { CadreError } from "cadre";
import { codeOf, DISK, type FileSystem, isThere } from "./file-system.ts";
import { carryOut, type Moves, makeParents, takeBack, writeMoves } from "./moves.ts";
import { endOwner, newOwner } from "./owner.ts";
import { heldSignals } from "./signals.ts";
import {
  clearDrafts,
  foldersOf,
  removeDraft,
  seal,
  unseal,
  type Workplace,
  workplace,
  writeDraft,
} from "./work-folder.ts";

/** Files by their path in a folder, as text or as bytes. */
export type FolderFiles = ReadonlyMap<string, string | Uint8Array>;

/** What is put into a folder. */
export interface Publication {
  readonly folder: string;
  readonly files: FolderFiles;
  /** The files in a folder, as it is now, that may be replaced or, where there is no new one of the name, removed. */
  readonly replaceable: (folder: string) => readonly string[];
  /** The file without which a folder is known to be incomplete: it is the first to go and the last to come. */
  readonly record?: string;
}

/**
 * Puts files into a folder so that all are there or none, whatever ends the process and whenever: a folder with nothing
 * else in it is exchanged whole, and where other files lie in it, each file is moved and a crash in between is
 * carried through by the next run into the folder. Two at once take turns. How: docs/decisions/0021-one-publication.md.
 */
export async function publish(publication: Publication, files: FileSystem = DISK, patience?: number): Promise<void> {
  const wanted = resolve(publication.folder);
  if (isThere(wanted) && !statSync(wanted, { throwIfNoEntry: false })?.isDirectory())
    throw inTheWay(publication.folder, "a file or a link that leads nowhere, not a folder");
  makeParents(wanted);
  const folder = isThere(wanted) ? realpathSync(wanted) : join(realpathSync(dirname(wanted)), basename(wanted));
  await heldSignals(async (stopped) => {
    const how = { stopped, ...(patience !== undefined && { patience }) };
    const inside = () =>
      within(workplace(folder, folder), publication, files, how, (work) => inPlace(work, folder, publication));
    if (!besides(folder)) return inside();
    const beside = workplace(dirname(folder), folder);
    await within(
      beside,
      publication,
      files,
      how,
      async (work): Promise<Moves | undefined> => {
        if (!isThere(folder)) return swap(work, folder);
        if (isStoodIn(folder) || !holdsOnly(folder, publication.replaceable(folder))) {
          await inside();
          return undefined;
        }
        return swap(work, folder);
      },
      inside,
    );
  });
}

interface How {
  readonly stopped: () => void;
  readonly patience?: number;
}

/**
 * Prepares files in a workplace, seals them, and carries out what `plan` makes of it; takes it back where that fails. A
 * plan of nothing has done it otherwise.
 */
async function within(
  place: Workplace,
  { files: contents }: Publication,
  files: FileSystem,
  how: How,
  plan: (work: string) => Moves | Promise<Moves | undefined>,
  otherwise?: () => Promise<void>,
): Promise<void> {
  const owner = newOwner();
  try {
    clearDrafts(place, files);
    const work = await sealed(place, owner, contents, files, how);
    let halfDone = false;
    try {
      const moves = await plan(work);
      if (!moves) return;
      writeMoves(work, moves, files);
      try {
        carryOut(moves, files);
      } catch (error) {
        halfDone = true;
        takeBack(moves, files);
        halfDone = false;
        // A folder that cannot be moved, such as a disk of its own, may be written into.
        if (!otherwise || !UNMOVABLE.has(codeOf(error) ?? "")) throw error;
        await otherwise();
      }
    } finally {
      // What could not be taken back either is carried through by the next run.
      if (!halfDone) unseal(place, owner, files);
    }
  } finally {
    endOwner(owner);
  }
}

const UNMOVABLE = new Set(["EBUSY", "EXDEV", "EPERM", "EACCES"]);

async function sealed(
  place: Workplace,
  owner: string,
  contents: FolderFiles,
  files: FileSystem,
  how: How,
): Promise<string> {
  try {
    writeDraft(place, owner, contents, files);
    return await seal(place, owner, files, how);
  } catch (error) {
    removeDraft(place, owner, files);
    throw error;
  }
}

/** Exchanges a folder whole. */
function swap(work: string, folder: string): Moves {
  const old = isThere(folder) ? [{ from: folder, to: join(work, "old") }] : [];
  return { folders: [], renames: [...old, { from: join(work, "new"), to: folder }], emptied: [] };
}

/** Moves old files out and new ones in, the record first out and last in. */
function inPlace(work: string, folder: string, publication: Publication): Moves {
  const { files, replaceable, record } = publication;
  const old = replaceable(folder).filter((name) => isThere(join(folder, name)));
  checkWay(folder, publication, old);
  const last = (names: Iterable<string>) => [...names].sort((a, b) => Number(a === record) - Number(b === record));
  const aside = last(old).reverse();
  const oldFolders = foldersOf(old);
  return {
    folders: [
      join(work, "old"),
      ...oldFolders.map((name) => join(work, "old", name)),
      ...foldersOf(files.keys()).map((name) => join(folder, name)),
    ],
    renames: [
      ...aside.map((name) => ({ from: join(folder, name), to: join(work, "old", name) })),
      ...last(files.keys()).map((name) => ({ from: join(work, "new", name), to: join(folder, name) })),
    ],
    emptied: oldFolders.toReversed().map((name) => join(folder, name)),
  };
}

/** Refuses what would be replaced without being ours, and links, which lead to places nobody named. */
function checkWay(folder: string, { folder: shown, files }: Publication, old: readonly string[]): void {
  for (const name of foldersOf([...files.keys(), ...old])) {
    const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (found && !found.isDirectory()) throw inTheWay(join(shown, name), "a file or a link, not a folder");
  }
  for (const name of [...files.keys(), ...old]) {
    const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (found && !(old.includes(name) && found.isFile()))
      throw inTheWay(join(shown, name), found.isSymbolicLink() ? "a link" : "not from an earlier run");
  }
}

/** Whether a folder can be exchanged by its name: not the root of a disk, and the one above it may be written to. */
function besides(folder: string): boolean {
  const above = dirname(folder);
  const here = statSync(folder, { throwIfNoEntry: false });
  if (!here) return true;
  if (above === folder || statSync(above).dev !== here.dev) return false;
  try {
    accessSync(above, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether somebody has gone to the folder, or below it, and would be left standing in one that is no longer there. */
const isStoodIn = (folder: string): boolean =>
  [process.cwd(), process.env.INIT_CWD ?? process.cwd()].some((path) => `${path}${sep}`.startsWith(`${folder}${sep}`));

function holdsOnly(folder: string, names: readonly string[]): boolean {
  const ours = new Set(names);
  return readdirSync(folder, { recursive: true, withFileTypes: true }).every((entry) => {
    const name = relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/");
    return entry.isDirectory() ? foldersOf(ours).includes(name) : entry.isFile() && ours.has(name);
  });
}

const inTheWay = (path: string, what: string): CadreError =>
  new CadreError({
    code: "file-in-the-way",
    message: `A run would replace something here: ${what}.`,
    value: path,
    rule: "A run replaces only what an earlier run wrote.",
    fix: "Name another folder with --out, or move this away.",
  });
