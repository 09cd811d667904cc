import type { Problem, System } from "cadre";

/** What the page posts to a worker: a task, or that one is no longer wanted. A system comes once, later only its key. */
export type Order =
  | {
      readonly id: number;
      readonly task: string;
      readonly key?: number;
      readonly system?: System;
      readonly given: unknown;
    }
  | { readonly stop: number }
  /** The text of the worker's script, where it has no address that another worker may start it from. */
  | { readonly script: Blob };

/** What comes back, any number of times progress and once the rest. */
export type Answer =
  | { readonly id: number; readonly done: number; readonly of: number }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly problem: Problem; readonly others: readonly Problem[] };
