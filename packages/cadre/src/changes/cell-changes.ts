import type { NumberRule } from "../model/rules.ts";
import type { BeyondLimit } from "./change-account.ts";
import { CombinedChanges, changedValue } from "./changed-value.ts";
import { type DatedChange, phaseIn } from "./dated-change.ts";

/** What a `set` makes of the cells of a pool where that is not one number for all: a level for the change, times their shape. */
export interface SetLevels {
  readonly shape: Float64Array;
  readonly levelOf: (change: DatedChange) => number;
}

/** What changes make of the cells of a pool, worked out in memory that every pool and year uses again. */
export class CellChanges {
  private readonly years: readonly number[];
  private readonly ofOne: CombinedChanges;
  private readonly ofCells: CombinedChanges;

  constructor(years: readonly number[], ofOne: CombinedChanges, cells: number) {
    this.years = years;
    this.ofOne = ofOne;
    this.ofCells = new CombinedChanges(cells);
  }

  /** Changes the cells in place; what went furthest beyond what it can be, if anything. */
  change(
    mine: readonly DatedChange[],
    limits: NumberRule,
    year: number,
    values: Float64Array,
    { tenures, sets }: { readonly tenures: number; readonly sets: SetLevels | undefined },
  ): BeyondLimit | undefined {
    return mine.every(({ everybody, kind }) => everybody && !(sets && kind === "set"))
      ? this.ofAll(mine, limits, year, values)
      : this.ofSome(mine, limits, year, values, { tenures, sets });
  }

  /** Changes that are about every cell; what went beyond what it can be, if anything. */
  private ofAll(
    mine: readonly DatedChange[],
    { min, max }: NumberRule,
    year: number,
    values: Float64Array,
  ): BeyondLimit | undefined {
    this.ofOne.clear();
    for (const one of mine) this.ofOne.add(one, phaseIn(one, this.years, year));
    const [setShare, set] = [this.ofOne.setShare[0]!, this.ofOne.set[0]!];
    const [factor, addition] = [this.ofOne.factor[0]!, this.ofOne.addition[0]!];
    let [least, most] = [max, min];
    for (let i = 0; i < values.length; i++) {
      const value = changedValue(values[i]!, setShare, set, factor, addition);
      values[i] = value;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (least >= min && most <= max) return undefined;
    for (let i = 0; i < values.length; i++) values[i] = Math.min(max, Math.max(min, values[i]!));
    return min - least > most - max ? { value: least, limit: min } : { value: most, limit: max };
  }

  /** Changes of which some are about some cells only; what went furthest beyond what it can be, if anything. */
  private ofSome(
    mine: readonly DatedChange[],
    { min, max }: NumberRule,
    year: number,
    values: Float64Array,
    { tenures, sets }: { readonly tenures: number; readonly sets: SetLevels | undefined },
  ): BeyondLimit | undefined {
    const { ofCells } = this;
    ofCells.clear();
    for (const one of mine) {
      const level = sets && one.kind === "set" ? sets.levelOf(one) : undefined;
      const to = level === undefined ? undefined : (c: number) => level * sets!.shape[c]!;
      ofCells.add(one, phaseIn(one, this.years, year), one.cells, to);
    }
    let beyond: BeyondLimit | undefined;
    for (let i = 0, c = 0; i < values.length; i++, c += tenures) {
      if (ofCells.leaves(c)) continue;
      const value = ofCells.of(values[i]!, c);
      const limit = Math.min(max, Math.max(min, value));
      values[i] = limit;
      if (limit !== value && (!beyond || Math.abs(value - limit) > Math.abs(beyond.value - beyond.limit)))
        beyond = { value, limit };
    }
    return beyond;
  }
}
