import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";

/** Everything by which a publication changes a disk, so that a test can let any step fail or be the last. */
export interface FileSystem {
  /** Makes a folder in one that is there. */
  makeFolder(path: string): void;
  /** Writes a file that is not there yet, down to the disk. */
  write(path: string, content: string | Uint8Array): void;
  rename(from: string, to: string): void;
  /** Removes a folder that is empty. */
  removeFolder(path: string): void;
  /** Removes a file or a folder with all that is in it; nothing where there is none. */
  remove(path: string): void;
  /** Lets the names in a folder outlast a power cut. */
  flushFolder(path: string): void;
}

/** The disk of this computer. */
export const DISK: FileSystem = Object.freeze({
  makeFolder: (path: string) => void mkdirSync(path),
  write: (path: string, content: string | Uint8Array) => writeFileSync(path, content, { flag: "wx", flush: true }),
  rename: (from: string, to: string) => renameSync(from, to),
  removeFolder: (path: string) => rmdirSync(path),
  remove: (path: string) => rmSync(path, { recursive: true, force: true, maxRetries: 3 }),
  flushFolder,
});

/** Whether there is anything of that name: a file, a folder, or a link, even one that leads nowhere. */
export const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** What a system call ended with, such as ENOENT; undefined for any other error. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

/** Windows has no such call for folders. */
function flushFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } catch (error) {
    // Some network drives have no such call.
    if (codeOf(error) !== "EINVAL" && codeOf(error) !== "ENOTSUP") throw error;
  } finally {
    closeSync(folder);
  }
}
