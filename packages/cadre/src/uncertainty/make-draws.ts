import { FLAG, FUNCTION, keys, NUMBER, optional } from "../error/shape.ts";
import type { System } from "../system/types.ts";
import { cellsOf } from "../table/axes.ts";
import { letOthersRun } from "./breathe.ts";
import { type DrawBlock, type DrawTask, type DrawWork, drawBlock } from "./draws.ts";
import type { Cancel, Workers } from "./workers.ts";

/** How draws are made, as far as options say it. */
export const MAKING_DRAWS = {
  workers: optional(keys({ size: NUMBER, run: FUNCTION })),
  progress: optional(FUNCTION),
  signal: optional(keys({ aborted: FLAG, throwIfAborted: FUNCTION, addEventListener: FUNCTION })),
};

/** What the platform gives for stopping work. */
declare const AbortController: new () => { readonly signal: Cancel; abort(reason?: unknown): void };

/** Draws made at a time: few enough for a picture to grow while they are made. */
const BLOCK = 25;

/** Draws whose shares are worked out together: to begin a stream of chance anew for each block takes longer than its draws. */
const STRETCH = 10 * BLOCK;

/** Cell-years of work after which other work is let in: some 20 milliseconds of it. */
const LONGEST_BREATH = 4e6;

/** How draws are made: on which threads, who is told, and who may stop them. */
export interface MakingDraws {
  /** Threads that share the work; this one does it alone when left out. */
  readonly workers?: Workers;
  /** Told after every block of draws. */
  readonly progress?: (done: number, draws: number) => void;
  /** Stops the work: the promise is then rejected with the signal's reason. */
  readonly signal?: Cancel;
}

/**
 * Makes all draws of some work, block by block. With workers some blocks are made while others are added, always in their
 * order: the same numbers however many work. `sharesOf` gives the shares of draws `from` to `to`.
 */
export async function makeDraws(
  work: DrawWork,
  draws: number,
  sharesOf: (from: number, to: number) => Float64Array,
  { workers, progress, signal }: MakingDraws,
  add: (block: DrawBlock, from: number, count: number) => void,
): Promise<void> {
  let planned = 0;
  let done = 0;
  const size = work.noise ? LONGEST_BREATH : cellYearsOf(work.system) * BLOCK;
  let worked = 0;
  const here = async (task: DrawTask): Promise<DrawBlock> => {
    if (worked >= LONGEST_BREATH) {
      await letOthersRun();
      worked = 0;
    }
    worked += size;
    return drawBlock(task);
  };
  const sharesAt = inStretches(draws, sharesOf);
  const next = (): DrawTask => {
    const from = planned;
    planned = Math.min(draws, planned + BLOCK);
    return { work, from, shares: sharesAt(from, planned), count: planned - from };
  };
  const queue: { readonly block: Promise<DrawBlock>; readonly task: DrawTask }[] = [];
  // A single block is made sooner here than sent anywhere.
  const shared = draws > BLOCK ? workers : undefined;
  const ahead = shared ? 2 * shared.size : 1;
  const stop = new AbortController();
  const cancel = () => stop.abort(signal?.reason);
  signal?.addEventListener("abort", cancel);
  const failure = new Promise<never>((_, reject) => {
    stop.signal.addEventListener("abort", () => reject(stop.signal.reason));
  });
  try {
    signal?.throwIfAborted();
    while (done < draws) {
      while (planned < draws && queue.length < ahead) {
        const task = next();
        const block = shared ? shared.run(task, stop.signal) : here(task);
        // The first error is told at once, and whatever else is being made is given up.
        block.catch((error: unknown) => stop.abort(error));
        queue.push({ block, task });
      }
      const { block, task } = queue.shift() as (typeof queue)[number];
      const made = await Promise.race([block, failure]);
      signal?.throwIfAborted();
      add(made, task.from, task.count);
      done += task.count;
      progress?.(done, draws);
    }
  } catch (error) {
    stop.abort(error);
    throw error;
  } finally {
    failure.catch(() => undefined);
    signal?.removeEventListener("abort", cancel);
  }
}

/** Gives the shares of one block after the other, each in memory of its own, since that may be sent to a thread. */
function inStretches(draws: number, sharesOf: (from: number, to: number) => Float64Array): typeof sharesOf {
  let [begin, end] = [0, 0];
  let known = new Float64Array(0) as Float64Array;
  return (from, to) => {
    if (to > end) [begin, end] = [from, Math.min(draws, from + STRETCH)];
    if (begin === from) known = sharesOf(begin, end);
    const width = known.length / (end - begin);
    return known.slice((from - begin) * width, (to - begin) * width);
  };
}

const cellYearsOf = ({ pools, axes, calendar }: System): number =>
  Object.keys(pools).length * cellsOf(axes) * (Number(calendar.until.slice(0, 4)) - Number(calendar.base.slice(0, 4)));

let given = 0;

/** A name for work that no other work of this thread has. */
export function newKey(): string {
  given += 1;
  return `work ${given}`;
}
