import type { DrawBlock, DrawTask } from "./draws.ts";

/** Threads that make draws: `startWorkers` of `cadre/node` starts them in Node, `pageWorkers` in a page. */
export interface Workers {
  /** How many draws blocks can be made at once. */
  readonly size: number;
  /** Makes the draws of a task on one of them. */
  run(task: DrawTask, signal?: Cancel): Promise<DrawBlock>;
  /** Ends all of them. */
  close(): Promise<void>;
}

/** An `AbortSignal`, as far as it is used here. */
export interface Cancel {
  readonly aborted: boolean;
  readonly reason?: unknown;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}
