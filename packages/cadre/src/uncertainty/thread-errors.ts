import { CadreError } from "../error/cadre-error.ts";

/** More threads than this are a slip: no machine of a planner runs them at once. */
const MOST_THREADS = 1024;
const LONGEST_PATIENCE = 86_400;

/** Refuses a number of threads, or of seconds, that is none. */
export function checkThreads(size: unknown, patience: unknown): void {
  if (!(typeof size === "number" && Number.isInteger(size) && size >= 1 && size <= MOST_THREADS))
    throw new CadreError({
      code: "bad-threads",
      message: `The number of threads must be a whole number from 1 to ${MOST_THREADS.toLocaleString("en-GB")}.`,
      value: shown(size),
      rule: "Each thread makes draws of its own.",
      fix: "Take as many as the machine has processors.",
    });
  if (!(typeof patience === "number" && patience > 0 && patience <= LONGEST_PATIENCE))
    throw new CadreError({
      code: "bad-patience",
      message: `The patience must be a number of seconds above 0 and up to ${LONGEST_PATIENCE.toLocaleString("en-GB")}.`,
      value: shown(patience),
      rule: "A thread that takes longer for 25 draws is ended.",
      fix: "Leave it out, or give the seconds that 25 draws may take.",
    });
}

const shown = (value: unknown): string => (typeof value === "number" ? String(value) : typeof value);

export const closedError = (): CadreError =>
  new CadreError({
    code: "threads-closed",
    message: "The threads that make draws have been closed.",
    rule: "Threads make draws until they are closed.",
    fix: "Close them when all draws are made, or start others.",
  });

export const threadFailed = (code: string, message: string, cause: unknown): CadreError =>
  new CadreError({
    code,
    message,
    value: cause instanceof Error ? cause.message : String(cause),
    rule: "Each thread needs its script, and memory of its own.",
    fix: "Use fewer threads, or none.",
  });

export const keptEnding = (times: number): CadreError =>
  new CadreError({
    code: "threads-end",
    message: `More than ${times} threads ended one after the other before they had made their draws.`,
    rule: "A thread that ends is replaced, but only a few times.",
    fix: "Find out what ends them (a machine short of memory?), use fewer threads, or none.",
  });

export const keptSilent = (patience: number): CadreError =>
  new CadreError({
    code: "threads-silent",
    message: `Two threads did not make the same draws within ${patience} seconds.`,
    rule: "A thread that does not answer in time is ended.",
    fix: "Give more time (`patience`), use fewer threads, or a smaller system.",
  });
