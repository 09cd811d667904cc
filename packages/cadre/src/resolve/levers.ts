import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import {
  type AppliedChange,
  appliedChanges,
  type Combined,
  changedValue,
  combine,
  isDecision,
  phase,
  UNCHANGED,
} from "../scenario/change.ts";
import type { Scenario } from "../scenario/types.ts";
import type { System } from "../system/types.ts";
import { cellMask, selects } from "../table/where.ts";
import { type YearParameter, yearParameters } from "./parameters.ts";

/** A change checked against a system: the pools and cells it is about. */
interface Ready extends AppliedChange {
  readonly pools: readonly number[];
  readonly cells: Uint8Array;
}

/** One thing that a change could not do in full. */
interface Clamp {
  readonly parameter: string;
  readonly by: Set<string>;
  readonly years: Set<number>;
}

/**
 * What a scenario makes of the numbers of a system: values by pool, year and cell as changes leave them. Changes of
 * numbers that hold before the base year (a headcount, a vacancy rate) are left to `editedSystem`.
 */
export class Levers {
  readonly years: readonly number[];
  private readonly system: System;
  private readonly scenario: Scenario;
  private readonly known: ReadonlyMap<string, YearParameter>;
  private readonly byParameter = new Map<string, Ready[]>();
  private readonly clamps = new Map<string, Clamp>();

  constructor(system: System, scenario: Scenario, years: readonly number[]) {
    this.system = system;
    this.scenario = scenario;
    this.years = years;
    this.known = yearParameters(system);
    for (const change of appliedChanges(scenario)) {
      const { parameter } = change.change;
      const kind = this.known.get(parameter);
      if (!kind) continue;
      const list = this.byParameter.get(parameter) ?? [];
      list.push(this.ready(change, kind));
      this.byParameter.set(parameter, list);
    }
    this.checkSets();
  }

  /** Whether anything changes a parameter of a pool (any pool when left out). */
  touches(parameter: string, pool?: number): boolean {
    return (this.byParameter.get(parameter) ?? []).some(({ pools }) => pool === undefined || pools.includes(pool));
  }

  /** A pool's (or the system's) number in a year; `base` is its value before changes. */
  value(parameter: string, base: number, year: number, pool = -1): number {
    const list = this.byParameter.get(parameter);
    if (!list) return base;
    let so: Combined = UNCHANGED;
    for (const one of list) if (pool < 0 || one.pools.includes(pool)) so = combine(so, one, this.phaseOf(one, year));
    return this.clamped(parameter, changedValue(base, so), year, list);
  }

  /** How changes work on the cells of a pool in a year: a function of the base value and the cell; undefined for none. */
  cells(parameter: string, pool: number, year: number): ((base: number, cell: number) => number) | undefined {
    const list = (this.byParameter.get(parameter) ?? []).filter(({ pools }) => pools.includes(pool));
    const working = list.map((one) => ({ one, at: this.phaseOf(one, year) })).filter(({ at }) => at !== 0);
    if (working.length === 0) return undefined;
    return (base, cell) => {
      let so: Combined = UNCHANGED;
      for (const { one, at } of working) if (one.cells[cell]) so = combine(so, one, at);
      return so === UNCHANGED ? base : this.clamped(parameter, changedValue(base, so), year, list);
    };
  }

  /** A text that differs between two years exactly when changes of these parameters do. */
  key(parameters: readonly string[], year: number): string {
    return parameters
      .flatMap((parameter) => (this.byParameter.get(parameter) ?? []).map((one) => this.phaseOf(one, year)))
      .join();
  }

  /** Says of a year that changes of these parameters work as in another: what was clamped there is clamped here. */
  repeat(parameters: readonly string[], like: number, year: number): void {
    for (const { parameter, years } of this.clamps.values())
      if (parameters.includes(parameter) && years.has(like)) years.add(year);
  }

  /** What was clamped, and effects that may be counted twice. */
  warnings(): string[] {
    const clamped = [...this.clamps.values()].map(
      ({ parameter, by, years }) =>
        `Changes of ${parameter} by ${[...by].join(", ")} go beyond what it can be and are held at the limit, in ${[...years].sort().join(", ")}.`,
    );
    return [...clamped, ...this.doubleCounts()];
  }

  private doubleCounts(): string[] {
    const said = new Set<string>();
    for (const [parameter, list] of this.byParameter)
      list.forEach((one, i) => {
        for (const other of list.slice(i + 1)) {
          if (!one.mechanism || one.mechanism !== other.mechanism || one.by === other.by) continue;
          // Two decisions about one thing are simply both made.
          if (isDecision(one.change) && isDecision(other.change)) continue;
          const shared =
            one.pools.some((p) => other.pools.includes(p)) &&
            one.cells.some((m, c) => m && other.cells[c]) &&
            this.years.some((year) => this.phaseOf(one, year) > 0 && this.phaseOf(other, year) > 0);
          if (shared)
            said.add(
              `"${one.title}" and "${other.title}" work by the same mechanism (${one.mechanism}) on the same staff (${parameter}); one effect may be counted twice.`,
            );
        }
      });
    return [...said];
  }

  private phaseOf({ change }: Ready, year: number): number {
    return phase(change, year, this.years[0]);
  }

  private clamped(parameter: string, value: number, year: number, list: readonly Ready[]): number {
    const { min, max } = this.known.get(parameter) as YearParameter;
    if (value >= min && value <= max) return value;
    const found = this.clamps.get(parameter) ?? { parameter, by: new Set(), years: new Set() };
    for (const { by } of list) found.by.add(by);
    found.years.add(year);
    this.clamps.set(parameter, found);
    return Math.min(max, Math.max(min, value));
  }

  private ready(change: AppliedChange, kind: YearParameter): Ready {
    const { parameter, where = {} } = change.change;
    const given = (["set", "multiply", "add"] as const).filter((key) => change.change[key] !== undefined);
    if (given.length !== 1 || !Number.isFinite(change.value))
      throw this.fault(
        change,
        "bad-change",
        `The change of ${parameter} has to say what it does.`,
        given.join(", ") || "(nothing)",
        "Exactly one of set, multiply and add.",
        "Write multiply: 0.9, for example.",
      );
    const pools = Object.entries(this.system.pools).flatMap(([id, pool], p) =>
      selects(where, { id, ...pool }) ? [p] : [],
    );
    const ids = Object.keys(this.system.pools);
    if (kind.of === "pool" && pools.length === 0)
      throw this.fault(
        change,
        "empty-selection",
        "The change selects no pool.",
        where.pool ?? JSON.stringify(where),
        `Pools: ${ids.join(", ")}.`,
        "Correct the selection.",
        suggest(where.pool ?? "", ids),
      );
    const cells = cellMask(this.system.axes, kind.byCell ? where : {});
    if (!cells?.includes(1))
      throw this.fault(
        change,
        "empty-selection",
        "The change selects no age, sex or tenure.",
        JSON.stringify(where),
        "Classes of the system's axes.",
        "Correct the selection.",
      );
    if (!kind.byCell && (where.sex ?? where.age ?? where.tenure) !== undefined)
      throw this.fault(
        change,
        "selection-too-fine",
        `${parameter} is one number for a whole pool.`,
        JSON.stringify(where),
        "Sex, age and tenure select rates of people, not this.",
        "Remove them from where.",
      );
    return { ...change, pools, cells };
  }

  /** Two changes that set one number in one year contradict each other. */
  private checkSets(): void {
    for (const [parameter, list] of this.byParameter) {
      const sets = list.filter(({ kind }) => kind === "set");
      sets.forEach((one, i) => {
        for (const other of sets.slice(i + 1)) {
          const pools = this.known.get(parameter)?.of === "system" || one.pools.some((p) => other.pools.includes(p));
          const cells = one.cells.some((m, c) => m && other.cells[c]);
          const year = this.years.find((y) => this.phaseOf(one, y) > 0 && this.phaseOf(other, y) > 0);
          if (pools && cells && year !== undefined)
            throw this.fault(
              other,
              "two-sets",
              `"${one.title}" and "${other.title}" both set ${parameter} in ${year}.`,
              `${one.value} and ${other.value}`,
              "A number is set once; use multiply or add for what comes on top.",
              "Remove one of them, or give them different years or staff.",
            );
        }
      });
    }
  }

  private fault(
    change: AppliedChange,
    code: string,
    message: string,
    value: string,
    rule: string,
    fix: string,
    didYouMean?: string,
  ): CadreError {
    return scenarioFault(this.scenario, change.path, { code, message, value, rule, fix, didYouMean });
  }
}

/** An error about a change, with its place in the scenario's file. */
export function scenarioFault(
  scenario: Scenario,
  path: readonly PropertyKey[],
  problem: { code: string; message: string; value: string; rule: string; fix: string; didYouMean?: string | undefined },
): CadreError {
  const name = path.map(String).join(".");
  // What came from the catalogue stands where it is used.
  let known = name;
  while (known && !scenario.positions?.[known])
    known = known.includes(".") ? known.slice(0, known.lastIndexOf(".")) : "";
  const [line, column] = scenario.positions?.[known] ?? [undefined, undefined];
  return new CadreError({ file: scenario.file, line, column, path: name, ...problem });
}
