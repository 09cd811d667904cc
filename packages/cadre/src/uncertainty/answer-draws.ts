import { CadreError, type Problem } from "../error/cadre-error.ts";
import { checkArguments, plain } from "../error/shape.ts";
import type { System } from "../system/types.ts";
import { type DrawBlock, type DrawWork, drawBlock } from "./draws.ts";
import { LastSystem, type NamedWork } from "./known-systems.ts";

/** A worker's scope may be an object or, in pages, the page's own; it has both functions. */
const SCOPE = plain("the scope of a worker", (scope) => {
  if (typeof scope !== "object" || scope === null) return false;
  return [Reflect.get(scope, "postMessage"), Reflect.get(scope, "addEventListener")].every(
    (one) => typeof one === "function",
  );
});

/** What a pool posts to a thread: the work comes with the first of its tasks, a system with the first work on it. */
export interface ThreadOrder {
  readonly work?: { readonly named: NamedWork; readonly name: string; readonly system?: System };
  readonly from: number;
  readonly shares: Float64Array;
  readonly count: number;
}

/** What the thread posts back. */
export type ThreadReply = { readonly block: DrawBlock } | { readonly problem: Problem };

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
 * import { answerDraws, type WorkerScope } from "cadre/workers";
 * export const listen = (self: WorkerScope) => answerDraws(self); // the whole script of a worker
 * ```
 */
export function answerDraws(scope: WorkerScope): void {
  checkArguments({ scope }, { scope: SCOPE });
  const systems = new LastSystem();
  let known: DrawWork | undefined;
  scope.addEventListener("message", ({ data }) => {
    const { work, from, shares, count } = data as ThreadOrder;
    try {
      if (work) known = { ...work.named, system: systems.of(work.name, () => work.system as System) };
      scope.postMessage({ block: drawBlock({ work: known as DrawWork, from, shares, count }) } satisfies ThreadReply);
    } catch (error) {
      scope.postMessage({ problem: problemOf(error) } satisfies ThreadReply);
    }
  });
}

/** An error as plain data, which a thread can send. */
function problemOf(error: unknown): Problem {
  if (!(error instanceof CadreError))
    return { code: "draws-failed", message: error instanceof Error ? error.message : String(error) };
  const { code, summary: message, file, line, column, path, value, rule, fix, didYouMean } = error;
  return { code, message, file, line, column, path, value, rule, fix, didYouMean };
}
