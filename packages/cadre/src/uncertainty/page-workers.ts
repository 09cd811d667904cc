import { ANYTHING, checkArguments, FUNCTION, only } from "../error/shape.ts";
import { SECONDS_A_BLOCK, ThreadPool } from "./thread-pool.ts";
import type { Workers } from "./workers.ts";

/** A worker of a page, as far as it is used here. */
export interface PageWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  addEventListener(
    type: string,
    listener: (event: { readonly data?: unknown; readonly message?: string }) => void,
  ): void;
}

/** How long workers of a page may take. */
export interface PageWorkersOptions {
  /** Seconds for 25 draws, after which a worker that has not answered is ended; 600 when left out. */
  readonly patience?: number;
}

/**
 * Workers of a page that make draws for `ensemble`, as many as asked for; each is made by `create` when it is first
 * needed, and its script calls `answerDraws`. They live until `close`, which tells all that wait.
 *
 * Throws a `CadreError` if `size` is not a whole number from 1 to 1,024. An ensemble whose worker fails, or is silent
 * for longer than `patience`, is rejected with one.
 *
 * @example
 * ```ts
 * import { ensemble, type Scenario, type System } from "cadre";
 * import { pageWorkers } from "cadre/workers";
 * export function drawn(system: System, scenario: Scenario, script: URL) {
 *   const workers = pageWorkers(() => new Worker(script, { type: "module" }), 2);
 *   return ensemble(system, scenario, { draws: 1000, workers });
 * }
 * ```
 */
export function pageWorkers(create: () => PageWorker, size: number, options: PageWorkersOptions = {}): Workers {
  checkArguments({ create, options }, { create: FUNCTION, options: only({ patience: ANYTHING }) });
  const { patience = SECONDS_A_BLOCK } = options;
  const pool = new ThreadPool(size, {
    patience,
    start: ({ answered, ended }) => {
      const worker = create();
      worker.addEventListener("message", ({ data }) => answered(data));
      worker.addEventListener("messageerror", () => ended("What it sent could not be read."));
      worker.addEventListener("error", ({ message }) => ended(message || "Its script could not be read."));
      return {
        post: (message) => worker.postMessage(message),
        end: async () => worker.terminate(),
        busy: () => undefined,
      };
    },
  });
  return { size, run: (task, signal) => pool.run(task, signal), close: () => pool.close() };
}
