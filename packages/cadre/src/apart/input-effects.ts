import type { BaseYear } from "../base-year/base-year.ts";
import { assumptionsOf } from "../base-year/inputs.ts";
import { withBroughtCourses } from "../changes/brought-courses.ts";
import { editedSystem } from "../changes/edited-system.ts";
import { ScenarioChanges } from "../changes/scenario-changes.ts";
import { POOL_YEAR } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { checkArguments } from "../error/shape.ts";
import { factsAt } from "../model/parameter-of.ts";
import { ModelParts } from "../plan/model-parts.ts";
import { baseYearOf } from "../plan/resolve.ts";
import { resolveAgain, touchedBy } from "../plan/resolve-again.ts";
import type { Resolved } from "../plan/resolved.ts";
import { type Engine, ensembleEngine } from "../projection/engine.ts";
import { project } from "../projection/project.ts";
import type { Projection } from "../projection/projection.ts";
import type { Result } from "../projection/result.ts";
import { run } from "../projection/run.ts";
import { settle, settled } from "../projection/settle.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { withNumber } from "../system/numbers.ts";
import type { System } from "../system/types.ts";

/** What one input does to the outcome. */
export interface InputEffect {
  readonly parameter: string;
  /** Change of the gap, in FTE, when the number is 10% higher. */
  readonly effect?: number;
}

/** Whose gap, and when. */
export interface InputEffectsOptions {
  /** A pool's id, `sector:…`, `employer:…`, `level:…` or `all` (the default). */
  readonly pool?: string;
  /** The last year when left out. */
  readonly year?: number;
}

const HIGHER = 1.1;

/**
 * How much each number of a system matters: the change of the gap in FTE when that number alone is 10% higher (a share of
 * a list takes from the others). The gap is that of all staff at the last reference date, unless a `pool` or `year` is
 * asked for; one that is not there is a `CadreError`. A number whose change contradicts other numbers of the system has
 * no effect to report. Under a scenario, its changes are in place throughout. Returns one entry an input of the
 * assumptions log, in its order.
 *
 * @example
 * ```ts
 * import { inputEffects, parseSystem } from "cadre";
 * const system = parseSystem(`
 *   cadre: 1
 *   id: home-care
 *   title: Home care
 *   calendar: { base: 2024-03-31, until: 2026-03-31 }
 *   axes: { age: none }
 *   pools:
 *     carers:
 *       { title: Carers, employer: Us, sector: care, headcount: 100, leaving: { rate: 30%, kind: hazard, scope: employer } }
 * `);
 * inputEffects(system).find(({ parameter }) => parameter === "pools.carers.headcount"); // supply and demand both grow
 * ```
 */
export function inputEffects(given: System, scenario: Scenario = {}, options: InputEffectsOptions = {}): InputEffect[] {
  checkArguments({ options }, { options: POOL_YEAR });
  const asked = whereOf(run(given, scenario), options);
  const system = withBroughtCourses(given, scenario);
  const trial = new Trial(system, scenario, asked);
  return assumptionsOf(system).map(({ parameter, value }) => {
    if (value === undefined) return { parameter };
    try {
      return { parameter, effect: value === 0 ? 0 : trial.effectOf(parameter) };
    } catch (error) {
      // For example a leaving rate that no longer covers its retirements: there is no such system to compare with.
      if (error instanceof CadreError) return { parameter };
      throw error;
    }
  });
}

/** A system under a scenario in which one number after the other is raised; only what depends on it is worked out again. */
class Trial {
  private readonly given: System;
  private readonly scenario: Scenario;
  private readonly asked: GapAt;
  private readonly middle: Resolved;
  private readonly changes: ScenarioChanges;
  private readonly known: BaseYear;
  private readonly engine: Engine;
  private readonly before: number;

  constructor(given: System, scenario: Scenario, asked: GapAt) {
    this.given = given;
    this.scenario = scenario;
    this.asked = asked;
    this.middle = settled(given, scenario);
    this.changes = new ScenarioChanges(this.middle.system, scenario, this.middle.years);
    this.known = baseYearOf(this.middle.system);
    this.engine = ensembleEngine(this.middle, new Set(this.middle.rates));
    this.before = this.gapOf(this.middle);
  }

  /** Change of the gap when the number at a path is higher. */
  effectOf(path: string): number {
    const { shapesBaseYear, parts } = factsAt(path);
    const system = editedSystem(
      withNumber(this.given, path, (number) => number * HIGHER),
      this.scenario,
    );
    const baseYear = shapesBaseYear ? baseYearOf(system, this.known) : this.known;
    const again = new ModelParts(system, this.changes);
    // Money is no part of a gap.
    const touched = { ...touchedBy(new Set(parts), shapesBaseYear, again), money: false };
    const now = { ...this.middle };
    const unsettled = resolveAgain(now, this.middle, again, baseYear, touched);
    if (touched.demand) again.checkDemand(now.opening, now.fte[0]!);
    return this.gapOf(unsettled ? settle({ ...now, unsettled }) : now) - this.before;
  }

  private gapOf(resolved: Resolved): number {
    const projection = project(resolved, { keep: "totals", engine: this.engine });
    return gapAt(resolved, projection, this.asked);
  }
}

/** The pools and the reference date that are asked for, by their index. */
interface GapAt {
  readonly pools: readonly number[];
  readonly date: number;
}

/** What is not there is told as the result tells it. */
function whereOf(result: Result, { pool = "all", year = result.last }: InputEffectsOptions): GapAt {
  result.at({ pool, measure: "gap", year });
  const { pools } = result.groups.find(({ id }) => id === pool)!;
  return { pools, date: year - result.base };
}

/** The gap of some pools at a reference date, without the rest of a result. */
function gapAt({ size, demand }: Resolved, { totals, backfill }: Projection, { pools, date }: GapAt): number {
  return pools.reduce((gap, p) => {
    const at = date * size.pools + p;
    return gap + demand[p]![date]! + backfill[at]! - totals.supply[at]!;
  }, 0);
}
