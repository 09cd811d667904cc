import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";
import type * as Esbuild from "esbuild";

/** What threads of Node are started for; each has a script of that name, beside this one. */
type ThreadName = "draw-thread" | "effects-thread";

/** Starts a thread of Node on its script, with what it is given to begin with. */
export function nodeThread(name: ThreadName, workerData?: unknown): Worker {
  const [script, options] = import.meta.url.endsWith(".ts") ? translated(name) : built(name);
  return new Worker(script, { ...options, workerData });
}

const built = (name: ThreadName): [URL, WorkerOptions] => [new URL(`./${name}.js`, import.meta.url), {}];

/** What a thread of this repository's own tests runs: translated once, since doing it in each thread takes seconds. */
const scripts = new Map<ThreadName, string>();

function translated(name: ThreadName): [string, WorkerOptions] {
  const script = scripts.get(name) ?? translate(fileURLToPath(new URL(`${name}.ts`, import.meta.url)));
  scripts.set(name, script);
  return [script, { eval: true }];
}

function translate(entry: string): string {
  const { buildSync } = createRequire(import.meta.url)("esbuild") as typeof Esbuild;
  return buildSync({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    format: "cjs",
    conditions: ["source"],
    write: false,
  }).outputFiles[0]!.text;
}
