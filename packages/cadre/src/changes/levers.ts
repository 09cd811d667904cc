import { CadreError } from "../error/cadre-error.ts";
import type { ParameterFacts } from "../model/parameters.ts";
import type { Rule } from "../model/rules.ts";
import { type AppliedChange, appliedChanges, isDecision, phase } from "../scenario/change.ts";
import type { Scenario } from "../scenario/types.ts";
import type { System } from "../system/types.ts";
import { cellsOf } from "../table/axes.ts";
import { cellMask, selects } from "../table/where.ts";
import { datedParameters } from "./dated-parameters.ts";
import { implausibleEffect } from "./implausible-effect.ts";
import { type DatedChange, type Lever, Made, newLever } from "./lever.ts";
import { noClass, noPool, ofSystem, tooFine } from "./selection-faults.ts";

/** A change checked against a system: the pools and cells it is about. */
interface Ready extends DatedChange {
  readonly pools: readonly number[];
  /** 1 for each of them, by pool. */
  readonly inPool: Uint8Array;
  readonly cells: Uint8Array;
  /** Whether it is about every cell. */
  readonly everybody: boolean;
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
  private readonly known: ReadonlyMap<string, ParameterFacts>;
  private readonly byParameter = new Map<string, Ready[]>();
  private readonly byPath = new Map<string, Ready>();
  /** Levers by parameter, then pool. */
  private readonly levers = new Map<string, (Lever | undefined)[]>();
  private readonly clamps = new Map<string, Clamp>();
  /** What changes make of the cells of a pool: how much is set and to what, factors and additions. */
  private readonly combined: { readonly [part in "setShare" | "set" | "factor" | "addition"]: Float64Array };

  private readonly made: Made;
  /** Changes that altered a number, when that is followed. */
  private readonly worked: Set<DatedChange> | undefined;

  /** `follow` keeps account of which changes alter a number, so that `warnings` can tell of those that do nothing. */
  constructor(system: System, scenario: Scenario, years: readonly number[], { follow = false } = {}) {
    this.worked = follow ? new Set() : undefined;
    this.system = system;
    this.scenario = scenario;
    this.years = years;
    this.known = datedParameters(system);
    this.made = new Made(years);
    const cells = () => new Float64Array(cellsOf(system.axes));
    this.combined = { setShare: cells(), set: cells(), factor: cells(), addition: cells() };
    for (const change of appliedChanges(scenario)) {
      const { parameter } = change.change;
      const kind = this.known.get(parameter);
      if (!kind) continue;
      const list = this.byParameter.get(parameter) ?? [];
      const ready = this.ready(change, kind);
      list.push(ready);
      this.byPath.set(change.path.join("."), ready);
      this.byParameter.set(parameter, list);
    }
    this.checkSets();
  }

  /** Whether anything changes a parameter of a pool (any pool when left out). */
  touches(parameter: string, pool?: number): boolean {
    const list = this.byParameter.get(parameter);
    if (!list) return false;
    return list.some(({ inPool }) => pool === undefined || inPool[pool] === 1);
  }

  /** Gives a change, by its place in the scenario, another value. */
  give(path: string, value: number): void {
    const ready = this.byPath.get(path);
    if (ready) ready.value = value;
  }

  /** A pool's (or the system's) number in a year; `base` is its value before changes. */
  value(parameter: string, base: number, year: number, pool = -1): number {
    return this.lever(parameter, pool)?.at(base, year) ?? base;
  }

  /** What changes make of a pool's (or the system's) number; none when nothing changes it. Worked out anew by each draw. */
  lever(parameter: string, pool = -1): Lever | undefined {
    const list = this.byParameter.get(parameter);
    if (!list) return undefined;
    const known = this.levers.get(parameter) ?? [];
    this.levers.set(parameter, known);
    if (!(pool + 1 in known)) known[pool + 1] = this.newLever(parameter, list, pool);
    return known[pool + 1];
  }

  private newLever(parameter: string, list: readonly Ready[], pool: number): Lever | undefined {
    const mine = pool < 0 ? list : list.filter(({ inPool }) => inPool[pool]);
    if (mine.length === 0) return undefined;
    return newLever(mine, this.made, this.limitsOf(parameter), {
      beyond: (year) => this.noteClamp(parameter, year, list),
      worked: this.worked,
    });
  }

  /** What a parameter that is changed can be. */
  private limitsOf(parameter: string): Rule {
    return (this.known.get(parameter) as ParameterFacts).used;
  }

  /**
   * Changes the cells of a pool (or its sexes and ages, `tenures` being the cells of each) in a year, in place; whether
   * any change does.
   */
  change(parameter: string, pool: number, year: number, values: Float64Array, tenures = 1): boolean {
    const list = this.byParameter.get(parameter);
    if (!list) return false;
    const mine = list.filter((one) => one.inPool[pool] && this.made.phaseAt(one, year) !== 0);
    if (mine.length === 0) return false;
    const limits = this.limitsOf(parameter);
    const before = this.worked && mine.some((one) => !this.worked?.has(one)) ? values.slice() : undefined;
    const by = (some: readonly Ready[], numbers: Float64Array) =>
      some.every(({ everybody }) => everybody)
        ? this.changeAll(some, limits, year, numbers)
        : this.changeSome(some, limits, year, numbers, tenures);
    if (by(mine, values)) this.noteClamp(parameter, year, list);
    for (const one of before ? mine : []) {
      if (this.worked?.has(one)) continue;
      const without = Float64Array.from(before ?? []);
      by(
        mine.filter((other) => other !== one),
        without,
      );
      if (without.some((value, c) => value !== values[c])) this.worked?.add(one);
    }
    return true;
  }

  /**
   * What changes multiply all cells of a pool by in a year, when they do nothing else and `most`, the largest of them,
   * stays within limits; a cell is never below nought.
   */
  factor(parameter: string, pool: number, year: number, most: number): number | undefined {
    const { max } = this.limitsOf(parameter);
    let factor = 1;
    for (const one of this.byParameter.get(parameter) ?? []) {
      const at = this.made.phaseAt(one, year);
      if (at === 0 || !one.inPool[pool]) continue;
      if (one.kind !== "multiply" || !one.everybody) return undefined;
      factor *= 1 + (one.value - 1) * at;
    }
    return factor >= 0 && most * factor <= max ? factor : undefined;
  }

  /** Changes that are about every cell; whether some went beyond what they can be. */
  private changeAll(mine: readonly Ready[], { min, max }: Rule, year: number, values: Float64Array): boolean {
    this.made.combine(mine, year);
    const { setShare, set, factor, addition } = this.made;
    let [least, most] = [max, min];
    for (let i = 0; i < values.length; i++) {
      const base = values[i]!;
      const value = (base + (set - base) * setShare) * factor + addition;
      values[i] = value;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (least >= min && most <= max) return false;
    for (let i = 0; i < values.length; i++) values[i] = Math.min(max, Math.max(min, values[i]!));
    return true;
  }

  /** Changes of which some are about some cells only; whether some went beyond what they can be. */
  private changeSome(
    mine: readonly Ready[],
    { min, max }: Rule,
    year: number,
    values: Float64Array,
    tenures: number,
  ): boolean {
    const { setShare, set, factor, addition } = this.combined;
    factor.fill(1);
    addition.fill(0);
    setShare.fill(0);
    for (const one of mine) {
      const { kind, value, share, cells } = one;
      const at = this.made.phaseAt(one, year);
      const times = 1 + (value - 1) * at;
      for (let c = 0; c < cells.length; c++) {
        if (!cells[c]) continue;
        if (kind === "multiply") factor[c]! *= times;
        else if (kind === "add") addition[c]! += value * at;
        else {
          setShare[c] = share * at;
          set[c] = value;
        }
      }
    }
    let beyond = false;
    for (let i = 0, c = 0; i < values.length; i++, c += tenures) {
      if (factor[c] === 1 && addition[c] === 0 && setShare[c] === 0) continue;
      const base = values[i]!;
      const value = (base + (set[c]! - base) * setShare[c]!) * factor[c]! + addition[c]!;
      values[i] = Math.min(max, Math.max(min, value));
      if (values[i] !== value) beyond = true;
    }
    return beyond;
  }

  /** A text that differs between two years exactly when changes of these parameters do. */
  key(parameters: readonly string[], year: number): string {
    return parameters
      .flatMap((parameter) =>
        (this.byParameter.get(parameter) ?? []).map(({ phases }) => phases[this.made.indexOf(year)]),
      )
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
    return [...clamped, ...this.idle(), ...this.early(), ...this.doubleCounts()];
  }

  /** Changes that do nothing: their years lie outside the run, or there is nothing that they could change. */
  private idle(): string[] {
    const [first, last] = [this.years[0], this.years[this.years.length - 1]];
    return [...this.byPath.values()].flatMap((one) => {
      const { title, change, phases, pools } = one;
      const { parameter } = change;
      if (!phases.some((at) => at > 0))
        return [`"${title}" changes ${parameter} in no year of this run (${first} to ${last}); it does nothing.`];
      if (!this.worked || this.worked.has(one) || isNeutral(one)) return [];
      const ids = Object.keys(this.system.pools);
      const whose = this.known.get(parameter)?.of === "system" ? "" : ` of ${pools.map((p) => ids[p]).join(", ")}`;
      return [`"${title}" changes ${parameter}${whose}, and nothing comes of it: ${this.known.get(parameter)?.idle}.`];
    });
  }

  /** Changes that are at work before the run begins. */
  private early(): string[] {
    const [first] = this.years;
    return [...this.byPath.values()].flatMap(({ title, change, phases }) => {
      // A course may begin before the run and end in it: its years are those of the start.
      if (this.known.get(change.parameter)?.parts.includes("courses")) return [];
      if (change.from === undefined || change.from >= first! || !phases.some((at) => at > 0)) return [];
      const at = `${Number((phases[0]! * 100).toFixed(1))}%`;
      return [
        `"${title}" changes ${change.parameter} from ${change.from}, before this run begins; it is ${phases[0]! < 1 ? `already ${at}` : "fully"} at work in ${first}.`,
      ];
    });
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
            one.phases.some((at, y) => at > 0 && other.phases[y]! > 0);
          if (shared)
            said.add(
              `"${one.title}" and "${other.title}" work by the same mechanism (${one.mechanism}) on the same staff (${parameter}); one effect may be counted twice.`,
            );
        }
      });
    return [...said];
  }

  private noteClamp(parameter: string, year: number, list: readonly Ready[]): void {
    const found = this.clamps.get(parameter) ?? { parameter, by: new Set(), years: new Set() };
    for (const { by } of list) found.by.add(by);
    found.years.add(year);
    this.clamps.set(parameter, found);
  }

  private ready(change: AppliedChange, kind: ParameterFacts): Ready {
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
    const fault = (problem: Parameters<typeof scenarioFault>[2]) => scenarioFault(this.scenario, change.path, problem);
    const selecting = Object.values(where).some((value) => value !== undefined);
    if (kind.of === "system" && selecting) throw fault(ofSystem(parameter, where));
    if (kind.of !== "system" && pools.length === 0) throw fault(noPool(this.system, where));
    const cells = cellMask(this.system.axes, kind.of === "cell" ? where : {});
    if (!cells?.includes(1)) throw fault(noClass(this.system, where));
    if (kind.of !== "cell" && (where.sex ?? where.age ?? where.tenure) !== undefined)
      throw fault(tooFine(parameter, where));
    const doubt = implausibleEffect(change.change, kind.used);
    if (doubt) throw scenarioFault(this.scenario, [...change.path, change.kind], doubt);
    const phases = Float64Array.from(this.years, (year) => phase(change.change, year, this.years[0]!));
    const inPool = Uint8Array.from(Object.keys(this.system.pools), (_, p) => (pools.includes(p) ? 1 : 0));
    const steady = phases.every((at) => at === phases[0]);
    return { ...change, pools, inPool, cells, everybody: !cells.includes(0), phases, steady };
  }

  /** Two changes that set one number in one year contradict each other. */
  private checkSets(): void {
    for (const [parameter, list] of this.byParameter) {
      const sets = list.filter(({ kind }) => kind === "set");
      sets.forEach((one, i) => {
        for (const other of sets.slice(i + 1)) {
          const pools = this.known.get(parameter)?.of === "system" || one.pools.some((p) => other.pools.includes(p));
          const cells = one.cells.some((m, c) => m && other.cells[c]);
          const year = this.years.find((_, y) => one.phases[y]! > 0 && other.phases[y]! > 0);
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

  /** An error about what several changes of a pool come to together, which names them all. */
  contradiction(parameters: readonly string[], pool: number, problem: Omit<ScenarioProblem, "didYouMean">): CadreError {
    const made = parameters.flatMap((name) => (this.byParameter.get(name) ?? []).filter(({ inPool }) => inPool[pool]));
    const titles = [...new Set(made.map(({ title }) => `"${title}"`))];
    const message = `${problem.message} Changed by ${titles.join(" and ")}.`;
    return scenarioFault(this.scenario, made[made.length - 1]?.path ?? [], { ...problem, message });
  }

  private fault(
    change: AppliedChange,
    code: string,
    message: string,
    value: string,
    rule: string,
    fix: string,
  ): CadreError {
    return scenarioFault(this.scenario, change.path, { code, message, value, rule, fix });
  }
}

/** A change that says itself that it changes nothing. */
const isNeutral = ({ kind, value }: Ready): boolean =>
  (kind === "multiply" && value === 1) || (kind === "add" && value === 0);

/** What is wrong with a change; its place comes from the scenario. */
interface ScenarioProblem {
  readonly code: string;
  readonly message: string;
  readonly value: string;
  readonly rule: string;
  readonly fix: string;
  readonly didYouMean?: string | undefined;
}

/** An error about a change, with its place in the scenario's file. */
export function scenarioFault(scenario: Scenario, path: readonly PropertyKey[], problem: ScenarioProblem): CadreError {
  const name = path.map(String).join(".");
  // What came from the catalogue stands where it is used.
  let known = name;
  while (known && !scenario.positions?.[known])
    known = known.includes(".") ? known.slice(0, known.lastIndexOf(".")) : "";
  const [line, column] = scenario.positions?.[known] ?? [undefined, undefined];
  return new CadreError({ file: scenario.file, line, column, path: name, ...problem });
}
