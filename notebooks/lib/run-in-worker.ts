import { openResult, type Result, type ResultData, type Scenario, type System } from "cadre";
import RunWorker from "./run-worker.ts?worker";

/** What the page posts to the worker: a system the first time, later only its key; and what comes back. */
export interface Order {
  readonly key: number;
  readonly system?: System;
  readonly scenario?: Scenario;
}
export type Answer = { readonly result: ResultData } | { readonly problem: string };

interface Job {
  readonly system: System;
  readonly scenario?: Scenario;
  readonly answers: ((answer: Answer) => void)[];
}

const keys = new Map<System, number>();
let worker: Worker | undefined;
let current: Job | undefined;
let waiting: Job[] = [];

/**
 * Runs the library in a worker and gives the result, as `run` does. While a run is going on, a later request for the
 * same scenario takes the place of one that still waits: a slider that is dragged runs the model for where it is, not
 * for everywhere it has been.
 */
export function runInWorker(system: System, scenario?: Scenario): Promise<Result> {
  return new Promise((resolve, reject) => {
    const overtaken = waiting.find((job) => job.system === system && job.scenario?.id === scenario?.id);
    const settle = (answer: Answer) =>
      "result" in answer ? resolve(openResult(answer.result)) : reject(new Error(answer.problem));
    waiting = waiting.filter((job) => job !== overtaken);
    waiting.push({ system, ...(scenario && { scenario }), answers: [...(overtaken?.answers ?? []), settle] });
    startNext();
  });
}

function startNext(): void {
  if (current !== undefined) return;
  current = waiting.shift();
  if (current === undefined) return;
  const { system, scenario } = current;
  const known = keys.get(system);
  const key = known ?? keys.size;
  keys.set(system, key);
  worker ??= startWorker();
  worker.postMessage({ key, ...(known === undefined && { system }), ...(scenario && { scenario }) } satisfies Order);
}

function startWorker(): Worker {
  const started = new RunWorker();
  const finish = (answer: Answer) => {
    const done = current;
    current = undefined;
    for (const tell of done?.answers ?? []) tell(answer);
    startNext();
  };
  started.addEventListener("message", ({ data }: MessageEvent<Answer>) => finish(data));
  started.addEventListener("error", ({ message }) =>
    finish({ problem: `The model could not be run in this page${message ? `: ${message}` : ""}.` }),
  );
  return started;
}
