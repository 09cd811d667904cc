import { factsAt } from "../model/parameter-of.ts";
import { centre } from "../scenario/centre.ts";
import { evidenceRule } from "../scenario/evidence.ts";
import type { Change } from "../scenario/schema/change.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { numberTitle } from "../system/number-words.ts";
import { numbersOf } from "../system/numbers.ts";
import type { System } from "../system/types.ts";
import type { Quantity } from "../table/quantity.ts";
import type { Membership } from "./copula.ts";
import { compileQuantile } from "./quantile.ts";
import { uncertainHistories } from "./uncertain-histories.ts";
import { uncertainPeople } from "./uncertain-people.ts";

/** One thing that is not known exactly. */
export interface UncertainNumber {
  readonly id: string;
  /** In a planner's words. */
  readonly title: string;
  /**
   * An input with an interval or a history, what one year to come brings by chance, an uncertainty of the scenario, or the
   * effect of an intervention.
   */
  readonly from: "input" | "year" | "scenario" | "intervention";
}

/** One thing that is not known exactly, and what a draw makes of it. */
export interface Uncertain extends UncertainNumber {
  /** The group it moves with. */
  readonly membership?: Membership;
  /** The changes that stand for it, at its middle, where the scenario has none… */
  readonly changes: readonly Change[];
  /** …or the place of the change in the scenario whose effect it is. */
  readonly place?: string;
  /** What a draw at the share `u` of its distribution finds: a number, or the name of a variant. */
  at(u: number): number | string;
  /** The same as a planner knows it: an input itself, not a factor of it. */
  shown(u: number): number | string;
  /** The same as the author gave it, where weak evidence makes it wider. */
  given?(u: number): number;
}

/** A scenario with everything uncertain in it as changes, and the places of those changes. */
export function withUncertain(
  scenario: Scenario,
  known: readonly Uncertain[],
): { scenario: Scenario; places: readonly (readonly string[])[] } {
  const changes = [...(scenario.changes ?? [])];
  const places = known.map(({ changes: own, place }) =>
    place === undefined ? own.map((change) => `changes.${changes.push(change) - 1}`) : [place],
  );
  return { scenario: { ...scenario, changes }, places };
}

/**
 * Everything uncertain of a system under a scenario: inputs with an 80% interval or a history, the scenario's
 * uncertainties, and the effects of its interventions, widened as their evidence says.
 */
export function uncertainties(system: System, scenario: Scenario): Uncertain[] {
  return [...ofInputs(system), ...ofScenario(scenario), ...ofInterventions(scenario)];
}

/** Inputs of a system that are not known exactly, which many scenarios have in common. */
const inputsKnown = new WeakMap<System, readonly Uncertain[]>();

function ofInputs(system: System): readonly Uncertain[] {
  const known = inputsKnown.get(system) ?? [
    ...findInputs(system),
    ...uncertainHistories(system),
    ...uncertainPeople(system),
  ];
  if (Object.isFrozen(system)) inputsKnown.set(system, known);
  return known;
}

/** What the levy account alone is worked out from is no part of a run. */
function bearsOnRun(path: string): boolean {
  const { shapesBaseYear, parts } = factsAt(path);
  return shapesBaseYear || parts.length > 0;
}

function findInputs(system: System): Uncertain[] {
  // A number that the file gives once for several pools is one number, wherever it is used.
  const found = new Map<string, { paths: string[]; value: number; interval: { p10: number; p90: number } }>();
  for (const { path, value, given } of numbersOf(system)) {
    const { p10, p90 }: Partial<Quantity> = given;
    if (p10 === undefined || p90 === undefined || !bearsOnRun(path)) continue;
    const place = system.origin.positions[`${path}.p10`]?.join() ?? path;
    const known = found.get(place) ?? { paths: [], value, interval: { p10, p90 } };
    known.paths.push(path);
    found.set(place, known);
  }
  return [...found.values()].map(({ paths, value, interval }): Uncertain => {
    const [at, middle] = [compileQuantile(interval), centre(interval)];
    const more = paths.length > 1 ? ` and ${paths.length - 1} more` : "";
    return {
      id: paths[0]!,
      title: `${numberTitle(system, paths[0]!)}${more}`,
      from: "input",
      // As a factor, so that it goes with whatever else a scenario does to the number; of nothing there is none.
      changes: paths.map((parameter) => ({ parameter, ...(value === 0 ? { add: 0 } : { multiply: 1 }) })),
      at: (u) => (value === 0 ? at(u) - middle : at(u) / middle),
      shown: at,
    };
  });
}

function ofScenario({ uncertainties: given = [] }: Scenario): Uncertain[] {
  const unnamed = new Map<string, number>();
  return given.map((one): Uncertain => {
    const { id: named, variant, group, correlation, note: _, ...change } = one;
    const about = Object.values(change.where ?? {}).join(", ");
    const title = named?.replaceAll("-", " ") ?? (about ? `${change.parameter} (${about})` : change.parameter);
    // One without an id is known by what it is about, so that others may come before it.
    const like = unnamed.get(title) ?? 0;
    if (named === undefined) unnamed.set(title, like + 1);
    const id = named ?? (like === 0 ? title : `${title} ${like + 1}`);
    const belongs = group === undefined ? {} : { membership: { group, correlation: correlation ?? 0 } };
    const of = { id, title, from: "scenario" as const, ...belongs };
    if (variant !== undefined)
      return {
        ...of,
        changes: [{ parameter: change.parameter, variant: chosen(variant, 0.5) }],
        at: (u) => chosen(variant, u),
        shown: (u) => chosen(variant, u),
      };
    const kind = kindOf(change);
    const effect = change[kind] ?? 0;
    const at = compileQuantile(effect);
    return { ...of, changes: [{ ...change, [kind]: centre(effect) }], at, shown: at };
  });
}

function ofInterventions(scenario: Scenario): Uncertain[] {
  return (scenario.interventions ?? []).flatMap((intervention, i) =>
    intervention.changes.flatMap((change, c): Uncertain[] => {
      const kind = kindOf(change);
      const effect = change[kind];
      if (effect === undefined || typeof effect === "number") return [];
      const { widen, shrink } = evidenceRule(intervention.evidence, scenario.evidence) ?? { widen: 1, shrink: 0 };
      // The run shrinks what it is given toward no effect; only the centre is meant to be shrunk, not the width.
      const wider = widen / (1 - shrink);
      const [at, middle] = [compileQuantile(effect), centre(effect)];
      const several = intervention.changes.length > 1 ? ` (${change.parameter})` : "";
      return [
        {
          id: `${intervention.id}.${c}`,
          title: `${intervention.title}${several}`,
          from: "intervention",
          changes: [],
          place: `interventions.${i}.changes.${c}`,
          at: (u) => middle + (at(u) - middle) * wider,
          shown: (u) => middle + (at(u) - middle) * wider,
          ...(wider > 1 && { given: at }),
        },
      ];
    }),
  );
}

const kindOf = (change: Pick<Change, "set" | "multiply" | "add">): "set" | "multiply" | "add" =>
  change.set !== undefined ? "set" : change.multiply !== undefined ? "multiply" : "add";

function chosen(variants: string | Readonly<Record<string, number>>, u: number): string {
  if (typeof variants === "string") return variants;
  let left = u * Object.values(variants).reduce((sum, share) => sum + share, 0);
  for (const [name, share] of Object.entries(variants)) {
    if (left < share) return name;
    left -= share;
  }
  return Object.keys(variants)[0]!;
}
