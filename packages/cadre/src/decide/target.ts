import { CadreError } from "../error/cadre-error.ts";
import { ANYTHING, NUMBER, oneOf, only, optional, TEXT } from "../error/shape.ts";
import { isRatio, MEASURES, type PoolMeasure } from "../model/measures.ts";
import type { Result } from "../projection/result.ts";

/** What is to be reached: a measure of a pool or group at most, or at least, some number in a year. */
export interface Target {
  /** A pool or group; `all` when left out. */
  readonly pool?: string;
  /** A measure of the results; `gap` when left out. */
  readonly measure?: PoolMeasure;
  /** The year: its reference date for stocks, the model year that ends there for flows. */
  readonly year: number;
  readonly atMost?: number;
  readonly atLeast?: number;
  /**
   * When given, the number is a share: of what the measure is at the base date (`today`), or of what it would be in the
   * year if nothing were decided (`unchanged`).
   */
  readonly of?: "today" | "unchanged";
}

/** What a target is checked by before it is looked at; `readyTarget` says what its numbers have to be. */
export const TARGET = only<Target>({
  pool: optional(TEXT),
  measure: optional(TEXT),
  year: NUMBER,
  atMost: ANYTHING,
  atLeast: ANYTHING,
  of: optional(oneOf(["today", "unchanged"])),
});

/** A target as a number. */
export interface ReadyTarget {
  readonly pool: string;
  readonly measure: PoolMeasure;
  readonly year: number;
  readonly sense: "atMost" | "atLeast";
  readonly value: number;
}

/** Closer to a target than this it counts as met; in the measure's own unit. */
export const CLOSE_ENOUGH = 1e-6;

/** How far a measure is beyond its target; negative when it is met with something to spare. */
export const missedBy = ({ sense, value }: ReadyTarget, measured: number): number =>
  sense === "atMost" ? measured - value : value - measured;

/** What the measure of a target comes to. Throws a `CadreError` for a ratio that cannot be worked out. */
export function measureOfTarget(
  result: Result,
  { pool, measure, year }: Pick<ReadyTarget, "pool" | "measure" | "year">,
): number {
  const value = result.at({ pool, measure, year });
  if (value !== undefined) return value;
  const lower = isRatio(measure) ? MEASURES[measure].lower : measure;
  throw new CadreError({
    code: "nothing-to-divide-by",
    message: `${MEASURES[measure].title} of ${pool} cannot be worked out for ${year}.`,
    path: `targets: ${measure} of ${pool}`,
    value: `${lower} is 0`,
    rule: `A target needs a number in its year; ${measure} is a share of ${lower}.`,
    fix: "Choose another pool or year, or a target for the gap.",
  });
}

/** Works out what a target comes to. Throws a `CadreError` for a pool, measure or year that is not there. */
export function readyTarget(target: Target, unchanged: Result): ReadyTarget {
  const { pool = "all", measure = "gap", year, atMost, atLeast, of } = target;
  const given = atMost ?? atLeast;
  if (given === undefined || !Number.isFinite(given) || (atMost !== undefined && atLeast !== undefined))
    throw new CadreError({
      code: "bad-target",
      message: "A target says what a measure is to be.",
      path: `targets: ${measure} of ${pool}`,
      value: JSON.stringify({ atMost, atLeast }),
      rule: "Exactly one of atMost and atLeast, a number.",
      fix: "Write atMost: 0 to close a gap.",
    });
  // The result's own errors for names and years that are not there.
  const then = measureOfTarget(unchanged, { pool, measure, year });
  const whole =
    of === undefined ? 1 : of === "unchanged" ? then : measureOfTarget(unchanged, { pool, measure, year: baseOf() });
  return { pool, measure, year, sense: atMost === undefined ? "atLeast" : "atMost", value: given * whole };

  /** Flows have no value at the base date; the first model year stands for today. */
  function baseOf(): number {
    return unchanged.series({ pool, measure })[0]?.year ?? unchanged.base;
  }
}
