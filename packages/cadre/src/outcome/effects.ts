import { project } from "../projection/project.ts";
import { openResult } from "../projection/result.ts";
import { resolve } from "../resolve/resolve.ts";
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
 * other numbers of the system has no effect to report. Returns one entry an input of the assumptions log, in its order.
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
export function effects(system: System): InputEffect[] {
  const central = resolve(system);
  const gapOf = (changed: System): number => {
    const resolved = changed === system ? central : resolve(changed);
    const result = openResult({ resolved, projection: project(resolved) });
    return result.at({ measure: "gap", year: resolved.years[resolved.years.length - 1] });
  };
  const before = gapOf(system);
  return central.inputs.map(({ parameter, value, isDefault }) => {
    if (isDefault || value === undefined) return { parameter };
    if (value === 0) return { parameter, effect: 0 };
    try {
      return { parameter, effect: gapOf(raised(system, parameter)) - before };
    } catch {
      // For example a leaving rate that no longer covers its retirements: there is no such system to compare with.
      return { parameter };
    }
  });
}

/** The system with one number 10% higher. */
function raised(system: System, parameter: string): System {
  const path = parameter.split(".");
  if (path[0] === "population" && system.population) {
    const { years, bands, people } = system.population;
    const [y, b] = [years.indexOf(Number(path[1])), bands.indexOf(path[2])];
    const changed = people.map((row, i) => (i === y ? row.map((n, j) => (j === b ? n * HIGHER : n)) : row));
    return { ...system, population: { ...system.population, people: changed } };
  }
  return replace(system, path) as System;
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
