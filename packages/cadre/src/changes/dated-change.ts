import type { ParameterFacts } from "../model/parameter-facts.ts";
import { type AppliedChange, phasedIn } from "../scenario/change.ts";
import { type ScenarioProblem, scenarioFault } from "../scenario/scenario-fault.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { cellMask, selects } from "../table/where.ts";
import { implausibleEffect } from "./implausible-effect.ts";
import { jobsWithHours, noClass, noPool, ofSystem, tooFine } from "./selection-faults.ts";

/** A change of a dated parameter, checked against a system: when it works, and on which pools and cells. */
export interface DatedChange extends AppliedChange {
  /** What a draw makes of it. */
  value: number;
  /** How far it works in each model year. */
  readonly phases: Float64Array;
  /** Whether it works in the same way in all of them. */
  readonly steady: boolean;
  /** Pools that it selects, and 1 for each of them by pool. */
  readonly pools: readonly number[];
  readonly inPool: Uint8Array;
  /** 1 for each (sex, age, tenure) that it selects; whether it selects all of them. */
  readonly cells: Uint8Array;
  readonly everybody: boolean;
}

/** Makes a change ready for a run. Throws a `CadreError` when it does nothing, two things at once, or selects nobody. */
export function datedChange(
  change: AppliedChange,
  { of, used }: ParameterFacts,
  { system, scenario, years }: { system: System; scenario: Scenario; years: readonly number[] },
): DatedChange {
  const { parameter, where = {} } = change.change;
  const fault = (problem: ScenarioProblem) => scenarioFault(scenario, change.path, problem);
  const given = (["set", "multiply", "add"] as const).filter((key) => change.change[key] !== undefined);
  if (given.length !== 1 || !Number.isFinite(change.value))
    throw fault({
      code: "bad-change",
      message: `The change of ${parameter} has to say what it does.`,
      value: given.join(", ") || "(nothing)",
      rule: "Exactly one of set, multiply and add.",
      fix: "Write multiply: 0.9, for example.",
    });
  const pools = Object.entries(system.pools).flatMap(([id, pool], p) => (selects(where, { id, ...pool }) ? [p] : []));
  const selecting = Object.values(where).some((value) => value !== undefined);
  if (of === "system" && selecting) throw fault(ofSystem(parameter, where));
  if (of !== "system" && pools.length === 0) throw fault(noPool(system, where));
  const ids = Object.keys(system.pools);
  if (parameter === "fte" && pools.some((p) => system.pools[ids[p]!]!.counts === "jobs"))
    throw fault(jobsWithHours(system, where));
  const cells = cellMask(system.axes, of === "cell" ? where : {});
  if (!cells?.includes(1)) throw fault(noClass(system, where));
  if (of !== "cell" && (where.sex ?? where.age ?? where.tenure) !== undefined) throw fault(tooFine(parameter, where));
  const doubt = implausibleEffect(change.change, used);
  if (doubt) throw scenarioFault(scenario, [...change.path, change.kind], doubt);
  const phases = Float64Array.from(years, (year) => phasedIn(change.change, year, years[0]!));
  const inPool = Uint8Array.from(ids, (_, p) => (pools.includes(p) ? 1 : 0));
  const steady = phases.every((at) => at === phases[0]);
  return { ...change, phases, steady, pools, inPool, cells, everybody: !cells.includes(0) };
}

/** The place of a year among the model years, which follow each other; negative for none of them. */
export function placeOfYear(years: readonly number[], year: number): number {
  const y = year - years[0]!;
  return y < years.length ? y : -1;
}

/** How far a change works in a year; the base year, and the years before and after a run, are none of its model years. */
export function phaseIn({ phases, change }: DatedChange, years: readonly number[], year: number): number {
  const y = placeOfYear(years, year);
  return y >= 0 ? phases[y]! : phasedIn(change, year, years[0]!);
}

/** Of some changes those that work in each model year. */
export const workingByYear = (changes: readonly DatedChange[], years: readonly number[]): DatedChange[][] =>
  years.map((_, y) => changes.filter(({ phases }) => phases[y] !== 0));

/** Whether two changes are about some of the same staff (or the system) in some of the same years; the first such year. */
export function sharedYear(one: DatedChange, other: DatedChange, years: readonly number[], system: boolean) {
  const pools = system || one.pools.some((p) => other.pools.includes(p));
  if (!pools || !one.cells.some((on, c) => on && other.cells[c])) return undefined;
  return years.find((_, y) => one.phases[y]! > 0 && other.phases[y]! > 0);
}
