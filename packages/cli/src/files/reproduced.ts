import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { CadreError } from "cadre";
import { fingerprint } from "./fingerprint.ts";
import { type RunRecord, unquoted } from "./run-record.ts";
import { compareTexts, type TextDifference } from "./same-text.ts";
import { RECORD } from "./write-folder.ts";
import { INPUTS } from "./write-run.ts";

/** A file of a run, made again. */
export interface MadeAgain extends TextDifference {
  readonly path: string;
}

/**
 * Makes a run again from its folder alone: from the copies of its inputs, by the command in its record. Returns each file
 * of the run beside the one made now. Both are laid in a folder that is gone afterwards.
 */
export async function reproduceRun(
  folder: string,
  record: RunRecord,
  again: (words: readonly string[]) => Promise<void>,
): Promise<MadeAgain[]> {
  const place = mkdtempSync(join(tmpdir(), "cadre-again-"));
  try {
    const out = join(place, "out");
    layInputs(folder, record, join(place, "project"));
    await again(wordsFor(record, join(place, "project"), out));
    return record.outputs
      .filter(({ path }) => !path.startsWith(`${INPUTS}/`) && path !== RECORD)
      .map(({ path }) => ({ path, ...compared(join(folder, path), join(out, path)) }));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Commands that write a run into a folder, by the option that names it. */
const COMMANDS: Readonly<Record<string, "--out" | "--to">> = {
  run: "--out",
  compare: "--out",
  decompose: "--out",
  sensitivity: "--out",
  backtest: "--out",
  assure: "--out",
  report: "--to",
};

/** The project of a run as far as the run read it. */
function layInputs(folder: string, { inputs, command }: RunRecord, project: string): void {
  mkdirSync(project);
  for (const { path, sha256 } of inputs) {
    if (!isInside(path)) throw notHere(folder, path, "It was not in the project folder, so that the run kept no copy.");
    const copy = join(folder, INPUTS, path);
    if (!existsSync(copy)) throw notHere(folder, path, "The copy that the run kept is gone.");
    const bytes = readFileSync(copy);
    if (fingerprint(bytes) !== sha256) throw notHere(folder, path, "The copy that the run kept was edited.");
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), bytes);
  }
  // A path of several folders says that the project was the folder with `data` in it, though the run read nothing there.
  if (unquoted(command)[2]?.includes("/")) mkdirSync(join(project, "data"), { recursive: true });
}

/** The command's words, about the copies and into a folder of ours; the record comes from elsewhere and may ask no more. */
function wordsFor({ command }: RunRecord, project: string, out: string): string[] {
  const [cadre, name = "", path = "", ...rest] = unquoted(command);
  const option = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (cadre !== "cadre" || option === undefined || !isInside(path) || !rest.every(isInside))
    throw otherCommand(command);
  const at = rest.indexOf(option);
  // A second place to write to would be the one that counts, and lie wherever the record says.
  const places = rest.filter((word) => /^--(out|to)(=|$)/.test(word)).length;
  if (at < 0 || at + 1 >= rest.length || places !== 1) throw otherCommand(command);
  return [name, join(project, path), ...rest.toSpliced(at + 1, 1, out)];
}

const isInside = (path: string): boolean =>
  path !== "" && !isAbsolute(path) && !/^[a-z]:/i.test(path) && !path.split(/[/\\]/).includes("..");

function compared(was: string, is: string): TextDifference {
  if (!existsSync(was)) return { agree: "no", was: "(gone)", is: "" };
  if (!existsSync(is)) return { agree: "no", was: "", is: "(not written now)" };
  const [before, after] = [readFileSync(was), readFileSync(is)];
  if (before.equals(after)) return { agree: "exact" };
  if (BINARY.test(was)) return { agree: "no" };
  return compareTexts(before.toString("utf8"), after.toString("utf8"));
}

/** Files whose bytes say nothing to a reader. */
const BINARY = /\.(png|pdf|xlsx|pptx|ods|docx|parquet|arrow)$/;

const notHere = (folder: string, path: string, message: string): CadreError =>
  new CadreError({
    code: "input-not-here",
    file: join(folder, RECORD),
    message,
    value: path,
    rule: "A run is made again from the copies of its inputs in its own folder.",
    fix: "Get the folder again from the person who made the run.",
  });

const otherCommand = (command: string): CadreError =>
  new CadreError({
    code: "command-not-repeated",
    message: "This command cannot be repeated.",
    value: command,
    rule: `One of ${Object.keys(COMMANDS).join(", ")}, about a file or folder of the project, written into a folder.`,
    fix: "Get the folder again from the person who made the run.",
  });
