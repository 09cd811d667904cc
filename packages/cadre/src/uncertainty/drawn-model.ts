import { type BaseYear, shapesBaseYear } from "../base-year/base-year.ts";
import { BaseChanges } from "../changes/base-changes.ts";
import { withBroughtCourses } from "../changes/brought-courses.ts";
import { ScenarioChanges } from "../changes/scenario-changes.ts";
import { CadreError } from "../error/cadre-error.ts";
import { factsAt, parameterNamed } from "../model/parameter-of.ts";
import { ModelParts } from "../plan/model-parts.ts";
import type { Mutable } from "../plan/mutable.ts";
import { baseYearOf } from "../plan/resolve.ts";
import { resolveAgain, type TouchedParts, touchedBy } from "../plan/resolve-again.ts";
import type { Resolved } from "../plan/resolved.ts";
import { settle, settled } from "../projection/settle.ts";
import { type AppliedChange, appliedChanges, partOfEffect } from "../scenario/change.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { YearRates } from "../supply/rates.ts";
import type { System } from "../system/types.ts";

/** Where in a scenario a drawn number stands, and how much of it works. */
export interface DrawnPlace {
  readonly path: string;
  readonly kind: AppliedChange["kind"];
  readonly weight: number;
}

/** Base years of the latest draws, by what they were found from and the numbers drawn. */
const drawnBaseYears = new WeakMap<BaseYear, Map<string, BaseYear>>();

/** What is wrong with numbers that were drawn and contradict each other. */
const REFUSED = new Set([
  "retirement-above-rate",
  "no-base-year",
  "probabilities-above-one",
  "all-vacant",
  "too-many-hired",
  "more-leave-than-live",
]);

/** Somewhat more than the draws of a block. */
const MOST_BASE_YEARS = 32;

/**
 * A system under a scenario whose uncertain numbers are drawn again and again: only what depends on them is worked out
 * again. What `at` returns is overwritten by the next.
 */
export class DrawnModel {
  /** With the uncertain changes at the values they were given. */
  readonly middle: Resolved;
  /** Rates that no draw changes. */
  readonly lasting: ReadonlySet<YearRates>;
  private readonly ofBase: BaseChanges;
  private readonly changes: ScenarioChanges;
  private parts: ModelParts;
  private readonly base: BaseYear;
  private readonly edited: boolean;
  private readonly touched: TouchedParts;
  private readonly places: ReadonlyMap<string, DrawnPlace>;
  /** What `at` returns. */
  private readonly now: Mutable<Resolved>;

  /** `drawn` are the places of the changes that draws set. */
  constructor(given: System, scenario: Scenario, drawn: readonly string[]) {
    this.middle = settled(given, scenario);
    const mine = appliedChanges(scenario).filter(({ path }) => drawn.includes(path.join(".")));
    this.places = new Map(
      mine.map(({ path, kind, weight }) => [path.join("."), { path: path.join("."), kind, weight }]),
    );
    this.ofBase = new BaseChanges(withBroughtCourses(given, scenario), scenario);
    this.changes = new ScenarioChanges(this.middle.system, scenario, this.middle.years);
    this.parts = this.newParts(this.middle.system);
    this.base = baseYearOf(this.middle.system);
    const drawnBefore = this.ofBase.paths(drawn);
    this.edited = drawnBefore.length > 0;
    const parts = new Set([
      ...mine.flatMap(({ change }) => parameterNamed(change.parameter)?.facts.parts ?? []),
      ...drawnBefore.flatMap((path) => factsAt(path).parts),
    ]);
    this.touched = touchedBy(parts, drawnBefore.some(shapesBaseYear), this.parts);
    this.now = { ...this.middle };
    this.lasting = new Set(this.touched.rates ? [] : this.middle.rates);
  }

  /** Gives a drawn number the value found (or the variant chosen); `at` then tells what it comes to. */
  set(path: string, found: number | string): void {
    const place = this.places.get(path);
    if (!place) return;
    const value = typeof found === "string" ? found : partOfEffect(place.kind, found, place.weight);
    if (typeof value === "number") this.changes.setValue(path, value);
    this.ofBase.setValue(path, value);
  }

  /** Scenarios that are drawn together have the base year of a draw in common, where they change the same of it. */
  private baseYear(system: System): BaseYear {
    const found = drawnBaseYears.get(this.base) ?? new Map<string, BaseYear>();
    drawnBaseYears.set(this.base, found);
    const key = this.ofBase.key();
    const known = found.get(key) ?? baseYearOf(system, this.base);
    found.set(key, known);
    if (found.size > MOST_BASE_YEARS) found.delete(found.keys().next().value as string);
    return known;
  }

  private newParts(system: System): ModelParts {
    // The opening-stock convention checks rates cell by cell.
    return new ModelParts(system, this.changes, system.calendar.convention === "opening-stock");
  }

  /** The model with the numbers drawn; undefined when they contradict each other. */
  ifSound(): Resolved | undefined {
    try {
      return this.at();
    } catch (error) {
      if (error instanceof CadreError && REFUSED.has(error.code)) return undefined;
      throw error;
    }
  }

  /** The model with the numbers drawn. Throws a `CadreError` when they contradict each other. */
  at(): Resolved {
    const { middle, touched } = this;
    const system = this.edited ? this.ofBase.editedAgain() : middle.system;
    const baseYear = touched.base ? this.baseYear(system) : this.base;
    // A copy that is written over stays the same system.
    if (this.parts.system !== system) this.parts = this.newParts(system);
    const unsettled = resolveAgain(this.now, middle, this.parts, baseYear, touched);
    return unsettled ? settle({ ...this.now, unsettled }) : this.now;
  }
}
