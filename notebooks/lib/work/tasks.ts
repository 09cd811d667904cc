import { decompose, ensembles, type Intervention, type PoolMeasure, run, type Scenario, type System } from "cadre";
import { type SolveQuestion, solve, stress } from "cadre/decide";
import { levyOf } from "cadre/results";
import { tornado, worthMeasuring } from "cadre/uncertainty";
import { drawWorkers } from "./drawers.ts";
import { type ByThemselvesQuestion, byThemselves, misfits } from "./fitting.ts";
import { bestForSums, cheapestPlan, type PlanRequest } from "./planning.ts";
import type { TaskControl } from "./task-control.ts";

type Query = { readonly pool?: string; readonly measure?: PoolMeasure; readonly year?: number };

/** What each task is asked with, beside the system. */
export interface TaskInputs {
  run: { readonly scenario?: Scenario };
  ensembles: DrawnScenarios;
  tornado: { readonly scenario?: Scenario } & Query;
  worthMeasuring: WorthRequest;
  decompose: { readonly before?: Scenario; readonly after: Scenario } & Query;
  levy: { readonly scenario?: Scenario };
  solve: SolveQuestion;
  cheapestPlan: PlanRequest;
  bestForSums: PlanRequest;
  stress: StressRequest;
  misfits: { readonly scenario: Scenario; readonly entries: readonly Intervention[] };
  byThemselves: { readonly scenario: Scenario } & ByThemselvesQuestion;
}

/** What a page may ask of a worker about a system. */
export type TaskName = keyof TaskInputs;

/** How a task is carried out. */
export type Task<Name extends TaskName> = (system: System, given: TaskInputs[Name], control: TaskControl) => unknown;

/**
 * What a page may ask of a worker: one call of the library each, with the system and plain data in, plain data out. A
 * task that takes long says how far it is and stops when it is no longer wanted.
 */
export const tasks = {
  run: (system, { scenario }) => run(system, scenario).data,

  /** The same draws of every scenario. */
  ensembles: async (system, { scenarios, ...how }, { progress, signal }) =>
    (await ensembles(system, scenarios, { ...how, ...threads(), progress, signal })).map(({ data }) => data),

  /** What each uncertain number does to one answer, by itself. */
  tornado: (system, { scenario, ...asked }, { signal }) =>
    tornado(system, scenario, { ...asked, ...threads(), signal }),

  /** What it would be worth to know each uncertain number before choosing between scenarios. */
  worthMeasuring: (system, { scenarios, ...how }, { progress, signal }) =>
    worthMeasuring(system, scenarios, { ...how, ...threads(), progress, signal }),

  decompose: (system, { before, after, ...query }) => decompose(run(system, before), run(system, after), query),

  /** The levy account of a scenario, month by month. */
  levy: (system, { scenario }) => levyOf(run(system, scenario)),

  /** What levers have to be so that targets are met. */
  solve: (system, question) => solve(system, question),

  /** The cheapest plan for a target; told to stop, the best so far. */
  cheapestPlan: (system, given, control) => cheapestPlan(system, given, control),

  /** What more money closes of a gap; told to stop, the best so far. */
  bestForSums: (system, given, control) => bestForSums(system, given, control),

  /** How plans do in draws of everything uncertain, and where the last of them misses its target. */
  stress: (system, { scenarios, ...how }, { progress, signal }) =>
    stress(system, scenarios, { ...how, ...threads(), progress, signal }),

  /** Which interventions are nothing for a system. */
  misfits: (system, { scenario, entries }) => misfits(system, scenario, entries),

  /** What each intervention makes of the gap by itself. */
  byThemselves: (system, given, control) => byThemselves(system, given, control),
} satisfies { [Name in TaskName]: Task<Name> };

const threads = () => {
  const workers = drawWorkers();
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
export interface StressRequest {
  readonly scenarios: readonly Scenario[];
  readonly target: { readonly pool: string; readonly year: number; readonly atMost: number };
  readonly draws: number;
}

/** What is chosen between, and what a full-time equivalent short for a year costs, in pounds. */
export interface WorthRequest {
  readonly scenarios: readonly Scenario[];
  readonly shortage: number;
  readonly draws?: number;
  readonly seed?: number;
}

/** What each task gives. */
export type TaskResults = { [Name in TaskName]: Awaited<ReturnType<(typeof tasks)[Name]>> };
