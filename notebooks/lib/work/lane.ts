import { CadreError, type System } from "cadre";
import type { TaskRequest, TextTaskRequest, WorkerAnswer, WorkerOrder } from "./messages.ts";
import ModelWorker from "./worker.ts?worker";

/** One wish of the page: a task about a system, or about texts. */
export type QueuedTask = WishKept &
  (
    | { readonly asked: TaskRequest; readonly system: System }
    | { readonly asked: TextTaskRequest; readonly system?: undefined }
  );

/** How a wish is kept until it is carried out. */
interface WishKept {
  /** A later wish of this name takes the place of one that has not begun. */
  readonly name: string;
  readonly progress?: ((done: number, of: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Tells the task to come to its end, and to give what it has found so far. */
  readonly enough?: AbortSignal | undefined;
}

type Job = QueuedTask & {
  readonly id: number;
  readonly settle: ((answer: Exclude<WorkerAnswer, { done: number }>) => void)[];
};

let wishes = 0;

/** The script of the page's workers: its name in a page of one file, and how one is started. */
interface WorkerScript {
  readonly name: string;
  start(): Worker;
}

let workerScript: WorkerScript = { name: "worker", start: () => new ModelWorker() };

/** From now on workers are started from another script. */
export function startWorkersFrom(other: WorkerScript): void {
  workerScript = other;
}

/** A worker and the wishes that wait for it, one after the other. */
export class WorkerQueue {
  #worker: Worker | undefined;
  #now: Job | undefined;
  #waiting: Job[] = [];
  readonly #keys = new Map<System, number>();
  /** One function, so that many wishes of a hidden page wait with one listener. */
  readonly #seen = (): void => this.#next();

  /**
   * Carries out a wish and gives what the library gave. While another one goes on, a later wish of the same name takes
   * the place of the one that waits, and both get its answer: a slider that is dragged runs the model for where it is,
   * not for everywhere it has been.
   */
  ask(wish: QueuedTask): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const overtaken = this.#waiting.find(({ name }) => name === wish.name);
      const settle: Job["settle"][number] = (answer) =>
        "problem" in answer ? reject(new CadreError(answer.problem, answer.others)) : resolve(answer.result);
      this.#waiting = this.#waiting.filter((job) => job !== overtaken);
      const job: Job = { ...wish, id: ++wishes, settle: [...(overtaken?.settle ?? []), settle] };
      wish.signal?.addEventListener("abort", () => this.#stop(job, reject), { once: true });
      wish.enough?.addEventListener("abort", () => this.#end(job), { once: true });
      this.#waiting.push(job);
      this.#next();
    });
  }

  #next(): void {
    if (this.#now !== undefined || this.#waiting.length === 0) return;
    // Nobody looks: what waits begins when somebody does, by then only the last wish of each name.
    if (document.hidden) {
      document.addEventListener("visibilitychange", this.#seen, { once: true });
      return;
    }
    const job = this.#waiting.shift();
    this.#now = job;
    if (job === undefined) return;
    this.#worker ??= this.#start();
    const { id } = job;
    this.#post(job.system ? { id, ...job.asked, ...this.#keyOf(job.system) } : { id, ...job.asked });
    if (job.enough?.aborted) this.#end(job);
  }

  #keyOf(system: System): { key: number; system?: System } {
    const known = this.#keys.get(system);
    if (known !== undefined) return { key: known };
    const key = this.#keys.size;
    this.#keys.set(system, key);
    return { key, system };
  }

  #post(order: WorkerOrder): void {
    this.#worker?.postMessage(order);
  }

  #stop(job: Job, reject: (reason: Error) => void): void {
    this.#waiting = this.#waiting.filter((one) => one !== job);
    if (this.#now === job) this.#post({ stop: job.id });
    reject(new DOMException("No longer wanted.", "AbortError"));
  }

  /** One that has not begun is told when it does. */
  #end(job: Job): void {
    if (this.#now === job) this.#post({ stop: job.id });
  }

  #finish(answer: Exclude<WorkerAnswer, { done: number }>): void {
    const done = this.#now;
    this.#now = undefined;
    for (const tell of done?.settle ?? []) tell(answer);
    this.#next();
  }

  #start(): Worker {
    const worker = workerScript.start();
    const script = globalThis.workerScripts?.[workerScript.name];
    if (script) worker.postMessage({ script } satisfies WorkerOrder);
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerAnswer>) => {
      if ("done" in data) this.#now?.progress?.(data.done, data.of);
      else this.#finish(data);
    });
    worker.addEventListener("error", ({ message }) =>
      this.#finish({
        id: this.#now?.id ?? 0,
        problem: {
          code: "no-worker",
          message: `The model could not be run in this page${message ? `: ${message}` : ""}.`,
        },
        others: [],
      }),
    );
    return worker;
  }
}
