import { countedOf, isStock, type Measure } from "../model/measures.ts";
import type { Group } from "./groups.ts";

/** One number of a group: of a stock at the reference date in `year`, of a flow over the model year that ends then. */
export interface NumberOfGroup<M extends Measure> {
  readonly group: Group;
  readonly measure: M;
  readonly year: number;
  /** Which of the measure's numbers it is, from 0. */
  readonly row: number;
}

/** Every number of some groups: year by year, then group by group. Flows have none at the base date. */
export function* numbersOf<M extends Measure>(
  groups: readonly Group[],
  { base, years }: { readonly base: number; readonly years: readonly number[] },
  measures: readonly M[],
): Generator<NumberOfGroup<M>> {
  const own = groups.map((group) => ({ group, has: measures.filter((measure) => isCountedOf(group, measure)) }));
  for (const [date, year] of [base, ...years].entries())
    for (const { group, has } of own)
      for (const measure of has) {
        const row = isStock(measure) ? date : date - 1;
        if (row >= 0) yield { group, measure, year, row };
      }
}

/** Whether a group has pools or pipelines that a measure is counted of. */
export const isCountedOf = ({ pools, courses }: Group, measure: Measure): boolean =>
  countedOf(measure).some((of) => (of === "pools" ? pools : courses).length > 0);

/** Where the numbers of groups of staff stand in a flat list: by group, then measure, then reference date. */
export class Layout {
  /** The groups that have staff. */
  readonly groups: readonly Group[];
  readonly measures: readonly Measure[];
  /** How many numbers there are. Flows have none at the base date, whose place stays empty. */
  readonly width: number;
  private readonly dates: readonly number[];

  constructor(
    groups: readonly Group[],
    measures: readonly Measure[],
    { base, years }: { readonly base: number; readonly years: readonly number[] },
  ) {
    this.groups = groups.filter(({ pools }) => pools.length > 0);
    this.measures = measures;
    this.dates = [base, ...years];
    this.width = this.groups.length * measures.length * this.dates.length;
  }

  /** Every measure of every group, with the place of its first number. */
  each(tell: (group: Group, measure: Measure, start: number) => void): void {
    this.groups.forEach((group, g) => {
      this.measures.forEach((measure, m) => {
        tell(group, measure, this.startOf(g, m, measure));
      });
    });
  }

  /** The place of one number; below 0 where the layout has no such pool, measure or year. */
  placeOf(pool: string, measure: Measure, year: number): number {
    const group = this.groups.findIndex(({ id }) => id === pool);
    const kept = this.measures.indexOf(measure);
    const row = (isStock(measure) ? this.dates : this.dates.slice(1)).indexOf(year);
    return group < 0 || kept < 0 || row < 0 ? -1 : this.startOf(group, kept, measure) + row;
  }

  private startOf(group: number, kept: number, measure: Measure): number {
    const start = (group * this.measures.length + kept) * this.dates.length;
    return isStock(measure) ? start : start + 1;
  }
}
