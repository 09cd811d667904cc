import type { Scenario, System } from "cadre";
import { Lane } from "./lane.ts";
import type { Tasks } from "./tasks.ts";

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
const lanes = { run: new Lane(), draw: new Lane(), other: new Lane() };
const LANES: Readonly<Record<string, keyof typeof lanes>> = {
  ...{ run: "run", read: "run", gaps: "run" },
  ...{ ensembles: "draw", worthMeasuring: "draw" },
  // What is shown next is the run of the plan.
  cheapestPlan: "run",
};

/** Asks a worker to carry out a task of `tasks.ts` on a system, and gives what the library gave. */
export function ask<Name extends keyof Tasks>(
  task: Name,
  system: System | undefined,
  given: Parameters<Tasks[Name]>[1],
  { progress, signal, enough, name = `${task} ${scenarioOf(given)?.id ?? ""}` }: AskOptions = {},
): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  const lane = lanes[LANES[task] ?? "other"];
  const place = system === undefined ? "" : system.id;
  const wish = { task, system, given, name: `${place} ${name}`, progress, signal, enough };
  return lane.ask(wish) as Promise<Awaited<ReturnType<Tasks[Name]>>>;
}

const scenarioOf = (given: unknown): Scenario | undefined =>
  (given as { scenario?: Scenario; after?: Scenario }).scenario ?? (given as { after?: Scenario }).after;
