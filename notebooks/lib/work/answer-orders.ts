import type { ResultData, System } from "cadre";
import type { EnsembleData } from "cadre/uncertainty";
import { answerDraws } from "cadre/workers";
import { DRAWER_NAME, startDrawersFrom } from "./drawers.ts";
import type { TaskRequest, TextTaskRequest, WorkerAnswer, WorkerOrder } from "./messages.ts";
import { postedError } from "./posted-error.ts";
import type { TaskControl } from "./task-control.ts";
import { type Task, type TaskName, tasks } from "./tasks.ts";
import type { TextTask, TextTaskName } from "./text-tasks.ts";

// Runs the library beside the page, so that a slider never waits for the model. A system comes once and is kept, and
// frozen: its base year is then worked out once, however often it is run.
const systems = new Map<number, System>();
const going = new Map<number, AbortController>();

type TextTasks = { readonly [Name in TextTaskName]: TextTask<Name> };

/**
 * Answers what a page asks of its worker; questions about texts only where it is given how. The same script makes draws
 * where another worker has started it for that.
 */
export function answerOrders(textTasks?: TextTasks): void {
  if (self.name === DRAWER_NAME)
    answerDraws({
      postMessage: (message) => self.postMessage(message),
      addEventListener: (type, listener) => self.addEventListener(type, listener),
    });
  else
    addEventListener("message", ({ data }: MessageEvent<WorkerOrder>) => {
      if ("stop" in data) going.get(data.stop)?.abort();
      else if ("script" in data) startDrawersFrom(data.script);
      else void carryOut(data, textTasks);
    });
}

async function carryOut(order: Extract<WorkerOrder, { task: string }>, textTasks?: TextTasks): Promise<void> {
  const { id } = order;
  const stop = new AbortController();
  going.set(id, stop);
  try {
    const progress = (done: number, of: number) => answer({ id, done, of });
    const control = { progress, signal: stop.signal };
    const result = await ("key" in order ? done(order, systemOf(order), control) : doneWithTexts(order, textTasks));
    answer({ id, result }, LARGE[order.task]?.(result) ?? []);
  } catch (error) {
    answer({ id, ...postedError(error) });
  } finally {
    going.delete(id);
  }
}

const byName: { readonly [Name in TaskName]: Task<Name> } = tasks;

const done = <Name extends TaskName>(
  { task, given }: TaskRequest<Name>,
  system: System,
  control: TaskControl,
): unknown => byName[task](system, given, control);

function doneWithTexts<Name extends TextTaskName>(
  { task, given }: TextTaskRequest<Name>,
  textTasks?: TextTasks,
): unknown {
  if (textTasks === undefined) throw new Error("A page that asks about texts imports ask-of-texts.ts.");
  return textTasks[task](given);
}

/** The system of an order, which comes with the first one. */
function systemOf({ key, system }: { readonly key: number; readonly system?: System }): System {
  const known = systems.get(key) ?? (system && Object.freeze(system));
  if (known === undefined) throw new Error("A system comes with the first order that is about it.");
  systems.set(key, known);
  return known;
}

const answer = (message: WorkerAnswer, moved: Transferable[] = []): void =>
  self.postMessage(message, { transfer: moved });

/** The staff of each cell and year, which a run makes for its result alone. */
const staffIn = ({ projection: { stock, personYears, openingStaffYears: opening } }: ResultData): Transferable[] =>
  [stock, personYears, ...(opening ? [opening] : [])].map(({ buffer }) => buffer);

/** The draws themselves, many millions of bytes. */
const drawsIn = (all: readonly EnsembleData[]): Transferable[] =>
  all.flatMap(({ central, spreads, difference }) => [
    ...staffIn(central),
    spreads.values.buffer,
    ...(difference ? [difference.values.buffer] : []),
  ]);

/** What is large of the answer to a task: handed over rather than copied, since it is needed here no longer. */
const LARGE: Readonly<Record<string, (result: unknown) => Transferable[]>> = {
  ensembles: (result) => drawsIn(result as readonly EnsembleData[]),
  run: (result) => staffIn(result as ResultData),
};
