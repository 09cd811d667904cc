import { shapesBaseYear } from "../base-year/base-year.ts";
import type { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import { factsAt } from "../model/parameter-of.ts";
import { RULES, type Rule } from "../model/rules.ts";
import { type AppliedChange, appliedChanges, changedValue, combine, UNCHANGED } from "../scenario/change.ts";
import type { Scenario } from "../scenario/types.ts";
import { namesInPools, numberAt, recordAt, withNumber } from "../system/numbers.ts";
import { newParameter } from "../system/old-words.ts";
import type { System } from "../system/types.ts";
import { selects } from "../table/where.ts";
import { datedParameters } from "./dated-parameters.ts";
import { implausibleEffect } from "./implausible-effect.ts";
import { scenarioFault } from "./levers.ts";
import { noPool, tooFine } from "./selection-faults.ts";

/**
 * The system as a scenario sees its base: numbers that hold before the base year (a headcount, a vacancy rate, ages) and
 * the variant of the population, changed. The same system when no change is of that kind.
 */
export function editedSystem(system: System, scenario: Scenario): System {
  const years = datedParameters(system);
  const before = appliedChanges(scenario).filter(({ change }) => !years.has(change.parameter));
  if (before.length === 0) return system;
  // Many scenarios share the changes of the base; the same edited system keeps its base year known.
  const key = JSON.stringify(before.map(({ change, kind, value, share }) => [change, kind, value, share]));
  const known = edits.get(system) ?? new Map<string, System>();
  const edited = known.get(key) ?? edit(system, scenario, before, years.keys());
  if (known.size < MOST_KEPT) edits.set(system, known.set(key, edited));
  return edited;
}

/** Scenarios of one system that change its base; draws of an uncertain base are too many to keep. */
const MOST_KEPT = 16;

const edits = new WeakMap<System, Map<string, System>>();

const unshaped = new WeakMap<System, System>();
const clamped = new WeakMap<System, ReadonlyMap<string, number>>();

/** What has to be said about an edited system: numbers that could not be what a scenario asked for. */
export const warningsOfEdits = (edited: System): string[] =>
  [...(clamped.get(edited) ?? [])].map(
    ([path, held]) => `A change would take ${path} beyond what it can be; it is held at ${held}.`,
  );

/** The system that an edited one has its base year in common with, when what was edited does not shape it. */
export const sameBaseYearAs = (edited: System): System | undefined => unshaped.get(edited);

function edit(system: System, scenario: Scenario, before: readonly AppliedChange[], known: Iterable<string>): System {
  const edits = new BaseEdits(system, scenario, before, known);
  const edited = edits.edited();
  clamped.set(edited, new Map(edits.held));
  if (!edits.paths().some(shapesBaseYear)) unshaped.set(edited, system);
  return edited;
}

/** A change of a number of the base, whose value a draw may set. */
interface BaseEdit extends AppliedChange {
  value: number;
  variant: string | undefined;
}

/** A system whose numbers are written over, draw by draw. */
interface EditedCopy {
  readonly system: System;
  readonly numbers: readonly {
    readonly path: string;
    readonly changes: readonly BaseEdit[];
    readonly base: number;
    readonly quantity: { value: number };
  }[];
}

/** The changes that a scenario makes to numbers of the base, ready to be made again with other values. */
export class BaseEdits {
  private readonly system: System;
  private readonly scenario: Scenario;
  private readonly byPath = new Map<string, BaseEdit>();
  private readonly variants: BaseEdit[] = [];
  /** Changes by the full path of the number they are about. */
  private readonly groups = new Map<string, BaseEdit[]>();
  private again: EditedCopy | false | undefined;

  constructor(system: System, scenario: Scenario, before: readonly AppliedChange[], known: Iterable<string>) {
    const names = [...known];
    this.system = system;
    this.scenario = scenario;
    for (const applied of before) {
      const change: BaseEdit = { ...applied, variant: applied.change.variant };
      this.byPath.set(change.path.join("."), change);
      if (change.change.parameter === "population") {
        this.variants.push(change);
        continue;
      }
      const paths = pathsOf(system, scenario, change, names);
      const doubt = implausibleEffect(change.change, ruleOf(paths[0]!));
      if (doubt) throw scenarioFault(scenario, [...change.path, change.kind], doubt);
      checkUndated(scenario, change);
      for (const path of paths) this.groups.set(path, [...(this.groups.get(path) ?? []), change]);
    }
    const sets = (changes: readonly BaseEdit[]) => changes.filter(({ kind }) => kind === "set");
    for (const [path, changes] of this.groups) refuseTwo(scenario, sets(changes), path);
    refuseTwo(scenario, this.variants, "population");
  }

  /** Full paths of the numbers that are changed. */
  paths(): string[] {
    return [...this.groups.keys(), ...(this.variants.length > 0 ? ["population"] : [])];
  }

  /** Gives a change, by its place in the scenario, another value, or another variant of the population. */
  set(path: string, value: number | string): void {
    const change = this.byPath.get(path);
    if (!change) return;
    if (typeof value === "string") change.variant = value;
    else change.value = value;
  }

  /** A text that differs exactly when what is changed to what does. */
  key(): string {
    const said = [...this.groups].map(([path, changes]) => [
      path,
      changes.map(({ kind, value, share }) => [kind, value, share]),
    ]);
    return JSON.stringify([said, this.variants.map(({ variant }) => variant)]);
  }

  /** Numbers that changes would have taken beyond what they can be, and what they are held at. */
  readonly held = new Map<string, number>();

  edited(): System {
    let edited = this.system;
    for (const change of this.variants) edited = withVariant(edited, this.scenario, change);
    for (const [path, changes] of this.groups)
      edited = withNumber(edited, path, (base) => this.valueOf(path, base, changes));
    return Object.freeze(edited);
  }

  /** The same, in a copy that the next call writes over, where only numbers by themselves are changed. */
  editedAgain(): System {
    this.again ??= this.copy();
    if (!this.again) return this.edited();
    for (const { path, changes, base, quantity } of this.again.numbers)
      quantity.value = this.valueOf(path, base, changes);
    return this.again.system;
  }

  /** A copy to be written to, and the numbers in it; none when what is changed is no number by itself. */
  private copy(): EditedCopy | false {
    if (this.variants.length > 0) return false;
    const system = this.edited();
    const numbers: EditedCopy["numbers"][number][] = [];
    for (const [path, changes] of this.groups) {
      const [quantity, base] = [recordAt(system, path), recordAt(this.system, path)];
      if (!quantity || !base || !("written" in quantity) || !("written" in base)) return false;
      numbers.push({ path, changes, base: base.value, quantity });
    }
    return { system, numbers };
  }

  private valueOf(path: string, base: number, changes: readonly BaseEdit[]): number {
    let combined = UNCHANGED;
    for (const change of changes) combined = combine(combined, change, 1);
    const value = changedValue(base, combined);
    const rule = ruleOf(path);
    if (rule === RULES.VACANCY && value >= 1) throw this.allVacant(path, value, changes[0]!);
    const held = Math.min(rule.max, Math.max(rule.min, value));
    if (held !== value) this.held.set(path, held);
    return held;
  }

  private allVacant(path: string, value: number, { path: at }: BaseEdit): CadreError {
    return scenarioFault(this.scenario, at, {
      code: "all-vacant",
      message: `The scenario leaves no post filled: it makes ${path} ${(value * 100).toFixed(0)}%.`,
      value: `${(value * 100).toFixed(1)}%`,
      rule: "Posts are worked out from the people in post, so that a vacancy rate is below 100%.",
      fix: "Lower the vacancy rate.",
    });
  }
}

/** What the number at a path can be. */
const ruleOf = (path: string): Rule => factsAt(path).rule;

/** Two that set one number contradict each other. */
function refuseTwo(scenario: Scenario, [one, other]: readonly BaseEdit[], what: string): void {
  if (!one || !other) return;
  throw scenarioFault(scenario, other.path, {
    code: "two-sets",
    message: `"${one.title}" and "${other.title}" both set ${what}.`,
    value: `${one.variant ?? one.value} and ${other.variant ?? other.value}`,
    rule: "A number is set once; use multiply or add for what comes on top.",
    fix: "Remove one of them.",
  });
}

function withVariant(system: System, scenario: Scenario, { variant: name, path }: BaseEdit): System {
  const { population } = system;
  const variants = Object.keys(population?.variants ?? {});
  const variant = population?.variants?.[name ?? ""];
  if (!variant)
    throw scenarioFault(scenario, path, {
      code: "unknown-variant",
      message: name ? `The population has no variant "${name}".` : "A change of the population names a variant.",
      value: name ?? "(nothing)",
      rule: variants.length > 0 ? `Known: ${variants.join(", ")}.` : "The system's population has no variants.",
      fix: "Write variant: …, and give the system population.variants.",
      didYouMean: suggest(name ?? "", variants),
    });
  return { ...system, population: { ...variant, variants: population?.variants } };
}

function checkUndated(scenario: Scenario, { change, path }: AppliedChange): void {
  if (change.from === undefined && change.until === undefined && change.over === undefined) return;
  throw scenarioFault(scenario, path, {
    code: "dated-base",
    message: `${change.parameter} is a number of the base year and has no dates.`,
    value:
      [change.from && `from ${change.from}`, change.until && `until ${change.until}`].filter(Boolean).join(", ") ||
      "over",
    rule: "from, until and over go with rates, recruits, demand, pipelines and markets.",
    fix: "Remove the dates, or change a rate in place of it.",
  });
}

/** Full paths of the numbers that a change of a base-year parameter is about. */
function pathsOf(
  system: System,
  scenario: Scenario,
  { change, path }: AppliedChange,
  known: Iterable<string>,
): string[] {
  const { parameter, where = {} } = change;
  const named = (ids: readonly string[]) =>
    [parameter, ...ids.map((id) => `pools.${id}.${parameter}`)].filter((name) => numberAt(system, name) !== undefined);
  const selected = Object.entries(system.pools).filter(([id, pool]) => selects(where, { id, ...pool }));
  if (selected.length === 0 && named(Object.keys(system.pools)).length > 0)
    throw scenarioFault(scenario, path, noPool(system, where));
  const found = named(selected.map(([id]) => id));
  if (found.length > 0 && (where.sex ?? where.age ?? where.tenure) !== undefined)
    throw scenarioFault(scenario, path, tooFine(parameter, where));
  if (found.length > 0) return found;
  const names = [...known, ...namesInPools(system)];
  throw scenarioFault(scenario, path, {
    code: "unknown-parameter",
    message: `"${parameter}" is not a number of this system.`,
    value: parameter,
    rule: `For example ${names.slice(0, 8).join(", ")}; \`cadre explain\` lists them.`,
    fix: "Correct the parameter, or the pools it is looked for in.",
    didYouMean: newParameter(parameter) ?? suggest(parameter, names),
  });
}
