import {
  CadreError,
  decompose,
  ensembles,
  type Intervention,
  type PoolMeasure,
  parseSystem,
  run,
  type Scenario,
  type System,
} from "cadre";
import { type SolveQuestion, solve, stress } from "cadre/decide";
import { tornado, worthMeasuring } from "cadre/uncertainty";
import { drawers } from "./drawers.ts";
import { type Alone, byThemselves, misfits } from "./fitting.ts";
import { bestForSums, cheapestPlan, type Planning } from "./planning.ts";
import type { TaskControl } from "./task-control.ts";
import { readerOf, type Texts } from "./texts.ts";

type Query = { readonly pool?: string; readonly measure?: PoolMeasure; readonly year?: number };

/**
 * What a page may ask of a worker: one call of the library each, with the system and plain data in, plain data out. A
 * task that takes long says how far it is and stops when it is no longer wanted.
 */
export const tasks = {
  run: (system: System, { scenario }: { scenario?: Scenario }) => run(system, scenario).data,

  /** The same draws of every scenario. */
  ensembles: async (system: System, { scenarios, ...how }: DrawnScenarios, { progress, signal }: TaskControl) =>
    (await ensembles(system, scenarios, { ...how, ...threads(), progress, signal })).map(({ data }) => data),

  /** What each uncertain number does to one answer, by itself. */
  tornado: (system: System, { scenario, ...asked }: { scenario?: Scenario } & Query, { signal }: TaskControl) =>
    tornado(system, scenario, { ...asked, ...threads(), signal }),

  /** What it would be worth to know each uncertain number before choosing between scenarios. */
  worthMeasuring: (system: System, { scenarios, ...how }: Choice, { progress, signal }: TaskControl) =>
    worthMeasuring(system, scenarios, { ...how, ...threads(), progress, signal }),

  decompose: (system: System, { before, after, ...query }: { before?: Scenario; after: Scenario } & Query) =>
    decompose(run(system, before), run(system, after), query),

  /** What levers have to be so that targets are met. */
  solve: (system: System, question: SolveQuestion) => solve(system, question),

  /** The cheapest plan for a target; told to stop, the best so far. */
  cheapestPlan: (system: System, given: Planning, control: TaskControl) => cheapestPlan(system, given, control),

  /** What more money closes of a gap; told to stop, the best so far. */
  bestForSums: (system: System, given: Planning, control: TaskControl) => bestForSums(system, given, control),

  /** How plans do in draws of everything uncertain, and where the last of them misses its target. */
  stress: (system: System, { scenarios, ...how }: Stressing, { progress, signal }: TaskControl) =>
    stress(system, scenarios, { ...how, ...threads(), progress, signal }),

  /** Which interventions are nothing for a system. */
  misfits: (system: System, { scenario, entries }: { scenario: Scenario; entries: readonly Intervention[] }) =>
    misfits(system, scenario, entries),

  /** What each intervention makes of the gap by itself. */
  byThemselves: (system: System, given: { scenario: Scenario } & Alone, control: TaskControl) =>
    byThemselves(system, given, control),

  /** Reads a system file; the texts it names are found by the end of their path. */
  read: (_system: unknown, { text, file, texts }: { text: string; file: string; texts: Texts }) =>
    parseSystem(text, { file, files: readerOf(texts) }),

  /** The gap of each of several texts of a place in one year; undefined of one that does not run. */
  gaps: (_system: unknown, given: { others: readonly string[]; file: string; texts: Texts; year: number }) =>
    given.others.map((text) => {
      try {
        const system = parseSystem(text, { file: given.file, files: readerOf(given.texts) });
        return run(system).at({ measure: "gap", year: given.year });
      } catch (error) {
        if (error instanceof CadreError) return undefined;
        throw error;
      }
    }),
} satisfies Record<string, Task>;

const threads = () => {
  const workers = drawers();
  return workers ? { workers } : {};
};

/** What is drawn. */
export interface DrawnScenarios {
  readonly scenarios: readonly Scenario[];
  readonly draws: number;
  readonly seed?: number;
  readonly noise?: boolean;
  readonly measures?: readonly PoolMeasure[];
}

/** Which plans are held against draws, and what they are to meet. */
export interface Stressing {
  readonly scenarios: readonly Scenario[];
  readonly target: { readonly pool: string; readonly year: number; readonly atMost: number };
  readonly draws: number;
}

/** What is chosen between, and what a full-time equivalent short for a year costs, in pounds. */
export interface Choice {
  readonly scenarios: readonly Scenario[];
  readonly shortage: number;
  readonly draws?: number;
  readonly seed?: number;
}

// biome-ignore lint/suspicious/noExplicitAny: each task has arguments of its own, which `ask` checks by its name.
type Task = (system: any, given: any, control: TaskControl) => unknown;

export type Tasks = typeof tasks;
