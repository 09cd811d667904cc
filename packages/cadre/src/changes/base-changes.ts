import type { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import { factsAt } from "../model/parameter-of.ts";
import { NUMBER_RULES } from "../model/rules.ts";
import { type AppliedChange, appliedChanges } from "../scenario/change.ts";
import { scenarioFault } from "../scenario/scenario-fault.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { recordAt, withNumber } from "../system/numbers.ts";
import type { System } from "../system/types.ts";
import { basePaths } from "./base-paths.ts";
import type { BeyondLimit } from "./change-account.ts";
import { CombinedChanges } from "./changed-value.ts";
import { datedParameters } from "./dated-parameters.ts";
import { implausibleEffect } from "./implausible-effect.ts";
import { twoSets } from "./two-sets.ts";

/** A change of a number of the base, whose value a draw may set. */
interface BaseChange extends AppliedChange {
  value: number;
  variant: string | undefined;
}

/** A system whose numbers are written over, draw by draw. */
interface EditedCopy {
  readonly system: System;
  readonly numbers: readonly {
    readonly path: string;
    readonly changes: readonly BaseChange[];
    readonly base: number;
    readonly quantity: { value: number };
  }[];
}

/** The changes of a scenario that are about numbers of the base year. */
export function changesOfBase(system: System, scenario: Scenario): AppliedChange[] {
  const applied = appliedChanges(scenario);
  if (applied.length === 0) return applied;
  const dated = datedParameters(system);
  return applied.filter(({ change }) => !dated.has(change.parameter));
}

/** The changes that a scenario makes to numbers of the base, ready to be made again with other values. */
export class BaseChanges {
  private readonly system: System;
  private readonly scenario: Scenario;
  private readonly byPlace = new Map<string, BaseChange>();
  private readonly variants: BaseChange[] = [];
  /** Changes by the full path of the number they are about. */
  private readonly byPath = new Map<string, BaseChange[]>();
  private readonly combined = new CombinedChanges(1);
  private again: EditedCopy | false | undefined;
  /** Numbers that changes would have taken beyond what they can be. */
  readonly held = new Map<string, BeyondLimit>();

  constructor(system: System, scenario: Scenario, changes: readonly AppliedChange[] = changesOfBase(system, scenario)) {
    this.system = system;
    this.scenario = scenario;
    for (const applied of changes) {
      const change: BaseChange = { ...applied, variant: applied.change.variant };
      this.byPlace.set(change.path.join("."), change);
      if (change.change.parameter === "population") {
        this.variants.push(change);
        continue;
      }
      const paths = basePaths(system, scenario, change);
      const doubt = implausibleEffect(change.change, factsAt(paths[0]!).rule);
      if (doubt) throw scenarioFault(scenario, [...change.path, change.kind], doubt);
      for (const path of paths) this.byPath.set(path, [...(this.byPath.get(path) ?? []), change]);
    }
    const sets = [...this.byPath].map(([path, those]) => [path, those.filter(({ kind }) => kind === "set")] as const);
    for (const [what, [one, other]] of [...sets, ["population", this.variants] as const])
      if (one && other) throw twoSets(scenario, one, other, what, "Remove one of them.");
  }

  /** Full paths of the numbers that are changed; by the changes at some places of the scenario alone, when given. */
  paths(places?: readonly string[]): string[] {
    const counts = ({ path }: BaseChange) => places === undefined || places.includes(path.join("."));
    const changed = [...this.byPath].filter(([, changes]) => changes.some(counts)).map(([path]) => path);
    return this.variants.some(counts) ? [...changed, "population"] : changed;
  }

  /** Gives a change, by its place in the scenario, another value, or another variant of the population. */
  setValue(place: string, value: number | string): void {
    const change = this.byPlace.get(place);
    if (!change) return;
    if (typeof value === "string") change.variant = value;
    else change.value = value;
  }

  /** A text that differs exactly when what is changed to what does. */
  key(): string {
    const said = [...this.byPath].map(([path, changes]) => [
      path,
      changes.map(({ kind, value, share }) => [kind, value, share]),
    ]);
    return JSON.stringify([said, this.variants.map(({ variant }) => variant)]);
  }

  edited(): System {
    let edited = this.system;
    for (const change of this.variants) edited = withVariant(edited, this.scenario, change);
    for (const [path, changes] of this.byPath)
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
    for (const [path, changes] of this.byPath) {
      const [quantity, base] = [recordAt(system, path), recordAt(this.system, path)];
      if (!quantity || !base || !("written" in quantity) || !("written" in base)) return false;
      numbers.push({ path, changes, base: base.value, quantity });
    }
    return { system, numbers };
  }

  private valueOf(path: string, base: number, changes: readonly BaseChange[]): number {
    this.combined.clear();
    for (const change of changes) this.combined.add(change, 1);
    const value = this.combined.of(base, 0);
    const { rule } = factsAt(path);
    if (rule === NUMBER_RULES.VACANCY && value >= 1) throw this.allVacant(path, value, changes[0]!);
    const held = Math.min(rule.max, Math.max(rule.min, value));
    if (held !== value) this.held.set(path, { value, limit: held });
    return held;
  }

  private allVacant(path: string, value: number, { path: at }: BaseChange): CadreError {
    return scenarioFault(this.scenario, at, {
      code: "all-vacant",
      message: `The scenario leaves no post filled: it makes ${path} ${(value * 100).toFixed(0)}%.`,
      value: `${(value * 100).toFixed(1)}%`,
      rule: "Posts are worked out from the people in post, so that a vacancy rate is below 100%.",
      fix: "Lower the vacancy rate.",
    });
  }
}

function withVariant(system: System, scenario: Scenario, { variant: name, path }: BaseChange): System {
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
  // How far off people to come may be is said of all variants together.
  const { error, countedUntil } = population ?? {};
  const doubt = error && { error, countedUntil };
  return { ...system, population: { ...variant, variants: population?.variants, ...doubt } };
}
