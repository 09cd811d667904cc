import type { NumberRule } from "../model/rules.ts";
import type { BeyondLimit } from "./change-account.ts";
import type { CombinedChanges } from "./changed-value.ts";
import { type DatedChange, phaseIn, placeOfYear, workingByYear } from "./dated-change.ts";

/** What changes make of a pool's (or the system's) number. */
export interface NumberChange {
  /** In one year; `base` is its value before changes. */
  at(base: number, year: number): number;
  /** In the years that follow each other from `year` on, one a place from the place `from`: changed where they stand. */
  along(values: number[] | Float64Array, year: number, from?: number): void;
}

/** Who hears of the years in which a number goes beyond what it can be, and of all that is made of it where that is followed. */
export interface ChangeListeners {
  readonly beyond: (year: number, asked: BeyondLimit) => void;
  readonly follow?: (year: number, valuesBy: (some: readonly DatedChange[]) => Float64Array) => void;
}

/** Several changes of one number, which hold it within its limits. `combined` has one place, to be written over. */
export function numberChange(
  changes: readonly DatedChange[],
  combined: CombinedChanges,
  years: readonly number[],
  { min, max }: NumberRule,
  { beyond, follow }: ChangeListeners,
): NumberChange {
  const steady = changes.every((one) => one.steady);
  const working = workingByYear(changes, years);
  const one = new Float64Array(1);
  const combine = (some: readonly DatedChange[], year: number): void => {
    combined.clear();
    for (let i = 0; i < some.length; i++) {
      const phase = phaseIn(some[i]!, years, year);
      if (phase !== 0) combined.add(some[i]!, phase);
    }
  };
  /** From the place `from` to the place `to`, as changes work in one year. */
  const change = (values: number[] | Float64Array, year: number, from: number, to: number): void => {
    if (follow) {
      const bases = Float64Array.from(values.slice(from, to));
      follow(year, (some) => {
        combine(some, year);
        return bases.map((base) => Math.min(max, Math.max(min, combined.of(base, 0))));
      });
    }
    combine(working[placeOfYear(years, year)] ?? changes, year);
    for (let i = from; i < to; i++) {
      const base = values[i]!;
      const value = combined.of(base, 0);
      const held = value < min ? min : value > max ? max : value;
      values[i] = held;
      if (held !== value) beyond(year + i - from, { value, limit: held });
    }
  };
  const along: NumberChange["along"] = (values, year, from = 0) => {
    const last = year + values.length - 1 - from;
    // What works in the same way in all model years is combined once for them.
    if (steady && placeOfYear(years, year) >= 0 && placeOfYear(years, last) >= 0)
      change(values, year, from, values.length);
    else for (let i = from; i < values.length; i++) change(values, year + i - from, i, i + 1);
  };
  const at = (base: number, year: number) => {
    one[0] = base;
    along(one, year);
    return one[0];
  };
  return { at, along };
}
