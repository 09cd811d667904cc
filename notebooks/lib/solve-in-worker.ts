import type { System } from "cadre";
import type { Solution, SolveQuestion } from "cadre/decide";
import { ask } from "./work/ask.ts";

/** What a lever has to be so that a target is met, worked out in a worker. */
export const solveInWorker = (system: System, question: SolveQuestion): Promise<Solution> =>
  ask("solve", system, question);
