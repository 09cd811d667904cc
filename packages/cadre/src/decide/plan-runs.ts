import { SYSTEM } from "../error/argument.ts";
import { checkArguments } from "../error/shape.ts";
import { type Engine, ensembleEngine } from "../projection/engine.ts";
import { project } from "../projection/project.ts";
import { openResult, type Result } from "../projection/result.ts";
import { run } from "../projection/run.ts";
import { settled } from "../projection/settle.ts";
import { checkAsFile } from "../scenario/check-as-file.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { type Choices, checkLimits, choicesOf } from "./plan-choices.ts";
import { PLAN_QUESTION, type PlanQuestion } from "./plan-question.ts";
import { checkScarce, checkSomethingAllowed, type Scarcity, scarcities } from "./scarce.ts";
import { measureOfTarget, missedBy, type ReadyTarget, readyTarget } from "./target.ts";

/** What a run of a plan came to. */
export interface PlanRun {
  /** Places of the choices, rising. */
  readonly plan: readonly number[];
  /** FTE short (negative: to spare) by pool, then model year. */
  readonly gaps: Float64Array;
  /** Pounds by model year, beyond what is spent if nothing is done. */
  readonly money: Float64Array;
  /** How far the target is missed; zero without one. */
  readonly missing: number;
}

/** Runs plans, each once. */
export class PlanRuns {
  readonly question: PlanQuestion;
  readonly choices: Choices;
  readonly unchanged: Result;
  readonly target: ReadyTarget | undefined;
  /** What there is only so much of. */
  readonly scarce: readonly Scarcity[];
  private readonly system: System;
  private readonly base: Float64Array;
  private readonly done = new Map<string, PlanRun>();
  private engine: Engine | undefined;

  constructor(system: System, question: PlanQuestion) {
    checkArguments({ system, question }, { system: SYSTEM, question: PLAN_QUESTION });
    checkAsFile({ interventions: question.options.map(({ intervention }) => intervention) });
    checkLimits(question);
    checkScarce(question);
    this.system = system;
    this.question = question;
    this.unchanged = run(system, question.scenario);
    this.choices = choicesOf(question, this.unchanged);
    const { objective } = question;
    this.target = objective.least === "shortage" ? undefined : readyTarget(objective.target, this.unchanged);
    this.base = this.spent(this.unchanged);
    this.scarce = scarcities(question, this.choices, this.unchanged.years);
    checkSomethingAllowed(question, this.choices, this.scarce);
  }

  get runs(): number {
    return this.done.size;
  }

  /** Every plan that was run. */
  all(): PlanRun[] {
    return [...this.done.values()];
  }

  has(plan: readonly number[]): boolean {
    return this.done.has(plan.join());
  }

  at(plan: readonly number[]): PlanRun {
    const known = this.done.get(plan.join());
    if (known) return known;
    const resolved = settled(this.system, this.scenarioOf(plan));
    this.engine ??= ensembleEngine(resolved, []);
    const projection = project(resolved, { keep: "totals", engine: this.engine });
    const made = this.read(openResult({ resolved, projection }), plan);
    this.done.set(plan.join(), made);
    return made;
  }

  /** What was asked with the interventions of a plan. */
  scenarioOf(plan: readonly number[]): Scenario {
    const { interventions = [], file: _, positions: _p, ...rest } = this.question.scenario ?? {};
    const chosen = plan.map((place) => this.choices.choices[place]!.intervention);
    return { ...rest, interventions: [...interventions, ...chosen] };
  }

  private read(result: Result, plan: readonly number[]): PlanRun {
    const { pools, years } = result;
    const gaps = new Float64Array(pools.length * years.length);
    for (const [p, { id }] of pools.entries())
      for (const [y, { value }] of result.series({ pool: id, measure: "gap" }).slice(1).entries())
        gaps[p * years.length + y] = value;
    const { target } = this;
    return {
      plan,
      gaps,
      money: this.spent(result).map((pounds, y) => pounds - this.base[y]!),
      missing: target ? missedBy(target, measureOfTarget(result, target)) : 0,
    };
  }

  private spent(result: Result): Float64Array {
    const out = new Float64Array(result.years.length);
    for (const measure of this.question.counting ?? ["cost.interventions"])
      for (const [y, { value }] of result.series({ measure }).entries()) out[y]! += value;
    return out;
  }
}
