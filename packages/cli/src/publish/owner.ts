import { randomBytes } from "node:crypto";
import { lstatSync } from "node:fs";
import { hostname } from "node:os";

/** What nobody can say of another computer's process, or of one whose number was given again, time says. */
const LONGEST = 60 * 60 * 1000;

const HOST =
  hostname()
    .replace(/[^A-Za-z0-9]+/g, "_")
    .slice(0, 40) || "host";

/** Publications of this process that go on. */
const going = new Set<string>();

/** A name for one publication that says whose it is: computer, process and a word of its own. */
export function newOwner(): string {
  const owner = `${HOST}-${process.pid}-${randomBytes(6).toString("hex")}`;
  going.add(owner);
  return owner;
}

/** Says that a publication of this process is over, one way or another. */
export const endOwner = (owner: string): void => void going.delete(owner);

/** Whether nobody works on a publication any more. `path` is a folder of its own, whose age decides where nothing else can. */
export function isOver(owner: string, path: string): boolean {
  const [host, pid] = owner.split("-");
  if (host === HOST && Number(pid) === process.pid) return !going.has(owner);
  if (host === HOST && !isRunning(Number(pid))) return true;
  const changed = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return changed === undefined || Date.now() - changed > LONGEST;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be asked, but it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
