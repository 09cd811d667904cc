import { availableParallelism } from "node:os";
import { ANYTHING, checkArguments, only } from "../error/shape.ts";
import type { Thread, ThreadNews } from "../uncertainty/thread-at-work.ts";
import { SECONDS_A_BLOCK, ThreadPool } from "../uncertainty/thread-pool.ts";
import type { Workers } from "../uncertainty/workers.ts";
import { nodeThread } from "./node-thread.ts";

/** Threads of Node that make draws. */
export interface NodeWorkers extends Workers {
  /** How many threads there are at the moment. */
  threads(): number;
  /** Ends one of them, whatever it is doing, as a machine short of memory may; another takes its place. */
  endOne(): Promise<void>;
}

/** How many threads `startWorkers` starts, and how long they may take. */
export interface WorkersOptions {
  /** As many as the machine has cores when left out. */
  readonly size?: number;
  /** Seconds for 25 draws, after which a thread that has not answered is ended; 600 when left out. */
  readonly patience?: number;
}

/**
 * Threads that make draws for `ensemble` in Node, started when they are first needed; close them when done. The numbers are the same to the last bit
 * however many there are. A thread that is killed is replaced and its draws are made again; an ensemble always settles.
 *
 * Throws a `CadreError` if `size` is not a whole number from 1 to 1,024.
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
export function startWorkers(options: WorkersOptions = {}): NodeWorkers {
  checkArguments({ options }, { options: only({ size: ANYTHING, patience: ANYTHING }) });
  const { size = availableParallelism(), patience = SECONDS_A_BLOCK } = options;
  const pool = new ThreadPool(size, { patience, start: startThread });
  return {
    size,
    run: (task, signal) => pool.run(task, signal),
    threads: () => pool.threads,
    endOne: () => pool.endOne(),
    close: () => pool.close(),
  };
}

function startThread({ answered, ended }: ThreadNews): Thread {
  const worker = nodeThread("draw-thread");
  worker.on("message", answered);
  worker.on("messageerror", () => ended("What it sent could not be read."));
  worker.on("error", (error) => ended(error instanceof Error ? error.message : String(error)));
  worker.on("exit", () => ended());
  return {
    post: (message) => worker.postMessage(message),
    end: () => worker.terminate(),
    busy: (is) => (is ? worker.ref() : worker.unref()),
  };
}
