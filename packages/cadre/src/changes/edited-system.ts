import { shapesBaseYear } from "../base-year/base-year.ts";
import type { AppliedChange } from "../scenario/change.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { BaseChanges, changesOfBase } from "./base-changes.ts";
import { warningsOfBrought, withBroughtCourses } from "./brought-courses.ts";
import type { BeyondLimit } from "./change-account.ts";

/**
 * The system as a scenario sees its base: numbers that hold before the base year (a headcount, a vacancy rate, ages) and
 * the variant of the population, changed; with the courses that its interventions bring. The same system when no change
 * is of that kind and no course is brought.
 */
export function editedSystem(given: System, scenario: Scenario): System {
  const system = withBroughtCourses(given, scenario);
  const changes = changesOfBase(system, scenario);
  if (changes.length === 0) return system;
  // Many scenarios share the changes of the base; the same edited system keeps its base year known.
  const key = JSON.stringify(changes.map(({ change, kind, value, share }) => [change, kind, value, share]));
  const known = edits.get(system) ?? new Map<string, System>();
  const edited = known.get(key) ?? edit(system, scenario, changes);
  if (known.size < MOST_KEPT) edits.set(system, known.set(key, edited));
  return edited;
}

/** Scenarios of one system that change its base; draws of an uncertain base are too many to keep. */
const MOST_KEPT = 16;

const edits = new WeakMap<System, Map<string, System>>();
const unshaped = new WeakMap<System, System>();
const heldAt = new WeakMap<System, ReadonlyMap<string, BeyondLimit>>();
const cameFrom = new WeakMap<System, System>();

/** What has to be said about an edited system: numbers that could not be what a scenario asked for. */
export const warningsOfEdits = (edited: System): string[] => [
  ...warningsOfBrought(cameFrom.get(edited) ?? edited),
  ...[...(heldAt.get(edited) ?? [])].map(
    ([path, { value, limit }]) =>
      `A change would take ${path} beyond what it can be; it is held at ${limit} (asked: ${Number(value.toPrecision(4))}).`,
  ),
];

/** The system that an edited one has its base year in common with, when what was edited does not shape it. */
export const sameBaseYearAs = (edited: System): System | undefined => unshaped.get(edited);

function edit(system: System, scenario: Scenario, changes: readonly AppliedChange[]): System {
  const made = new BaseChanges(system, scenario, changes);
  const edited = made.edited();
  heldAt.set(edited, made.held);
  cameFrom.set(edited, system);
  if (!made.paths().some(shapesBaseYear)) unshaped.set(edited, system);
  return edited;
}
