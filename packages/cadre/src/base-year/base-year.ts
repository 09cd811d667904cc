import type { ScheduledCause } from "../model/causes.ts";
import { factsAt } from "../model/parameter-of.ts";
import type { YearRates } from "../supply/rates.ts";
import type { System } from "../system/types.ts";

/** How one pool's published rate became the hazards of its cells; all rates are leavers per person-year. */
export interface PoolCalibration {
  /** The hazard that the published rate stands for. */
  readonly target: number;
  /** Base-year leavers per person-year by each cause that comes with a schedule. */
  readonly scheduled: Readonly<Record<ScheduledCause, number>>;
  /** The same by moves that cross the rate's scope. */
  readonly moving: number;
  /** What is left for leaving. */
  readonly leaving: number;
  /** The leaving hazard of a cell is `scale × shape`. */
  readonly scale: number;
  /** Recruits a year that hold the base-year headcount, those hired from other pools included. */
  readonly recruits: number;
}

/** The base year: opening stock, rates and recruits that agree with each other and with what is published. */
export interface BaseYear {
  /** Heads by (pool, sex, age, tenure). */
  readonly opening: Float64Array;
  readonly rates: YearRates;
  /** Relative shapes of leaving by (pool, sex, age, tenure). */
  readonly shapes: Float64Array;
  /** Person-years lived in the base year by (pool, sex, age, tenure). */
  readonly personYears: Float64Array;
  /** Recruits a year from the market by (pool, sex, age). */
  readonly recruits: Float64Array;
  readonly pools: readonly PoolCalibration[];
  /** What it was put together from. */
  readonly islands: readonly IslandYear[];
}

/** Pools that exchange staff by moves, by hiring or by people who come back, and nobody with other pools. */
export interface Island {
  /** Their places in the system. */
  readonly places: readonly number[];
  /** The system without the other pools. */
  readonly system: System;
}

/** An island with its base year, which does not depend on the rest of the system. */
export interface IslandYear extends Island {
  readonly year: Omit<BaseYear, "islands">;
  /** The point at which the search came to rest. */
  readonly point: Float64Array;
}

/** Whether the base year depends on the number at a path of the system. */
export const shapesBaseYear = (path: string): boolean => factsAt(path).shapesBaseYear;
