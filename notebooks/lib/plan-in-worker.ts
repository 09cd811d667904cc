import { CadreError, type Scenario, type System } from "cadre";
import type { PlanAnswer, StressAnswer } from "cadre/decide";
import { onceInACell } from "./once-in-a-cell.ts";
import type { SearchLine } from "./search-line.ts";
import { ask } from "./work/ask.ts";
import type { BestForSum, PlanRequest } from "./work/planning.ts";
import type { StressRequest } from "./work/tasks.ts";

export type { PlanRequest } from "./work/planning.ts";

/** What a search found, or what stands in its way. */
export type PlanFound<T> =
  | { readonly found: T; readonly problem?: never }
  | { readonly found?: never; readonly problem: string };

/** A slider that moves on within so long has nothing looked for where it was. */
const PAUSE = 150;
const NOTHING_TICKED = "No action is ticked below.";

let asked = 0;

/** A search in a worker as the value of a cell. The reader may end it, and then has the best so far. */
function searched<T>(
  line: SearchLine,
  { entries }: PlanRequest,
  work: (how: {
    signal: AbortSignal;
    enough: AbortSignal;
    name: string;
    progress: (runs: number) => void;
  }) => Promise<T>,
): AsyncIterator<PlanFound<T>> {
  asked += 1;
  const name = `search ${asked}`;
  return onceInACell(PAUSE, new AbortController(), async (signal): Promise<PlanFound<T>> => {
    if (entries.length === 0) return { problem: NOTHING_TICKED };
    const going = line.begins();
    try {
      return { found: await work({ signal, enough: going.enough, name, progress: going.tell }) };
    } catch (error) {
      if (!(error instanceof CadreError)) throw error;
      return { problem: [error.summary, error.value, error.rule, error.fix].filter(Boolean).join(" ") };
    } finally {
      going.ends();
    }
  });
}

/** The cheapest plan that leaves no more of a gap than is wanted, or the one that comes nearest for the money. */
export const planInWorker = (
  system: System,
  planning: PlanRequest,
  line: SearchLine,
): AsyncIterator<PlanFound<PlanAnswer>> =>
  searched(line, planning, (how) => ask("cheapestPlan", system, planning, how));

/** What more money closes of a gap. */
export const sumsInWorker = (
  system: System,
  planning: PlanRequest,
  line: SearchLine,
): AsyncIterator<PlanFound<BestForSum[]>> =>
  searched(line, planning, (how) => ask("bestForSums", system, planning, how));

/** How plans do over draws of everything uncertain: the share that meets the target, and where it is missed. */
export function stressInWorkers(
  system: System,
  scenarios: readonly Scenario[],
  how: Omit<StressRequest, "scenarios"> & { readonly progress?: (done: number, of: number) => void },
): AsyncIterator<StressAnswer> {
  const { progress, ...given } = how;
  asked += 1;
  const name = `stress ${asked}`;
  return onceInACell(PAUSE, new AbortController(), (signal) =>
    ask("stress", system, { scenarios, ...given }, { signal, name, ...(progress && { progress }) }),
  );
}
