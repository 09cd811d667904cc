import { CadreError } from "../error/cadre-error.ts";
import type { ThreadReply } from "./answer-draws.ts";
import type { DrawBlock, DrawTask } from "./draws.ts";
import { type DrawJob, ThreadAtWork, type Threads } from "./thread-at-work.ts";
import { checkThreads, closedError, keptEnding, keptSilent, threadFailed } from "./thread-errors.ts";
import type { Cancel } from "./workers.ts";

/** Seconds that a block of draws may take. The largest system takes some seconds; a busy machine many times that. */
export const SECONDS_A_BLOCK = 600;

/** So many threads may end one after the other, none of them with an answer, before those who wait are told. */
const MOST_ENDS = 30;

/** A thread that kept silent may have slept with its machine: its draws get a second try. */
const MOST_SILENCES = 2;

/**
 * Threads that make draws, as many as asked for, each started when it is first needed. Every `run` settles: a thread
 * that ends is replaced, one that keeps silent is ended, and after `close` all that wait are told.
 */
export class ThreadPool {
  private readonly size: number;
  private readonly how: Threads;
  private readonly all = new Set<ThreadAtWork>();
  private readonly idle: ThreadAtWork[] = [];
  private readonly waiting: DrawJob[] = [];
  private readonly ending = new Set<Promise<unknown>>();
  private endsInARow = 0;
  private closed = false;

  constructor(size: number, how: Threads) {
    checkThreads(size, how.patience);
    this.size = size;
    this.how = how;
  }

  /** How many threads there are at the moment. */
  get threads(): number {
    return this.all.size;
  }

  run(task: DrawTask, signal?: Cancel): Promise<DrawBlock> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(closedError());
      if (signal?.aborted) return reject(signal.reason);
      const cancel = () => this.cancel(job, signal?.reason);
      const settled = () => signal?.removeEventListener("abort", cancel);
      const job: DrawJob = {
        task,
        silences: 0,
        resolve: (block) => {
          settled();
          resolve(block);
        },
        reject: (reason) => {
          settled();
          reject(reason);
        },
      };
      signal?.addEventListener("abort", cancel);
      this.waiting.push(job);
      this.next();
    });
  }

  /** Ends the oldest thread, whatever it is doing. */
  async endOne(): Promise<void> {
    const [oldest] = this.all;
    await oldest?.end();
  }

  async close(): Promise<void> {
    this.closed = true;
    const waiting = this.waiting.splice(0);
    const busy = [...this.all].map((thread) => this.drop(thread));
    for (const job of [...busy, ...waiting]) job?.reject(closedError());
    await Promise.all(this.ending);
  }

  private next(): void {
    while (this.waiting.length > 0 && (this.idle.length > 0 || this.all.size < this.size)) {
      const job = this.waiting.shift() as DrawJob;
      let thread: ThreadAtWork | undefined;
      try {
        thread = this.idle.pop() ?? this.begun();
        thread.take(job);
      } catch (error) {
        if (thread) this.drop(thread);
        job.reject(
          threadFailed("no-thread", "A thread that makes draws could not be started or sent its work.", error),
        );
      }
    }
  }

  private begun(): ThreadAtWork {
    const thread: ThreadAtWork = new ThreadAtWork(this.how, {
      answered: (job, reply) => this.answered(thread, job, reply),
      ended: (problem) => this.ended(thread, problem),
      silent: () => this.silent(thread),
    });
    this.all.add(thread);
    return thread;
  }

  private answered(thread: ThreadAtWork, job: DrawJob, reply: ThreadReply): void {
    this.endsInARow = 0;
    this.idle.push(thread);
    if ("block" in reply) job.resolve(reply.block);
    else job.reject(new CadreError(reply.problem));
    this.next();
  }

  private ended(thread: ThreadAtWork, problem: string | undefined): void {
    // A thread that the pool has ended itself is no news.
    if (!this.all.has(thread)) return;
    const job = this.drop(thread);
    this.endsInARow += 1;
    if (problem !== undefined)
      job?.reject(threadFailed("thread-failed", "A thread that makes draws has failed.", problem));
    else if (this.endsInARow > MOST_ENDS) job?.reject(keptEnding(MOST_ENDS));
    else if (job) this.waiting.unshift(job);
    this.next();
  }

  private silent(thread: ThreadAtWork): void {
    const job = this.drop(thread);
    if (job) {
      job.silences += 1;
      if (job.silences === MOST_SILENCES) job.reject(keptSilent(this.how.patience));
      else this.waiting.push(job);
    }
    this.next();
  }

  /** Draws that nobody waits for are not finished. */
  private cancel(job: DrawJob, reason: unknown): void {
    const at = this.waiting.indexOf(job);
    if (at >= 0) this.waiting.splice(at, 1);
    const busy = [...this.all].find((thread) => thread.job === job);
    if (busy) this.drop(busy);
    job.reject(reason);
    this.next();
  }

  /** Ends a thread; gives the job it had, if any. */
  private drop(thread: ThreadAtWork): DrawJob | undefined {
    this.all.delete(thread);
    const at = this.idle.indexOf(thread);
    if (at >= 0) this.idle.splice(at, 1);
    const job = thread.leave();
    const gone: Promise<unknown> = thread
      .end()
      .catch(() => undefined)
      .finally(() => this.ending.delete(gone));
    this.ending.add(gone);
    return job;
  }
}
