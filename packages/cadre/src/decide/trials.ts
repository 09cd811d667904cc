import { SCENARIO, SYSTEM } from "../error/argument.ts";
import { checkArguments, FLAG, list, NUMBER, only, optional } from "../error/shape.ts";
import { type Engine, ensembleEngine } from "../projection/engine.ts";
import { project } from "../projection/project.ts";
import { openResult, type Result } from "../projection/result.ts";
import { run } from "../projection/run.ts";
import { settled } from "../projection/settle.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { type LeverLimits, type LeverRange, leverAt, MOVED, type ReadyLever, readyLever } from "./lever-range.ts";
import { measureOfTarget, missedBy, type ReadyTarget, readyTarget, TARGET, type Target } from "./target.ts";

const RANGE = optional(only<LeverLimits>({ low: optional(NUMBER), high: optional(NUMBER), whole: optional(FLAG) }));
const LEVER = only<LeverRange>({ ...MOVED, set: RANGE, multiply: RANGE, add: RANGE });
/** What `solve` and `solveDraws` are asked. */
export const SOLVE_QUESTION = only<SolveQuestion>({
  scenario: optional(SCENARIO),
  levers: list(LEVER),
  targets: list(TARGET),
});

/** What is asked: which levers may move, so that which targets are met. */
export interface SolveQuestion {
  /** What is done anyway; if nothing changes when left out. */
  readonly scenario?: Scenario;
  readonly levers: readonly LeverRange[];
  /** As many as levers. */
  readonly targets: readonly Target[];
}

/** Runs a system with levers at values, and says how far each target is missed. */
export class Trials {
  readonly levers: readonly ReadyLever[];
  readonly targets: readonly ReadyTarget[];
  /** As things are without any lever. */
  readonly unchanged: Result;
  /** Runs made so far. */
  runs = 1;
  private readonly system: System;
  private readonly scenario: Scenario;
  private engine: Engine | undefined;

  /** Throws a `CadreError` for levers or targets that do not fit the system. */
  constructor(system: System, question: SolveQuestion) {
    checkArguments({ system, question }, { system: SYSTEM, question: SOLVE_QUESTION });
    const { scenario = {}, levers, targets } = question;
    this.system = system;
    this.scenario = scenario;
    this.levers = levers.map((lever) => readyLever(system, lever));
    this.unchanged = run(system, scenario);
    this.targets = targets.map((target) => readyTarget(target, this.unchanged));
  }

  /** The scenario with the levers at these values. It is no file's any more, and what is wrong with a lever is not said of one. */
  scenarioAt(values: readonly number[]): Scenario {
    const { file: _, positions: _p, changes = [], ...rest } = this.scenario;
    return { ...rest, changes: [...changes, ...this.levers.map((lever, i) => leverAt(lever, values[i]!))] };
  }

  /** What each target's measure comes to, and how far it is missed: above zero. */
  at(values: readonly number[]): { readonly reached: readonly number[]; readonly missing: readonly number[] } {
    this.runs += 1;
    const resolved = settled(this.system, this.scenarioAt(values));
    this.engine ??= ensembleEngine(resolved, []);
    return this.read(openResult({ resolved, projection: project(resolved, { keep: "totals", engine: this.engine }) }));
  }

  /** The same of a result at hand. */
  read(result: Result): { readonly reached: readonly number[]; readonly missing: readonly number[] } {
    const reached = this.targets.map((target) => measureOfTarget(result, target));
    return { reached, missing: this.targets.map((target, i) => missedBy(target, reached[i]!)) };
  }

  /** A whole result, for whoever asks what stood in the way. */
  result(values: readonly number[]): Result {
    return run(this.system, this.scenarioAt(values));
  }
}
