import { type BaseYear, shapesBaseYear } from "../base-year/base-year.ts";
import { assumptionsOf } from "../base-year/inputs.ts";
import { editedSystem } from "../changes/edited-system.ts";
import { SCHEDULED_CAUSES, type ScheduledCause } from "../model/causes.ts";
import { baseYearOf, resolve } from "../plan/resolve.ts";
import type { Resolved } from "../plan/resolved.ts";
import { project } from "../projection/project.ts";
import type { Projection } from "../projection/projection.ts";
import type { Scenario } from "../scenario/types.ts";
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
      const changed = raised(system, parameter);
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

/** The system with one number 10% higher. */
function raised(system: System, parameter: string): System {
  const path = parameter.split(".");
  if (path[0] === "population" && system.population) {
    const { years, bands, people } = system.population;
    const [y, b] = [years.indexOf(Number(path[1])), bands.indexOf(path[2]!)];
    const changed = people.map((row, i) => (i === y ? row.map((n, j) => (j === b ? n * HIGHER : n)) : row));
    return { ...system, population: { ...system.population, people: changed } };
  }
  const scheduled = SCHEDULED_CAUSES.find((cause) => cause === path[0]);
  if (scheduled) return raisedSchedule(system, scheduled, path[1]!, path.slice(2));
  return replace(system, path) as System;
}

/** The system with one rate of a schedule 10% higher in every pool that uses it. */
function raisedSchedule(system: System, cause: ScheduledCause, id: string, path: readonly string[]): System {
  const pools = Object.entries(system.pools).map(([name, pool]) => {
    const schedule = pool[cause];
    return [name, schedule?.id === id ? { ...pool, [cause]: replace(schedule, path) } : pool];
  });
  return { ...system, pools: Object.fromEntries(pools) };
}

function replace(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) {
    const quantity = value as { value: number };
    return typeof value === "number" ? value * HIGHER : { ...quantity, value: quantity.value * HIGHER };
  }
  if (Array.isArray(value)) return value.map((item, i) => (i === Number(key) ? replace(item, rest) : item));
  const record = value as Record<string, unknown>;
  // Lists of numbers and schedules keep their numbers one level down.
  for (const inside of ["values", "byAge", "bySex"])
    if (!Object.hasOwn(record, key) && record[inside])
      return { ...record, [inside]: replace(record[inside], [key, ...rest]) };
  return { ...record, [key]: replace(record[key], rest) };
}
