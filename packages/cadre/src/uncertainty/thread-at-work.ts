import type { ThreadOrder, ThreadReply } from "./answer-draws.ts";
import type { DrawBlock, DrawTask } from "./draws.ts";
import { nameOf, withoutSystem } from "./known-systems.ts";

/** What the platform gives for waiting; here it only ends a thread that keeps silent. */
declare const setTimeout: (then: () => void, milliseconds: number) => unknown;
declare const clearTimeout: (timer: unknown) => void;

/** A thread of a page or of Node, as far as a pool needs it. */
export interface Thread {
  post(message: unknown): void;
  /** Ends it, whatever it is doing; settles when it is gone. */
  end(): Promise<unknown>;
  /** Told when it has something to do, and when it has not: an idle thread keeps no process alive. */
  busy(is: boolean): void;
}

/** What a thread tells its pool. An end without a problem came from outside: the draws are made again. */
export interface ThreadNews {
  answered(answer: unknown): void;
  ended(problem?: string): void;
}

/** How threads of a pool are started and how long they may take. */
export interface Threads {
  readonly start: (news: ThreadNews) => Thread;
  /** Seconds after which a thread that has not answered is ended. */
  readonly patience: number;
}

/** Draws that somebody waits for. */
export interface DrawJob {
  readonly task: DrawTask;
  readonly resolve: (block: DrawBlock) => void;
  readonly reject: (reason: unknown) => void;
  /** How often a thread kept silent about it. */
  silences: number;
}

/** What a thread at work tells its pool. */
interface Told {
  answered(job: DrawJob, answer: ThreadReply): void;
  ended(problem?: string): void;
  silent(): void;
}

/** One thread of a pool: it takes a job at a time, and keeps the work it has been given. */
export class ThreadAtWork {
  private readonly thread: Thread;
  private readonly patience: number;
  private readonly told: Told;
  /** Work and system that the thread was sent last. */
  private known: string | undefined;
  private system: string | undefined;
  private timer: unknown;
  job: DrawJob | undefined;

  constructor({ start, patience }: Threads, told: Told) {
    this.told = told;
    this.patience = patience;
    this.thread = start({
      answered: (answer) => this.answered(answer as ThreadReply),
      ended: (problem) => told.ended(problem),
    });
  }

  take(job: DrawJob): void {
    this.send(job.task);
    this.job = job;
    this.thread.busy(true);
    this.timer = setTimeout(() => this.told.silent(), this.patience * 1000);
  }

  /** Work goes with the first of its tasks, a system with the first work on it. */
  private send({ work, from, shares, count }: DrawTask): void {
    const order: ThreadOrder = { from, shares, count };
    if (this.known === work.key) {
      this.thread.post(order);
      return;
    }
    const name = nameOf(work.system);
    const system = this.system === name ? {} : { system: work.system };
    this.thread.post({ ...order, work: { named: withoutSystem(work), name, ...system } } satisfies ThreadOrder);
    [this.known, this.system] = [work.key, name];
  }

  private answered(answer: ThreadReply): void {
    const job = this.leave();
    // Nobody waits for what a thread says after its job was taken from it.
    if (!job) return;
    this.thread.busy(false);
    this.told.answered(job, answer);
  }

  /** Takes its job from it. */
  leave(): DrawJob | undefined {
    const { job } = this;
    clearTimeout(this.timer);
    this.job = undefined;
    return job;
  }

  /** Ends it, whatever it is doing. */
  end(): Promise<unknown> {
    return this.thread.end();
  }
}
