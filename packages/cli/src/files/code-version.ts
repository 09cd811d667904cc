import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fingerprint } from "./fingerprint.ts";

/** Which code made a run, where the version alone does not say it: Cadre run from its own repository. */
export interface CodeVersion {
  /** The commit, as git names it. */
  readonly commit: string;
  /** Whether files of the repository differed from that commit. */
  readonly changed: boolean;
  /** SHA-256 of the lockfile, which names every package that was used. */
  readonly lockfile?: string;
}

/** The commit that this command runs from; nothing for an installed one, whose version says it. */
export function codeVersion(): CodeVersion | undefined {
  const root = repository(dirname(fileURLToPath(import.meta.url)));
  if (root === undefined) return undefined;
  try {
    const git = (...words: string[]) =>
      execFileSync("git", ["-C", root, ...words], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    const lockfile = join(root, LOCKFILE);
    return {
      commit: git("rev-parse", "HEAD"),
      changed: git("status", "--porcelain", "--untracked-files=no", "--", "packages", LOCKFILE) !== "",
      ...(existsSync(lockfile) && { lockfile: fingerprint(readFileSync(lockfile)) }),
    };
  } catch {
    // A copy of the repository without its history, or a machine without git.
    return undefined;
  }
}

const LOCKFILE = "pnpm-lock.yaml";

/** The folder of Cadre's own repository, when this file is in it. Another project's history says nothing of this code. */
function repository(from: string): string | undefined {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const about = join(folder, "package.json");
    if (!existsSync(about) || !existsSync(join(folder, LOCKFILE))) continue;
    const { name } = JSON.parse(readFileSync(about, "utf8")) as { name?: unknown };
    return name === "cadre-workspace" ? folder : undefined;
  }
  return undefined;
}
