import type { ResultData, System } from "cadre";
import type { EnsembleData } from "cadre/uncertainty";
import { answerDraws, type WorkerScope } from "cadre/workers";
import { DRAWER, startDrawersFrom } from "./drawers.ts";
import type { Answer, Order } from "./messages.ts";
import { posted } from "./posted-error.ts";
import type { TaskControl } from "./task-control.ts";
import { tasks } from "./tasks.ts";

// Runs the library beside the page, so that a slider never waits for the model. A system comes once and is kept, and
// frozen: its base year is then worked out once, however often it is run.
const systems = new Map<number, System>();
const going = new Map<number, AbortController>();

// The same script makes draws where another worker has started it for that.
if (self.name === DRAWER) answerDraws(self as unknown as WorkerScope);
else
  addEventListener("message", ({ data }: MessageEvent<Order>) => {
    if ("stop" in data) going.get(data.stop)?.abort();
    else if ("script" in data) startDrawersFrom(data.script);
    else void carryOut(data);
  });

async function carryOut({ id, task, key, system, given }: Extract<Order, { task: string }>): Promise<void> {
  const stop = new AbortController();
  going.set(id, stop);
  try {
    if (key !== undefined && system !== undefined) systems.set(key, Object.freeze(system));
    const work = (tasks as Record<string, (system: unknown, given: unknown, control: TaskControl) => unknown>)[task];
    const known = key === undefined ? undefined : systems.get(key);
    const progress = (done: number, of: number) => answer({ id, done, of });
    const result = await work?.(known, given, { progress, signal: stop.signal });
    answer({ id, result }, LARGE[task]?.(result) ?? []);
  } catch (error) {
    answer({ id, ...posted(error) });
  } finally {
    going.delete(id);
  }
}

const answer = (message: Answer, moved: Transferable[] = []): void => self.postMessage(message, { transfer: moved });

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
