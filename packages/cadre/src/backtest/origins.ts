import type { System } from "../system/types.ts";
import { monthsLater } from "../table/dates.ts";
import { figuresKnown } from "./known-figures.ts";
import type { Figure, Series } from "./series.ts";

/** The last figure, if it is less than a year old at the origin. */
export function recentFigure(figures: readonly Figure[], origin: string): Figure | undefined {
  const last = figures.at(-1);
  const yearBefore = `${Number(origin.slice(0, 4)) - 1}${origin.slice(4)}`;
  return last && last.date > yearBefore ? last : undefined;
}

/** The years from which a system can be projected: every pool was counted within a year before, and known in time. */
export function possibleOrigins(system: System, series: Series, readAfter: number): number[] {
  const years = series.figures.map(({ date }) => Number(date.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const found: number[] = [];
  for (let year = first; year < last; year++) {
    const origin = `${year}${system.calendar.base.slice(4)}`;
    const known = figuresKnown(series, origin, monthsLater(origin, readAfter));
    const counted = (pool: string) =>
      ["headcount", "supply"].some((measure) => recentFigure(known.of(pool, measure), origin) !== undefined);
    if (Object.keys(system.pools).every(counted)) found.push(year);
  }
  return found;
}
