import { type AskOptions, lanes } from "./ask.ts";
import { startWorkersFrom } from "./lane.ts";
import type { TextTaskRequest } from "./messages.ts";
import type { TextTaskInputs, TextTaskName, TextTaskResults } from "./text-tasks.ts";
import TextWorker from "./text-worker.ts?worker";

// Whoever reads texts runs them too, and one script does both.
startWorkersFrom({ name: "text-worker", start: () => new TextWorker() });

/** Asks a worker about the text of a system, before there is one. */
export function askOfTexts<Name extends TextTaskName>(
  task: Name,
  given: TextTaskInputs[Name],
  { progress, signal, name = task }: AskOptions = {},
): Promise<TextTaskResults[Name]> {
  const asked = { task, given } as TextTaskRequest;
  return lanes.run.ask({ asked, name, progress, signal }) as Promise<TextTaskResults[Name]>;
}
