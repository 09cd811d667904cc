import { checkArguments, FLAG, FUNCTION, only, optional } from "../error/shape.ts";
import { letOthersRun } from "../uncertainty/breathe.ts";
import { MAKING_DRAWS } from "../uncertainty/make-draws.ts";
import type { Cancel, Workers } from "../uncertainty/workers.ts";
import { PlanModel } from "./plan-model.ts";
import type { PlanGoal, PlanRules } from "./plan-rules.ts";
import type { PlanRun } from "./plan-runs.ts";
import { proposeByTrying } from "./propose-by-trying.ts";

/** Who is told of a search, and who may stop it. */
export interface SearchOptions {
  /** Told after every run. */
  readonly progress?: (runs: number) => void;
  /** Stops the search, which then gives the best plan found so far. */
  readonly signal?: Cancel & { readonly aborted: boolean };
  /** Threads that share the draws of a plan with the least risk; this one makes them alone when left out. */
  readonly workers?: Workers;
  /** Told while draws are made. */
  readonly drawn?: (done: number, draws: number) => void;
  /**
   * Has plans proposed by going through them rather than by the solver, which is WebAssembly of 3.5 MB that not every page
   * may load. The same plans where there are few; of very many, the best one found is not proven.
   */
  readonly withoutSolver?: boolean;
}

const OPTIONS = only<SearchOptions>({ ...MAKING_DRAWS, drawn: optional(FUNCTION), withoutSolver: optional(FLAG) });

/** What a search came to. */
export interface PlanFound {
  /** The best plan that keeps to all limits; none when no plan does. */
  readonly best: PlanRun | undefined;
  /** No plan is expected below this, by the effects measured and the largest error seen in them. */
  readonly bound: number;
  /** Whether every plan was run or ruled out by the bound. */
  readonly complete: boolean;
  readonly stopped: boolean;
}

/**
 * So many proposals without a better plan, and so many in all, end a search. It goes on when no better plan is expected:
 * only runs show what choices do together.
 */
const [PATIENCE, MOST_ROUNDS] = [12, 150];

/** Searches plans of one question; what one search runs and learns, the next one knows. */
export class PlanSearch {
  private readonly rules: PlanRules;
  private readonly options: SearchOptions;
  private model: PlanModel | undefined;

  constructor(rules: PlanRules, options: SearchOptions = {}) {
    checkArguments({ options }, { options: OPTIONS });
    this.rules = rules;
    this.options = options;
  }

  /** `rules` may be of another budget for the same options. */
  async best(goal: PlanGoal, rules: PlanRules = this.rules): Promise<PlanFound> {
    const { runs } = rules;
    const stopped = (): PlanFound => ({
      ...{ best: rules.best(runs.all(), goal), bound: Number.NEGATIVE_INFINITY, complete: false, stopped: true },
    });
    const model = await this.measured();
    if (!model) return stopped();
    for (let round = 0, stale = 0; ; round++) {
      if (this.isStopped()) return stopped();
      const slack = model.slack(goal);
      const before = rules.best(runs.all(), goal);
      const least = before ? rules.value(before, goal) : Number.POSITIVE_INFINITY;
      const next = this.options.withoutSolver
        ? proposeByTrying(model, goal, slack, rules)
        : await model.propose(goal, slack, rules);
      const bound = Math.min(least, next ? next.value - slack.value : Number.POSITIVE_INFINITY);
      const complete = bound >= least - 1e-9 * Math.max(1, Math.abs(least));
      if (!next?.plan || stale >= PATIENCE || round >= MOST_ROUNDS)
        return { best: before, bound, complete: complete || !next, stopped: false };
      await this.learn(model, next.plan);
      const after = rules.best(runs.all(), goal);
      stale = after === before ? stale + 1 : 0;
    }
  }

  /** Each choice run by itself. */
  private async measured(): Promise<PlanModel | undefined> {
    if (this.model) return this.model;
    const alone: PlanRun[] = [];
    for (const place of this.rules.runs.choices.choices.keys()) {
      if (this.isStopped()) return undefined;
      alone.push(await this.run([place]));
    }
    this.model = new PlanModel(this.rules, alone);
    return this.model;
  }

  /** Runs a plan and all pairs in it. */
  private async learn(model: PlanModel, plan: readonly number[]): Promise<void> {
    const foretold = model.foretell(plan);
    for (const pair of model.unknownPairs(plan)) {
      if (this.isStopped()) return;
      model.learn(pair, await this.run(pair));
    }
    model.notice(foretold, await this.run(plan));
  }

  private async run(plan: readonly number[]): Promise<PlanRun> {
    const made = this.rules.runs.at(plan);
    this.options.progress?.(this.rules.runs.runs);
    await letOthersRun();
    return made;
  }

  private isStopped(): boolean {
    return this.options.signal?.aborted === true;
  }
}
