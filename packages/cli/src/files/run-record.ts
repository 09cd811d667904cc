import { basename, relative, resolve, sep } from "node:path";
import type { Result } from "cadre";
import { type InputFile, projectFolder } from "cadre/node";
import { versions } from "../versions.ts";

/** The content of `run.json`: what is needed to run the same again and to see whether it was the same. */
export interface RunRecord {
  readonly cadre: 1;
  readonly versions: { readonly cadre: string; readonly cli: string; readonly node: string };
  /** Run in the project folder: the one that holds `data/`, or else the system file's own. */
  readonly command: string;
  readonly system: string;
  /** Id of the scenario that was run, and of all where there were several. */
  readonly scenario: string;
  readonly scenarios?: readonly string[];
  readonly inputs: readonly { readonly path: string; readonly sha256?: string }[];
  readonly seed: number | string | null;
  readonly draws: number;
  readonly warnings: readonly string[];
  /** What the run wrote, and a later run into the same folder may replace. */
  readonly outputs: readonly string[];
  readonly finished?: string;
}

/** What a record says of a result. */
type Recorded = Pick<Result, "id" | "system" | "warnings">;

/** Makes the record of a run. Paths are relative to the project folder, so that it is the same on every machine. */
export function runRecord(
  results: readonly [Recorded, ...Recorded[]],
  {
    words,
    inputs,
    out,
    outputs,
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
    outputs: readonly string[];
    draws?: number;
    seed?: number | string;
  },
): RunRecord {
  const root = projectFolder(words.file ?? words.path);
  const inside = (path: string): string => relative(root, resolve(path)).split(sep).join("/");
  const target = (path: string): string => (inside(path).startsWith("..") ? basename(path) : inside(path) || ".");
  const last = results.at(-1) ?? results[0];
  return {
    cadre: 1,
    versions: versions(),
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
    inputs: unique(inputs.map(({ path, sha256 }) => ({ path: inside(path), ...(sha256 && { sha256 }) }))),
    seed: draws > 0 ? seed : null,
    draws,
    warnings: [...new Set(results.flatMap(({ warnings }) => warnings))],
    outputs,
  };
}

/** The seed of every draw that a command makes. */
export const SEED = 1;

const unique = (inputs: readonly InputFile[]): InputFile[] => [
  ...new Map(inputs.map((input) => [input.path, input])).values(),
];

const quoted = (word: string): string => (/^[\w./:=@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
