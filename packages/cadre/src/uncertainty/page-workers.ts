import type { System } from "../system/types.ts";
import { type DrawBlock, type DrawTask, type DrawWork, drawBlock } from "./draws.ts";
import { LastSystem, type NamedWork, nameOf, withoutSystem } from "./known-systems.ts";
import type { Cancel, Workers } from "./workers.ts";

/** A worker of a page, as far as it is used here. */
export interface PageWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  addEventListener(
    type: string,
    listener: (event: { readonly data?: unknown; readonly message?: string }) => void,
  ): void;
}

/** What a page posts to a worker: the work comes with the first of its tasks, a system with the first work on it. */
interface Order {
  readonly work?: { readonly named: NamedWork; readonly name: string; readonly system?: System };
  readonly from: number;
  readonly shares: Float64Array;
  readonly count: number;
}
type Answer = { readonly block: DrawBlock } | { readonly problem: string };

interface Job {
  readonly task: DrawTask;
  readonly signal?: Cancel;
  readonly settle: (answer: Answer | { readonly cancelled: true }) => void;
}

/**
 * Workers of a page that make draws for `ensemble`, as many as asked for; each is made by `create` when it is first
 * needed, and its script calls `answerDraws`. They live until `close`.
 *
 * @example
 * ```ts
 * import { ensemble, pageWorkers, type Scenario, type System } from "cadre";
 * export function drawn(system: System, scenario: Scenario, script: URL) {
 *   const workers = pageWorkers(() => new Worker(script, { type: "module" }), 2);
 *   return ensemble(system, scenario, { draws: 1000, workers });
 * }
 * ```
 */
export function pageWorkers(create: () => PageWorker, size: number): Workers {
  const idle: Hand[] = [];
  const all = new Set<Hand>();
  const waiting: Job[] = [];
  const start = () => {
    while (waiting.length > 0 && (idle.length > 0 || all.size < size)) {
      const hand = idle.pop() ?? newHand();
      all.add(hand);
      hand.take(waiting.shift() as Job);
    }
  };
  const newHand = (): Hand =>
    new Hand(create(), (hand, broken) => {
      if (broken) {
        all.delete(hand);
        hand.end();
      } else if (all.has(hand)) idle.push(hand);
      start();
    });
  return {
    size,
    run: (task, signal) =>
      new Promise((resolve, reject) => {
        const settle: Job["settle"] = (answer) => {
          if ("block" in answer) resolve(answer.block);
          else reject("problem" in answer ? new Error(answer.problem) : (signal?.reason ?? new Error("cancelled")));
        };
        waiting.push({ task, ...(signal && { signal }), settle });
        start();
      }),
    close: async () => {
      for (const hand of all) hand.end();
      all.clear();
      idle.length = 0;
      waiting.length = 0;
    },
  };
}

/** One worker: it takes a job at a time, and keeps the work it has been given. */
class Hand {
  private readonly worker: PageWorker;
  private readonly free: (hand: Hand, broken: boolean) => void;
  /** Work and system that the worker was sent last. */
  private known: string | undefined;
  private system: string | undefined;
  private job: Job | undefined;

  constructor(worker: PageWorker, free: (hand: Hand, broken: boolean) => void) {
    this.worker = worker;
    this.free = free;
    worker.addEventListener("message", ({ data }) => this.done(data as Answer, false));
    worker.addEventListener("error", ({ message }) =>
      this.done({ problem: `The draws could not be made in this page${message ? `: ${message}` : ""}.` }, true),
    );
  }

  take(job: Job): void {
    if (job.signal?.aborted) {
      job.settle({ cancelled: true });
      this.free(this, false);
      return;
    }
    const { work, from, shares, count } = job.task;
    this.job = job;
    job.signal?.addEventListener("abort", this.cancel);
    this.worker.postMessage({ ...this.news(work), from, shares, count } satisfies Order);
  }

  /** What the worker does not know of some work. */
  private news(work: DrawWork): Pick<Order, "work"> {
    if (this.known === work.key) return {};
    const { system } = work;
    const name = nameOf(system);
    const sent = { named: withoutSystem(work), name, ...(this.system !== name && { system }) };
    [this.known, this.system] = [work.key, name];
    return { work: sent };
  }

  end(): void {
    this.worker.terminate();
  }

  /** Draws that nobody waits for are not finished. */
  private readonly cancel = (): void => {
    const job = this.leave();
    job?.settle({ cancelled: true });
    this.free(this, true);
  };

  private done(answer: Answer, broken: boolean): void {
    const job = this.leave();
    job?.settle(answer);
    this.free(this, broken);
  }

  private leave(): Job | undefined {
    const { job } = this;
    job?.signal?.removeEventListener("abort", this.cancel);
    this.job = undefined;
    return job;
  }
}

/** Where a worker's script listens and answers: its `self`. */
export interface WorkerScope {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
}

/**
 * Answers the pool of `pageWorkers` from within a worker's script: makes the draws that the page asks for.
 *
 * @example
 * ```ts
 * import { answerDraws, type WorkerScope } from "cadre";
 * export const listen = (self: WorkerScope) => answerDraws(self); // the whole script of a worker
 * ```
 */
export function answerDraws(scope: WorkerScope): void {
  const systems = new LastSystem();
  let known: DrawWork | undefined;
  scope.addEventListener("message", ({ data }) => {
    const { work, from, shares, count } = data as Order;
    try {
      if (work) known = { ...work.named, system: systems.of(work.name, () => work.system as System) };
      scope.postMessage({ block: drawBlock({ work: known as DrawWork, from, shares, count }) } satisfies Answer);
    } catch (error) {
      scope.postMessage({ problem: error instanceof Error ? error.message : String(error) } satisfies Answer);
    }
  });
}
