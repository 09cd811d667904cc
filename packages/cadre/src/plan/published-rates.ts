import type { BaseYear } from "../base-year/base-year.ts";
import { isStability } from "../base-year/trial-year.ts";
import type { SetLevels } from "../changes/cell-changes.ts";
import { type DatedChange, phaseIn } from "../changes/dated-change.ts";
import type { ScenarioChanges } from "../changes/scenario-changes.ts";
import { hazardOf } from "../rates/kinds.ts";
import { levelKeeping } from "../rates/still-in-post.ts";
import type { Pool } from "../system/schema/pool.ts";
import type { System } from "../system/types.ts";
import { cellsOf } from "../table/axes.ts";
import { hazardOfSet } from "./set-as-in-file.ts";

/** A published leaving rate that a scenario sets: of some staff of a pool, in one model year. */
export interface PublishedRate {
  readonly change: DatedChange;
  readonly pool: number;
  /** Place of the model year. */
  readonly year: number;
}

/**
 * The published leaving rates that a scenario sets, and for each the level at which leaving, times the pool's own shape,
 * gives it. Levels hang on who is there in the year, so they are searched for by running the model.
 */
export class PublishedRates {
  readonly all: readonly PublishedRate[];
  /** Levels of leaving, one for each of them. */
  readonly levels: Float64Array;
  private readonly system: System;
  private readonly pools: readonly Pool[];
  private readonly years: readonly number[];
  private readonly changes: ScenarioChanges;
  private shapes: Float64Array = new Float64Array(0);

  constructor(system: System, changes: ScenarioChanges) {
    this.system = system;
    this.pools = Object.values(system.pools);
    this.years = changes.years;
    this.changes = changes;
    this.all = changes
      .sets("leaving.rate")
      .flatMap((change) =>
        change.pools.flatMap((pool) =>
          changes.years.flatMap((at, year) => (phaseIn(change, changes.years, at) > 0 ? [{ change, pool, year }] : [])),
        ),
      );
    this.levels = new Float64Array(this.all.length);
  }

  /** Begins a search from the levels of the base year, in proportion to the rates. */
  begin({ shapes, pools }: BaseYear): void {
    this.shapes = shapes;
    this.all.forEach((one, i) => {
      const { leaving } = this.pools[one.pool]!;
      // Rates by class have no total to be in proportion to.
      const before = leaving.rate ? hazardOf(leaving.kind, leaving.rate.value, this.howOf(one.pool)) : 0;
      const now = this.hazardOf(one);
      const { scale } = pools[one.pool]!;
      this.levels[i] = this.isKnown(one) ? this.keeping(one) : before > 0 && scale > 0 ? (scale * now) / before : now;
    });
  }

  /** Whether a level follows from the rate alone, whoever is there: that of a share of joiners still in post. */
  isKnown({ pool }: PublishedRate): boolean {
    return this.pools[pool]!.leaving.kind === "still-in-post";
  }

  /** Whether a rate is about those in post at the start of the year alone. */
  isOfOpeningStaff({ pool }: PublishedRate): boolean {
    return isStability(this.pools[pool]!, this.system);
  }

  /** What is to come out: leavers for each person-year lived, or the share of those in post at the start. */
  wanted(one: PublishedRate): number {
    return this.isOfOpeningStaff(one) ? one.change.value : this.hazardOf(one);
  }

  /** The pool's shape of leaving by (sex, age, tenure). */
  shapeOf(pool: number): Float64Array {
    const cells = cellsOf(this.system.axes);
    return this.shapes.subarray(pool * cells, (pool + 1) * cells);
  }

  /** What changes set the leaving of a pool to in a year. */
  setsOf(pool: number, year: number): SetLevels {
    const y = this.years.indexOf(year);
    return {
      shape: this.shapeOf(pool),
      levelOf: (change) =>
        this.levels[this.all.findIndex((one) => one.change === change && one.pool === pool && one.year === y)]!,
    };
  }

  private hazardOf({ change, pool }: PublishedRate): number {
    return hazardOfSet(this.changes, change, this.pools[pool]!.leaving.kind, this.howOf(pool));
  }

  private howOf(pool: number) {
    const { growth, after = 12 } = this.pools[pool]!.leaving;
    return { growth: growth?.value ?? 0, convention: this.system.calendar.convention, after: after / 12 };
  }

  private keeping({ pool, change }: PublishedRate): number {
    const { after = 12 } = this.pools[pool]!.leaving;
    const shape = this.shapeOf(pool);
    const last = this.system.axes.tenure - 1;
    return levelKeeping(change.value, after / 12, (k) => shape[Math.min(k, last)]!);
  }
}
