import type { System } from "cadre";
import { WorkerQueue } from "./lane.ts";
import type { TaskRequest } from "./messages.ts";
import type { TaskInputs, TaskName, TaskResults } from "./tasks.ts";

/** How a task is asked for. */
export interface AskOptions {
  /** Told as it goes on. */
  progress?: (done: number, of: number) => void;
  /** Ends it when it is no longer wanted. */
  signal?: AbortSignal;
  /** Ends it with what it has found so far. */
  enough?: AbortSignal;
  /** Set apart what may take the place of what; the task and its scenario when left out. */
  name?: string;
}

// Draws and other long work have workers of their own, so that a slider's run never waits behind them. What is drawn one
// after the other shares one, whose further workers then know the system.
export const lanes = { run: new WorkerQueue(), draw: new WorkerQueue(), other: new WorkerQueue() };
const LANES: { readonly [Name in TaskName]?: keyof typeof lanes } = {
  ...{ run: "run", ensembles: "draw", worthMeasuring: "draw" },
  // What is shown next is the run of the plan.
  cheapestPlan: "run",
};

/** Asks a worker to carry out a task of `tasks.ts` on a system, and gives what the library gave. */
export function ask<Name extends TaskName>(
  task: Name,
  system: System,
  given: TaskInputs[Name],
  { progress, signal, enough, name = `${task} ${idIn(given)}` }: AskOptions = {},
): Promise<TaskResults[Name]> {
  const lane = lanes[LANES[task] ?? "other"];
  const asked = { task, given } as TaskRequest;
  const wish = { asked, system, name: `${system.id} ${name}`, progress, signal, enough };
  return lane.ask(wish) as Promise<TaskResults[Name]>;
}

/** The id of the scenario that a task is about, if it is about one. */
function idIn(given: TaskInputs[TaskName]): string {
  const scenario = ("scenario" in given ? given.scenario : undefined) ?? ("after" in given ? given.after : undefined);
  return scenario?.id ?? "";
}
