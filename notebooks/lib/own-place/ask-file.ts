import { CadreError, type Problem } from "cadre";
import type { ImportTasks } from "./import-tasks.ts";
import type { FileOrder } from "./import-worker.ts";

type Answer =
  | { readonly done: number; readonly of: number }
  | { readonly result: unknown }
  | { readonly problem: Problem; readonly others: readonly Problem[] };

/**
 * Has a file read by a worker of its own, which is started for it and ends with it: nothing of the file stays in memory.
 * The code that reads files is fetched with the first of them.
 */
export async function askFile<Name extends keyof ImportTasks>(
  task: Name,
  file: File,
  given: Parameters<ImportTasks[Name]>[1],
  progress?: (done: number, of: number) => void,
): Promise<Awaited<ReturnType<ImportTasks[Name]>>> {
  const { default: FileWorker } = await import("./import-worker.ts?worker");
  const worker: Worker = new FileWorker();
  try {
    const result = await new Promise<unknown>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
        if ("done" in data) progress?.(data.done, data.of);
        else if ("problem" in data) reject(new CadreError(data.problem, data.others));
        else resolve(data.result);
      });
      worker.addEventListener("error", ({ message }) =>
        reject(new Error(`The file could not be read in this page${message ? `: ${message}` : ""}.`)),
      );
      worker.postMessage({ task, file, given } satisfies FileOrder);
    });
    return result as Awaited<ReturnType<ImportTasks[Name]>>;
  } finally {
    worker.terminate();
  }
}
