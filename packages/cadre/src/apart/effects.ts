import { type BaseYear, shapesBaseYear } from "../base-year/base-year.ts";
import { assumptionsOf } from "../base-year/inputs.ts";
import { editedSystem } from "../changes/edited-system.ts";
import { baseYearOf, resolve } from "../plan/resolve.ts";
import type { Resolved } from "../plan/resolved.ts";
import { project } from "../projection/project.ts";
import type { Projection } from "../projection/projection.ts";
import type { Scenario } from "../scenario/types.ts";
import { withNumber } from "../system/numbers.ts";
import type { System } from "../system/types.ts";

/** What one input does to the outcome. */
export interface InputEffect {
  readonly parameter: string;
  /** Change of the gap of all staff at the last reference date, in FTE, when the number is 10% higher. */
  readonly effect?: number;
}

const HIGHER = 1.1;

/**
 * How much each number of a system matters: the change of the gap of all staff at the last reference date, in FTE,
 * when that number alone is 10% higher (a share of a list takes from the others). A number whose change contradicts
 * other numbers of the system has no effect to report. Under a scenario, its changes are in place throughout. Returns
 * one entry an input of the assumptions log, in its order.
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
export function effects(system: System, scenario: Scenario = {}): InputEffect[] {
  const known = baseYearOf(system);
  // A scenario that changes numbers of the base has a base year of its own.
  const edits = editedSystem(system, scenario) !== system;
  const gapOf = (changed: System, baseYear: BaseYear): number => {
    const resolved = resolve(changed, scenario, edits ? undefined : baseYear, known);
    const gap = lastGap(resolved, project(resolved));
    return gap;
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

/** The gap of all staff at the last reference date, without the rest of a result. */
function lastGap({ size, years, fte, demand }: Resolved, { stock, works, backfill }: Projection): number {
  const { pools, entries, tenures } = size;
  const date = years.length;
  const hours = fte[date]!;
  let gap = 0;
  for (let p = 0, i = 0, c = date * pools * entries * tenures; p < pools; p++) {
    gap += demand[p]![date]! + backfill[date * pools + p]! - works[date * pools + p]!;
    for (const end = i + entries; i < end; i++) for (let k = 0; k < tenures; k++, c++) gap -= stock[c]! * hours[i]!;
  }
  return gap;
}
