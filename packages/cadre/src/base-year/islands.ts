import { parameterAt } from "../model/parameter-of.ts";
import type { System } from "../system/types.ts";
import type { Island } from "./base-year.ts";

/** The islands of a system, in the order of their first pools. */
export function islandsOf(system: System): Island[] {
  const ids = Object.keys(system.pools);
  const island = ids.map((_, p) => p);
  const join = (one: string, other: string): void => {
    const [kept, gone] = [island[ids.indexOf(one)]!, island[ids.indexOf(other)]!];
    island.forEach((of, p) => {
      if (of === gone) island[p] = kept;
    });
  };
  for (const { from, to } of system.moves) join(from, to);
  for (const [id, { recruitment, returners }] of Object.entries(system.pools)) {
    for (const from of Object.keys(recruitment.from?.values ?? {})) join(id, from);
    for (const { of } of returners) if (of !== undefined) join(id, of);
  }
  return [...new Set(island)].map((of) => {
    const places = ids.flatMap((_, p) => (island[p] === of ? [p] : []));
    return { places, system: only(system, new Set(places.map((p) => ids[p]!))) };
  });
}

/** A system without the pools that are not named, and without what moves between those. */
function only(system: System, ids: ReadonlySet<string>): System {
  if (ids.size === Object.keys(system.pools).length) return system;
  return {
    ...system,
    pools: Object.fromEntries(Object.entries(system.pools).filter(([id]) => ids.has(id))),
    moves: system.moves.filter(({ from }) => ids.has(from)),
  };
}

/** Whether all that a base year depends on is the same in two systems. */
export const sameForBaseYear = (one: System, other: System): boolean =>
  isSameData(one.pools, other.pools, "pools") &&
  isSameData(one.moves, other.moves, "moves") &&
  isSameData(one.axes, other.axes, "axes") &&
  isSameData(one.calendar, other.calendar, "calendar");

/**
 * Whether two pieces of plain data, at a place of a system, are the same but for numbers that no base year depends on, such
 * as a vacancy rate. Copies have most of their parts in common.
 */
function isSameData(one: unknown, other: unknown, place: string): boolean {
  if (Object.is(one, other)) return true;
  if (!isHolder(one) || !isHolder(other)) return !shapes(place);
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  // The order of keys counts: it is that of the pools.
  if (keys.length !== others.length || keys.some((key, i) => key !== others[i])) return !shapes(place);
  return keys.every((key) => isSameData(one[key], other[key], `${place}.${key}`));
}

const known = new Map<string, boolean>();

/** Whether a base year depends on what stands at a place; what is no number of a parameter says what the system is. */
function shapes(place: string): boolean {
  const found = known.get(place) ?? parameterAt(place)?.facts.shapesBaseYear ?? true;
  known.set(place, found);
  return found;
}

const isHolder = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
