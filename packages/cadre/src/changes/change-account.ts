import { parameterNamed } from "../model/parameter-of.ts";
import { isDecision } from "../scenario/change.ts";
import type { System } from "../system/types.ts";
import { type DatedChange, phaseIn, sharedYear } from "./dated-change.ts";

/** A number that changes ask for, and the limit that it is held at. */
export interface BeyondLimit {
  readonly value: number;
  readonly limit: number;
}

const farOf = ({ value, limit }: BeyondLimit): number => Math.abs(value - limit);
const numberWords = (value: number): string => String(Number(value.toPrecision(4)));

/** Keeps account of what the changes of a run did, and says what a planner should hear of it. */
export class ChangeAccount {
  private readonly system: System;
  private readonly years: readonly number[];
  /** What was held at a limit: by parameter, whose changes, in which years, and what was furthest beyond, by pool. */
  private readonly held = new Map<
    string,
    { readonly by: Set<string>; readonly years: Set<number>; readonly furthest: Map<number, BeyondLimit> }
  >();
  /** Changes without which a number would be another one; filled only where every number is heard of. */
  readonly worked: Set<DatedChange> | undefined;

  /** `follow` says that every change of a number is heard of, so that changes that do nothing can be told of. */
  constructor(system: System, years: readonly number[], follow: boolean) {
    this.system = system;
    this.years = years;
    this.worked = follow ? new Set() : undefined;
  }

  /** A number of a pool (of the system: −1) went beyond what it can be. */
  beyond(parameter: string, year: number, pool: number, asked: BeyondLimit, changes: readonly DatedChange[]): void {
    const found = this.held.get(parameter) ?? { by: new Set(), years: new Set(), furthest: new Map() };
    for (const { by } of changes) found.by.add(by);
    found.years.add(year);
    const known = found.furthest.get(pool);
    if (!known || farOf(asked) > farOf(known)) found.furthest.set(pool, asked);
    this.held.set(parameter, found);
  }

  /**
   * Adds the changes without which numbers in a year would be others. Two that cancel each other, such as a number set to
   * zero and given back, have both worked. `valuesBy` says what some of the changes make of the numbers.
   */
  follow(
    changes: readonly DatedChange[],
    year: number,
    valuesBy: (some: readonly DatedChange[]) => Float64Array,
  ): void {
    const { worked } = this;
    if (!worked) return;
    const unheard = changes.filter((one) => !worked.has(one) && phaseIn(one, this.years, year) !== 0);
    if (unheard.length === 0) return;
    const all = valuesBy(changes);
    for (const one of unheard) {
      const without = valuesBy(changes.filter((other) => other !== one));
      if (without.some((value, i) => value !== all[i])) worked.add(one);
    }
  }

  /** Changes of these parameters work in a year as in another: what was held there is held here. */
  repeat(parameters: readonly string[], like: number, year: number): void {
    for (const [parameter, { years }] of this.held)
      if (parameters.includes(parameter) && years.has(like)) years.add(year);
  }

  /** What has to be said of changes: held at a limit, without effect, begun before the run, or counted twice. */
  warnings(changes: readonly DatedChange[]): string[] {
    const held = [...this.held].map(
      ([parameter, { by, years, furthest }]) =>
        `Changes of ${parameter} by ${[...by].join(", ")} go beyond what it can be and are held at the limit, in ${[...years].sort().join(", ")}: ${[...furthest].map(([pool, asked]) => this.heldWords(pool, asked)).join("; ")}.`,
    );
    return [
      ...held,
      ...changes.flatMap((one) => this.idle(one) ?? []),
      ...changes.flatMap((one) => this.early(one) ?? []),
      ...this.countedTwice(changes),
    ];
  }

  private heldWords(pool: number, { value, limit }: BeyondLimit): string {
    const id = Object.keys(this.system.pools)[pool];
    return `${id === undefined ? "" : `"${id}" `}at ${numberWords(limit)} (asked: ${numberWords(value)})`;
  }

  /** A change that does nothing: its years lie outside the run, or there is nothing that it could change. */
  private idle(one: DatedChange): string | undefined {
    const { title, change, phases, pools } = one;
    const { parameter } = change;
    if (!phases.some((at) => at > 0)) {
      const [first, last] = [this.years[0], this.years[this.years.length - 1]];
      return `"${title}" changes ${parameter} in no year of this run (${first} to ${last}); it does nothing.`;
    }
    if (!this.worked || this.worked.has(one) || isNeutral(one)) return undefined;
    const { of, idle } = parameterNamed(parameter)?.facts ?? {};
    const ids = Object.keys(this.system.pools);
    const whose = of === "system" ? "" : ` of ${pools.map((p) => ids[p]).join(", ")}`;
    return `"${title}" changes ${parameter}${whose}, which has no effect: ${idle}.`;
  }

  /** A change that is at work before the run begins. */
  private early({ title, change, phases }: DatedChange): string | undefined {
    const [first] = this.years;
    // A course may begin before the run and end in it: its years are those of the start.
    if (parameterNamed(change.parameter)?.facts.parts.includes("courses")) return undefined;
    if (change.from === undefined || change.from >= first! || !phases.some((at) => at > 0)) return undefined;
    const at = phases[0]! < 1 ? `already has ${Number((phases[0]! * 100).toFixed(1))}% of` : "has all of";
    return `"${title}" changes ${change.parameter} from ${change.from}, before this run begins; in ${first} it ${at} its effect.`;
  }

  /** Changes by the same mechanism on the same staff. */
  private countedTwice(changes: readonly DatedChange[]): string[] {
    const said = new Set<string>();
    changes.forEach((one, i) => {
      const { parameter } = one.change;
      for (const other of changes.slice(i + 1)) {
        if (other.change.parameter !== parameter || one.by === other.by) continue;
        if (!one.mechanism || one.mechanism !== other.mechanism) continue;
        // Two decisions about one thing are simply both made.
        if (isDecision(one.change) && isDecision(other.change)) continue;
        if (sharedYear(one, other, this.years, false) !== undefined)
          said.add(
            `"${one.title}" and "${other.title}" work by the same mechanism (${one.mechanism}) on the same staff (${parameter}); one effect may be counted twice.`,
          );
      }
    });
    return [...said];
  }
}

/** A change that says itself that it changes nothing. */
const isNeutral = ({ kind, value }: DatedChange): boolean =>
  (kind === "multiply" && value === 1) || (kind === "add" && value === 0);
