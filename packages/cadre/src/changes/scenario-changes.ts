import type { CadreError } from "../error/cadre-error.ts";
import type { ParameterFacts } from "../model/parameter-facts.ts";
import type { ParameterName } from "../model/parameters.ts";
import type { NumberRule } from "../model/rules.ts";
import { appliedChanges, partOfEffect } from "../scenario/change.ts";
import { type ScenarioProblem, scenarioFault } from "../scenario/scenario-fault.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { cellsOf } from "../table/axes.ts";
import { CellChanges, type SetLevels } from "./cell-changes.ts";
import { ChangeAccount } from "./change-account.ts";
import { CombinedChanges } from "./changed-value.ts";
import { ChangesByParameter } from "./changes-by-parameter.ts";
import { type DatedChange, datedChange, phaseIn, placeOfYear, sharedYear } from "./dated-change.ts";
import { datedParameters } from "./dated-parameters.ts";
import { type NumberChange, numberChange } from "./number-change.ts";
import { twoSets } from "./two-sets.ts";

/**
 * What a scenario makes of the numbers of a system: values by pool, year and cell as changes leave them. Changes of
 * numbers that hold before the base year (a headcount, a vacancy rate) are left to `editedSystem`.
 */
export class ScenarioChanges {
  readonly years: readonly number[];
  private readonly scenario: Scenario;
  private readonly known: ReadonlyMap<string, ParameterFacts>;
  private readonly byParameter: ChangesByParameter;
  private readonly byPath = new Map<string, DatedChange>();
  /** Changes of numbers, by parameter, then pool. */
  private readonly numbers = new Map<string, (NumberChange | undefined)[]>();
  private readonly account: ChangeAccount;
  /** For one number, and for the cells of a pool. */
  private readonly ofOne = new CombinedChanges(1);
  private readonly cells: CellChanges;

  /** `follow` keeps account of which changes alter a number, so that `warnings` can tell of those that do nothing. */
  constructor(system: System, scenario: Scenario, years: readonly number[], { follow = false } = {}) {
    this.scenario = scenario;
    this.years = years;
    this.byParameter = new ChangesByParameter(years);
    this.known = datedParameters(system);
    this.account = new ChangeAccount(system, years, follow);
    this.cells = new CellChanges(years, this.ofOne, cellsOf(system.axes));
    for (const change of appliedChanges(scenario)) {
      const { parameter } = change.change;
      const facts = this.known.get(parameter);
      if (!facts) continue;
      const ready = datedChange(change, facts, { system, scenario, years });
      this.byParameter.add(parameter, ready);
      this.byPath.set(change.path.join("."), ready);
    }
    this.refuseTwoSets();
  }

  /** Whether anything changes a parameter of a pool (any pool when left out). */
  touches(parameter: ParameterName, pool?: number): boolean {
    return this.byParameter.of(parameter).some(({ inPool }) => pool === undefined || inPool[pool] === 1);
  }

  /** The changes that set a parameter. */
  sets(parameter: ParameterName): readonly DatedChange[] {
    return this.byParameter.of(parameter).filter(({ kind }) => kind === "set");
  }

  /** Gives a change, by its place in the scenario, another value. */
  setValue(path: string, value: number): void {
    const change = this.byPath.get(path);
    if (change) change.value = value;
  }

  /** A pool's (or the system's) number in a year; `base` is its value before changes. */
  value(parameter: ParameterName, base: number, year: number, pool = -1): number {
    return this.of(parameter, pool)?.at(base, year) ?? base;
  }

  /** What changes make of a pool's (or the system's) number; none when nothing changes it. Worked out again by each draw. */
  of(parameter: ParameterName, pool = -1): NumberChange | undefined {
    const list = this.byParameter.of(parameter);
    if (list.length === 0) return undefined;
    const known = this.numbers.get(parameter) ?? [];
    this.numbers.set(parameter, known);
    if (!(pool + 1 in known)) known[pool + 1] = this.newNumber(parameter, list, pool);
    return known[pool + 1];
  }

  private newNumber(parameter: string, list: readonly DatedChange[], pool: number): NumberChange | undefined {
    const mine = pool < 0 ? list : this.byParameter.inPool(parameter, pool);
    if (mine.length === 0) return undefined;
    return numberChange(mine, this.ofOne, this.years, this.limitsOf(parameter), {
      beyond: (year, asked) => this.account.beyond(parameter, year, pool, asked, list),
      ...(this.account.worked && {
        follow: (year, valuesBy) => this.account.follow(mine, year, valuesBy),
      }),
    });
  }

  /** What a parameter that is changed can be. */
  private limitsOf(parameter: string): NumberRule {
    return (this.known.get(parameter) as ParameterFacts).used;
  }

  /**
   * Changes the cells of a pool (or its sexes and ages, `tenures` being the cells of each) in a year, in place; whether
   * any change does. `sets` says what a `set` comes to where the file's number is not the engine's.
   */
  changeCells(
    parameter: ParameterName,
    pool: number,
    year: number,
    values: Float64Array,
    { tenures = 1, sets }: { readonly tenures?: number; readonly sets?: SetLevels | undefined } = {},
  ): boolean {
    const mine = this.byParameter.working(parameter, pool, year);
    if (mine.length === 0) return false;
    const list = this.byParameter.of(parameter);
    const limits = this.limitsOf(parameter);
    const by = (some: readonly DatedChange[], numbers: Float64Array) =>
      this.cells.change(some, limits, year, numbers, { tenures, sets });
    const bases = this.account.worked && values.slice();
    const beyond = by(mine, values);
    if (beyond) this.account.beyond(parameter, year, pool, beyond, list);
    if (bases)
      this.account.follow(mine, year, (some) => {
        const numbers = bases.slice();
        by(some, numbers);
        return numbers;
      });
    return true;
  }

  /**
   * What changes multiply all cells of a pool by in a year, when they do nothing else and `most`, the largest of them,
   * stays within limits; a cell is never below zero.
   */
  factorOfAll(parameter: ParameterName, pool: number, year: number, most: number): number | undefined {
    const { max } = this.limitsOf(parameter);
    let factor = 1;
    for (const one of this.byParameter.working(parameter, pool, year)) {
      if (one.kind !== "multiply" || !one.everybody) return undefined;
      factor *= partOfEffect(one.kind, one.value, phaseIn(one, this.years, year));
    }
    return factor >= 0 && most * factor <= max ? factor : undefined;
  }

  /** A text that differs between two years exactly when changes of these parameters do. */
  phasesIn(year: number, parameters: readonly ParameterName[]): string {
    const y = placeOfYear(this.years, year);
    return parameters.flatMap((name) => this.byParameter.of(name).map(({ phases }) => phases[y])).join();
  }

  /** Says of a year that changes of these parameters work as in another. */
  repeat(parameters: readonly ParameterName[], like: number, year: number): void {
    this.account.repeat(parameters, like, year);
  }

  /** What has to be said of the changes: held at a limit, without effect, or perhaps counted twice. */
  warnings(): string[] {
    return this.account.warnings([...this.byPath.values()]);
  }

  /** Two changes that set one number in one year contradict each other. */
  private refuseTwoSets(): void {
    for (const [parameter, list] of this.byParameter.all()) {
      const { engineOf } = this.known.get(parameter)!;
      const sets = [...list, ...(engineOf ? this.byParameter.of(engineOf) : [])].filter(({ kind }) => kind === "set");
      const ofSystem = this.known.get(parameter)?.of === "system";
      sets.forEach((one, i) => {
        for (const other of sets.slice(i + 1)) {
          const year = sharedYear(one, other, this.years, ofSystem);
          const fix = "Remove one of them, or give them different years or staff.";
          if (year !== undefined) throw twoSets(this.scenario, one, other, `${parameter} in ${year}`, fix);
        }
      });
    }
  }

  /** An error about one change. */
  fault({ path }: DatedChange, problem: ScenarioProblem): CadreError {
    return scenarioFault(this.scenario, path, problem);
  }

  /** An error about what several changes of a pool come to together, which names them all. */
  contradiction(
    parameters: readonly ParameterName[],
    pool: number,
    problem: Omit<ScenarioProblem, "didYouMean">,
  ): CadreError {
    const made = parameters.flatMap((name) => this.byParameter.inPool(name, pool));
    const titles = [...new Set(made.map(({ title }) => `"${title}"`))];
    const message = `${problem.message} Changed by ${titles.join(" and ")}.`;
    return scenarioFault(this.scenario, made[made.length - 1]?.path ?? [], { ...problem, message });
  }
}
