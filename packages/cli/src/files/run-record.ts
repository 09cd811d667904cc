import { basename, relative, resolve, sep } from "node:path";
import type { Result } from "cadre";
import { howTested } from "cadre/backtest";
import { type InputFile, projectFolder } from "cadre/node";
import { type AdjustmentEffect, adjustmentEffects } from "cadre/scenarios";
import { versions } from "../versions.ts";
import { type CodeVersion, codeVersion } from "./code-version.ts";

/** The content of `run.json`: what is needed to run the same again and to see whether it was the same. */
export interface RunRecord {
  readonly cadre: typeof RECORD_VERSION;
  readonly versions: { readonly cadre: string; readonly cli: string; readonly node: string };
  readonly code?: CodeVersion;
  readonly machine: { readonly platform: string; readonly architecture: string };
  /** Run in the project folder: the one that holds `data/`, or else the system file's own. */
  readonly command: string;
  readonly system: string;
  /** Id of the scenario that was run, and of all where there were several. */
  readonly scenario: string;
  readonly scenarios?: readonly string[];
  /** Files that were read, by their path in the project folder. */
  readonly inputs: readonly FileMark[];
  readonly seed: number | string | null;
  readonly draws: number;
  /** Numbers that somebody has set by judgement, with what each does to the gap; left out where there are none. */
  readonly adjustments?: readonly AdjustmentEffect[];
  readonly warnings: readonly string[];
  /** The skill and the calibration of the system, as backtests of its parts found them. */
  readonly tested: string;
  /** What the run wrote, copies of its inputs among it, and a later run into the same folder may replace. */
  readonly outputs: readonly FileMark[];
  readonly finished?: string;
  /** SHA-256 of all the other entries, each input and output among them: it stands for the whole run. */
  readonly fingerprint: string;
}

/** A file and the SHA-256 of its bytes. */
export interface FileMark {
  readonly path: string;
  readonly sha256: string;
}

/** The format of `run.json`; 1 had no fingerprints of what was written. */
export const RECORD_VERSION = 2;

/** A run that is made but not written: all that `run.json` will say of it, and the folder its inputs are in. */
export interface MadeRun {
  readonly root: string;
  readonly record: Omit<RunRecord, "inputs" | "outputs" | "fingerprint">;
  readonly inputs: readonly InputFile[];
}

/** What a record says of a result. */
type Recorded = Pick<Result, "id" | "system" | "warnings"> & Partial<Pick<Result, "data">>;

/** Says how a run was made. Paths are relative to the project folder, so that they are the same on every machine. */
export function madeBy(
  results: readonly [Recorded, ...Recorded[]],
  {
    words,
    inputs,
    out,
    draws = 0,
    seed = SEED,
  }: {
    /**
     * The command: its name, the path it is about (and a file in it, for a folder), what stands before and after the option
     * that says where to write, and that option where it is not `--out`.
     */
    words: {
      name: string;
      path: string;
      file?: string;
      before?: readonly string[];
      after: readonly string[];
      option?: string;
    };
    inputs: readonly InputFile[];
    out: string | readonly string[];
    draws?: number;
    seed?: number | string;
  },
): MadeRun {
  const root = projectFolder(words.file ?? words.path);
  const inside = (path: string): string => relative(root, resolve(path)).split(sep).join("/");
  const target = (path: string): string => (inside(path).startsWith("..") ? basename(path) : inside(path) || ".");
  const last = results.at(-1) ?? results[0];
  const code = codeVersion();
  return {
    root,
    record: {
      cadre: RECORD_VERSION,
      versions: versions(),
      ...(code && { code }),
      machine: { platform: process.platform, architecture: process.arch },
      command: [
        "cadre",
        words.name,
        inside(words.path) || ".",
        ...(words.before ?? []),
        ...[out].flat().flatMap((path) => [words.option ?? "--out", target(path)]),
        ...words.after,
      ]
        .map(quoted)
        .join(" "),
      system: last.system.id,
      scenario: last.id,
      ...(results.length > 1 && { scenarios: results.map(({ id }) => id) }),
      seed: draws > 0 ? seed : null,
      draws,
      ...judged(results),
      warnings: [...new Set(results.flatMap(({ warnings }) => warnings))],
      tested: howTested(last.system),
    },
    inputs: unique(inputs.map(({ path, sha256 }) => ({ path: inside(path), ...(sha256 && { sha256 }) }))),
  };
}

/** What was set by judgement in any of the scenarios; each once. */
function judged(results: readonly Recorded[]): Pick<RunRecord, "adjustments"> {
  const found = results.flatMap(({ data }) =>
    data ? adjustmentEffects(data.resolved.given, data.resolved.scenario) : [],
  );
  const adjustments = [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
  return adjustments.length > 0 ? { adjustments } : {};
}

/** The seed of every draw that a command makes. */
export const SEED = 1;

const unique = (inputs: readonly InputFile[]): InputFile[] => [
  ...new Map(inputs.map((input) => [input.path, input])).values(),
];

const quoted = (word: string): string => (/^[\w./:=@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** The words of a command line as a record has it: those that `quoted` has put marks around, without them. */
export const unquoted = (command: string): string[] =>
  (command.match(/(?:[^\s'\\]|'[^']*'|\\')+/g) ?? []).map((word) =>
    word.replace(/'([^']*)'|\\(')/g, (_, inner: string | undefined, mark: string | undefined) => inner ?? mark ?? ""),
  );
