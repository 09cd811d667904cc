import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { serialize } from "node:v8";
import { Piscina } from "piscina";
import type { DrawBlock, DrawWork } from "../uncertainty/draws.ts";
import { nameOf, withoutSystem } from "../uncertainty/known-systems.ts";
import type { Cancel, Workers } from "../uncertainty/workers.ts";
import type { ThreadTask } from "./draw-thread.ts";

/** A block whose thread was killed is made again, so often. */
const TRIES = 3;

/** Threads of Node that make draws. */
export interface NodeWorkers extends Workers {
  /** How many threads there are at the moment. */
  threads(): number;
  /** Ends one of them, whatever it is doing, as a machine short of memory may; another takes its place. */
  endOne(): Promise<void>;
}

/** How many threads `startWorkers` starts. */
export interface WorkersOptions {
  /** As many as the machine has cores when left out. */
  readonly size?: number;
}

/**
 * Threads that make draws for `ensemble` in Node, started when they are first needed; close them when done. The numbers are the same to the last bit
 * however many there are. A thread that is killed is replaced and its draws are made again.
 *
 * @example
 * ```ts
 * import { ensemble } from "cadre";
 * import { readSystem, startWorkers } from "cadre/node";
 * const workers = startWorkers({ size: 2 });
 * try {
 *   const england = await readSystem("scenarios/england/system.yaml");
 *   await ensemble(england, {}, { draws: 100, workers });
 * } finally {
 *   await workers.close();
 * }
 * ```
 */
export function startWorkers({ size = availableParallelism() }: WorkersOptions = {}): NodeWorkers {
  const fromSource = import.meta.url.endsWith(".ts");
  let started: Piscina<ThreadTask, DrawBlock> | undefined;
  // Not before there is something to do: a small question is answered sooner without them.
  const pool = (): Piscina<ThreadTask, DrawBlock> => {
    started ??= new Piscina<ThreadTask, DrawBlock>({
      filename: fileURLToPath(new URL(fromSource ? "draw-thread.ts" : "./draw-thread.js", import.meta.url)),
      minThreads: size,
      maxThreads: size,
      idleTimeout: 60_000,
      // Threads of this repository's own tests and commands read TypeScript.
      ...(fromSource && { execArgv: ["--conditions=source", "--import", loader()] }),
    });
    return started;
  };
  let last: { readonly key: string; readonly sent: Pick<ThreadTask, "key" | "work" | "system"> } | undefined;
  const sentOf = (work: DrawWork) => {
    const { key, system } = work;
    if (last?.key !== key) {
      const name = nameOf(system);
      // The bytes of the system before are good for the same one.
      const bytes = last?.sent.system.name === name ? last.sent.system.bytes : shared(system);
      last = { key, sent: { key, work: shared(withoutSystem(work)), system: { name, bytes } } };
    }
    return last.sent;
  };
  const attempt = async (task: ThreadTask, signal: Cancel | undefined, tries: number): Promise<DrawBlock> => {
    try {
      return await pool().run(task, signal ? { signal: signal as AbortSignal } : {});
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (tries > 1 && isKilled(error)) return attempt(task, signal, tries - 1);
      throw error;
    }
  };
  return {
    size,
    run: ({ work, from, shares, count }, signal) => attempt({ ...sentOf(work), from, shares, count }, signal, TRIES),
    threads: () => started?.threads.length ?? 0,
    endOne: async () => {
      await pool().threads[0]?.terminate();
    },
    close: async () => started?.destroy(),
  };
}

/** Plain data as bytes that all threads can read. */
function shared(data: unknown): Uint8Array {
  const written = serialize(data);
  const bytes = new Uint8Array(new SharedArrayBuffer(written.length));
  bytes.set(written);
  return bytes;
}

/** A thread that ended without an answer; an error of the model has a code of its own. */
const isKilled = (error: unknown): boolean =>
  error instanceof Error &&
  /exited|terminated|ERR_WORKER/i.test(`${error.message} ${(error as { code?: string }).code}`);

const loader = (): string => pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
