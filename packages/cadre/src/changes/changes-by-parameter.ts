import { type DatedChange, phaseIn, placeOfYear, workingByYear } from "./dated-change.ts";

/** Dated changes by the parameter that they are about; which of them work on a pool in a year is looked up again and again. */
export class ChangesByParameter {
  private readonly years: readonly number[];
  private readonly lists = new Map<string, DatedChange[]>();
  /** By parameter, then pool, then model year. */
  private readonly known = new Map<string, DatedChange[][][]>();

  constructor(years: readonly number[]) {
    this.years = years;
  }

  add(parameter: string, change: DatedChange): void {
    this.lists.set(parameter, [...this.of(parameter), change]);
  }

  /** All changes of a parameter; none when nothing changes it. */
  of(parameter: string): readonly DatedChange[] {
    return this.lists.get(parameter) ?? [];
  }

  /** Those that select a pool. */
  inPool(parameter: string, pool: number): readonly DatedChange[] {
    return this.of(parameter).filter(({ inPool }) => inPool[pool]);
  }

  /** Those that work on a pool in a year. */
  working(parameter: string, pool: number, year: number): readonly DatedChange[] {
    const y = placeOfYear(this.years, year);
    if (y < 0) return this.inPool(parameter, pool).filter((one) => phaseIn(one, this.years, year) !== 0);
    const byPool = this.known.get(parameter) ?? [];
    this.known.set(parameter, byPool);
    byPool[pool] ??= workingByYear(this.inPool(parameter, pool), this.years);
    return byPool[pool][y]!;
  }

  /** Each parameter with its changes. */
  all(): Iterable<readonly [parameter: string, changes: readonly DatedChange[]]> {
    return this.lists;
  }
}
