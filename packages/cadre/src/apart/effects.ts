import { type BaseYear, shapesBaseYear } from "../base-year/base-year.ts";
import { assumptionsOf } from "../base-year/inputs.ts";
import { editedSystem } from "../changes/edited-system.ts";
import { baseYearOf } from "../plan/resolve.ts";
import type { Resolved } from "../plan/resolved.ts";
import { project } from "../projection/project.ts";
import type { Projection } from "../projection/projection.ts";
import type { Result } from "../projection/result.ts";
import { run } from "../projection/run.ts";
import { settled } from "../projection/settle.ts";
import type { Scenario } from "../scenario/types.ts";
import { withNumber } from "../system/numbers.ts";
import type { System } from "../system/types.ts";

/** What one input does to the outcome. */
export interface InputEffect {
  readonly parameter: string;
  /** Change of the gap, in FTE, when the number is 10% higher. */
  readonly effect?: number;
}

/** Whose gap, and when. */
export interface EffectsOptions {
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
 * import { effects, parseSystem } from "cadre";
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
 * effects(system).find(({ parameter }) => parameter === "pools.carers.headcount"); // supply and demand both grow
 * ```
 */
export function effects(system: System, scenario: Scenario = {}, options: EffectsOptions = {}): InputEffect[] {
  const known = baseYearOf(system);
  const asked = whereOf(run(system, scenario), options);
  // A scenario that changes numbers of the base has a base year of its own.
  const edits = editedSystem(system, scenario) !== system;
  const gapOf = (changed: System, baseYear: BaseYear): number => {
    const resolved = settled(changed, scenario, edits ? undefined : baseYear, known);
    return gapAt(resolved, project(resolved), asked);
  };
  const before = gapOf(system, known);
  return assumptionsOf(system).map(({ parameter, value }) => {
    if (value === undefined) return { parameter };
    if (value === 0) return { parameter, effect: 0 };
    try {
      const changed = withNumber(system, parameter, (number) => number * HIGHER);
      return {
        parameter,
        effect: gapOf(changed, shapesBaseYear(parameter) ? baseYearOf(changed, known) : known) - before,
      };
    } catch {
      // For example a leaving rate that no longer covers its retirements: there is no such system to compare with.
      return { parameter };
    }
  });
}

/** The pools and the reference date that are asked for, by their index. */
interface Asked {
  readonly pools: readonly number[];
  readonly date: number;
}

/** What is not there is told as the result tells it. */
function whereOf(result: Result, { pool = "all", year = result.last }: EffectsOptions): Asked {
  result.at({ pool, measure: "gap", year });
  const { pools } = result.groups.find(({ id }) => id === pool)!;
  return { pools, date: year - result.base };
}

/** The gap of some pools at a reference date, without the rest of a result. */
function gapAt({ size, fte, demand }: Resolved, { stock, works, backfill }: Projection, asked: Asked): number {
  const { pools, entries, tenures } = size;
  const { date } = asked;
  const hours = fte[date]!;
  let gap = 0;
  for (const p of asked.pools) {
    gap += demand[p]![date]! + backfill[date * pools + p]! - works[date * pools + p]!;
    let c = (date * pools + p) * entries * tenures;
    for (let i = p * entries; i < (p + 1) * entries; i++)
      for (let k = 0; k < tenures; k++, c++) gap -= stock[c]! * hours[i]!;
  }
  return gap;
}
