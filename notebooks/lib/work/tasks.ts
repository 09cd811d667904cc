import { decompose, ensembles, intakeToClose, type Measure, parseSystem, run, type Scenario, type System } from "cadre";
import { drawers } from "./drawers.ts";

type Query = { readonly pool?: string; readonly measure?: string; readonly year?: number };

/**
 * What a page may ask of a worker: one call of the library each, with the system and plain data in, plain data out. A
 * task that takes long says how far it is and stops when it is no longer wanted.
 */
export const tasks = {
  run: (system: System, { scenario }: { scenario?: Scenario }) => run(system, scenario).data,

  /** The same draws of every scenario. */
  ensembles: async (system: System, { scenarios, ...how }: DrawnScenarios, { progress, signal }: Going) => {
    const workers = drawers();
    const all = await ensembles(system, scenarios, { ...how, ...(workers && { workers }), progress, signal });
    return all.map(({ data }) => data);
  },

  decompose: (system: System, { before, after, ...query }: { before?: Scenario; after: Scenario } & Query) =>
    decompose(run(system, before), run(system, after), query),

  intakeToClose: (system: System, query: { pipeline: string; pool?: string; year: number }) =>
    intakeToClose(system, query),

  /** Reads a system file; the texts it names are found by the end of their path. */
  read: (_system: unknown, { text, file, texts }: { text: string; file: string; texts: Record<string, string> }) =>
    parseSystem(text, {
      file,
      files: (path) => {
        const wanted = path.replace(/^(\.\.?\/)+/, "");
        const found = Object.entries(texts).find(([name]) => name === wanted || name.endsWith(`/${wanted}`));
        return found && { text: found[1] };
      },
    }),
} satisfies Record<string, Task>;

/** What is drawn. */
export interface DrawnScenarios {
  readonly scenarios: readonly Scenario[];
  readonly draws: number;
  readonly seed?: number;
  readonly noise?: boolean;
  readonly measures?: readonly Measure[];
}

/** How long work goes on and how it is stopped. */
export interface Going {
  progress(done: number, of: number): void;
  readonly signal: AbortSignal;
}

// biome-ignore lint/suspicious/noExplicitAny: each task has arguments of its own, which `ask` checks by its name.
type Task = (system: any, given: any, going: Going) => unknown;

export type Tasks = typeof tasks;
