import { postedError } from "../work/posted-error.ts";
import { type ImportTasks, importTasks } from "./import-tasks.ts";

/** A file to read, and how. */
export interface FileOrder {
  readonly task: keyof ImportTasks;
  readonly file: File;
  readonly given: unknown;
}

// Reads the files of a planner beside the page, so that the page goes on answering whatever their size.
addEventListener("message", async ({ data }: MessageEvent<FileOrder>) => {
  const progress = (done: number, of: number) => self.postMessage({ done, of });
  try {
    const work = importTasks[data.task] as (file: File, given: unknown, progress: unknown) => Promise<unknown>;
    self.postMessage({ result: await work(data.file, data.given, progress) });
  } catch (error) {
    self.postMessage(postedError(error));
  }
});
