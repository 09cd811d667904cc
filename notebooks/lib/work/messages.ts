import type { Problem, System } from "cadre";
import type { TaskInputs, TaskName } from "./tasks.ts";
import type { TextTaskInputs, TextTaskName } from "./text-tasks.ts";

/** A task, and what it is asked with. */
export type TaskRequest<Name extends TaskName = TaskName> = {
  [N in Name]: { readonly task: N; readonly given: TaskInputs[N] };
}[Name];

/** A task about the text of a system, and what it is asked with. */
export type TextTaskRequest<Name extends TextTaskName = TextTaskName> = {
  [N in Name]: { readonly task: N; readonly given: TextTaskInputs[N] };
}[Name];

/** Work for a worker: a task about a system, which comes once and later by its key, or one about texts. */
type Wanted = (TaskRequest & { readonly key: number; readonly system?: System }) | TextTaskRequest;

/** What the page posts to a worker: a task, or that one is no longer wanted. A system comes once, later only its key. */
export type WorkerOrder =
  | ({ readonly id: number } & Wanted)
  | { readonly stop: number }
  /** The text of the worker's script, where it has no address that another worker may start it from. */
  | { readonly script: Blob };

/** What comes back, any number of times progress and once the rest. */
export type WorkerAnswer =
  | { readonly id: number; readonly done: number; readonly of: number }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly problem: Problem; readonly others: readonly Problem[] };
