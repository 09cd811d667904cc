import { type AppliedChange, phase } from "../scenario/change.ts";

/** What changes make of a pool's (or the system's) number. */
export interface Lever {
  /** In one year; `base` is its value before changes. */
  at(base: number, year: number): number;
  /** In the years that follow each other from `year` on, one a place from the place `from`: changed where they stand. */
  along(values: number[] | Float64Array, year: number, from?: number): void;
}

/** A change, and how far it works in each model year. */
export interface DatedChange extends AppliedChange {
  readonly phases: Float64Array;
  /** Whether it works alike in all of them. */
  readonly steady: boolean;
  /** What a draw makes of it. */
  value: number;
}

/** What a number can be. */
interface Limits {
  readonly min: number;
  readonly max: number;
}

/** What changes make of a number: how much is set and to what, factors and additions. Written over by each `combine`. */
export class Made {
  setShare = 0;
  set = 0;
  factor = 1;
  addition = 0;
  private readonly years: readonly number[];

  constructor(years: readonly number[]) {
    this.years = years;
  }

  combine(changes: readonly DatedChange[], year: number): void {
    let [setShare, set, factor, addition] = [0, 0, 1, 0];
    for (let i = 0; i < changes.length; i++) {
      const one = changes[i]!;
      const at = this.phaseAt(one, year);
      if (at === 0) continue;
      if (one.kind === "multiply") factor *= 1 + (one.value - 1) * at;
      else if (one.kind === "add") addition += one.value * at;
      else {
        setShare = one.share * at;
        set = one.value;
      }
    }
    this.setShare = setShare;
    this.set = set;
    this.factor = factor;
    this.addition = addition;
  }

  /** What a number becomes. */
  of(base: number, { min, max }: Limits): number {
    return Math.min(max, Math.max(min, (base + (this.set - base) * this.setShare) * this.factor + this.addition));
  }

  /** How far a change works in a year; the base year is none of the model years. */
  phaseAt({ phases, change }: Pick<DatedChange, "phases" | "change">, year: number): number {
    const y = this.indexOf(year);
    return y >= 0 ? phases[y]! : phase(change, year, this.years[0]!);
  }

  /** The place of a year among the model years, which follow each other; negative for none of them. */
  indexOf(year: number): number {
    const y = year - this.years[0]!;
    return y < this.years.length ? y : -1;
  }
}

/**
 * The changes as one lever, which holds numbers within limits and says in which years it had to. Changes without which a
 * number would be another one are added to `worked`, where that is followed.
 */
export function newLever(
  changes: readonly DatedChange[],
  made: Made,
  { min, max }: Limits,
  { beyond, worked }: { readonly beyond: (year: number) => void; readonly worked?: Set<DatedChange> | undefined },
): Lever {
  const steady = changes.every((one) => one.steady);
  const one = new Float64Array(1);
  /** From the place `from` to the place `to`, as changes work in one year. */
  const change = (values: number[] | Float64Array, year: number, from: number, to: number): void => {
    if (worked) noteWork(changes, made, { min, max }, { bases: values.slice(from, to), year, worked });
    made.combine(changes, year);
    const { setShare, set, factor, addition } = made;
    for (let i = from; i < to; i++) {
      const base = values[i]!;
      const value = (base + (set - base) * setShare) * factor + addition;
      values[i] = value < min ? min : value > max ? max : value;
      if (values[i] !== value) beyond(year + i - from);
    }
  };
  const along: Lever["along"] = (values, year, from = 0) => {
    const last = year + values.length - 1 - from;
    // What works alike in all model years is combined once for them.
    if (steady && made.indexOf(year) >= 0 && made.indexOf(last) >= 0) change(values, year, from, values.length);
    else for (let i = from; i < values.length; i++) change(values, year + i - from, i, i + 1);
  };
  const at = (base: number, year: number) => {
    one[0] = base;
    along(one, year);
    return one[0];
  };
  return { at, along };
}

/**
 * Adds the changes that some of these numbers would be others without, in one year. Two that cancel each other, such as
 * a number set to zero and given back, have both worked.
 */
function noteWork(
  changes: readonly DatedChange[],
  made: Made,
  limits: Limits,
  { bases, year, worked }: { bases: number[] | Float64Array; year: number; worked: Set<DatedChange> },
): void {
  const valuesBy = (some: readonly DatedChange[]) => {
    made.combine(some, year);
    return Array.from(bases, (base) => made.of(base, limits));
  };
  for (const one of changes) {
    if (worked.has(one) || made.phaseAt(one, year) === 0) continue;
    const without = valuesBy(changes.filter((other) => other !== one));
    if (valuesBy(changes).some((value, i) => value !== without[i])) worked.add(one);
  }
}
