import type { CourseStart } from "../supply/courses.ts";
import type { YearRates } from "../supply/rates.ts";
import type { CourseTally } from "../supply/training.ts";
import type { Flows } from "./flows.ts";
import type { ResponseFactors } from "./responding.ts";

/** People taken out of a pool in one step: hired by another pool, entering a course, moved as planned, or made redundant. */
export interface TakenOut {
  readonly from: number;
  /** Index of the pool that they join, or of the course they entered; −1 where they leave the system. */
  readonly to: number;
  readonly kind: "hire" | "training" | "move" | "redundancy";
  /** By (sex, age, tenure) of the pool left. */
  readonly heads: Float64Array;
}

/** External joiners and people taken out in one step. */
export interface StepRecord {
  /** By pool. */
  readonly market: Float64Array;
  /** By (pool, sex, age). */
  readonly pipeline: Float64Array;
  readonly returners: Float64Array;
  readonly abroad: Float64Array;
  readonly taken: readonly TakenOut[];
}

/** What the engine computes, in flat arrays: everything else about a result is arithmetic on these. */
export interface Projection extends Flows {
  /** Heads at each reference date, from the base on, by (date, pool, sex, age, tenure); empty when only totals are kept. */
  readonly stock: Float64Array;
  /**
   * Person-years lived in each model year, by (year, pool, sex, age, tenure); leavers of a cause are hazard × these. Empty
   * when only totals are kept.
   */
  readonly personYears: Float64Array;
  /** The same of those in post at the start of the year alone, when asked for. */
  readonly openingStaffYears?: Float64Array;
  /** Rates of each model year, responses included; years with the same rates share one object. */
  readonly rates: readonly YearRates[];
  /** What recruits and leaving were multiplied by, where something responds. */
  readonly responses?: ResponseFactors;
  /** What became of each course's people: by model year, then course; and who was in training at the base date. */
  readonly courses: readonly (readonly CourseTally[])[];
  readonly traineesAtBase: readonly number[];
  /** People whom pools could not spare for planned moves, by move, then model year. */
  readonly plannedMissing: readonly Float64Array[];
  /** Every intake that began, by month after the base date. */
  readonly intakes: readonly { readonly course: number; readonly start: CourseStart; readonly heads: number }[];
  /** For the record, by step. None when only totals are kept. */
  readonly steps: readonly StepRecord[];
}
