import { POOL_MEASURES, type PoolMeasure, partsOf } from "../model/measures.ts";
import type { System } from "../system/types.ts";
import { monthsLater } from "../table/dates.ts";
import type { HeldInput } from "./at-origin.ts";
import type { KnownFigures } from "./known-figures.ts";
import type { Figure, Series } from "./series.ts";

/** A figure to score, and how far ahead it is. */
export interface Target {
  readonly figure: Figure;
  readonly measure: PoolMeasure;
  readonly horizon: number;
  /** What was known of the same edition. */
  readonly history: readonly Figure[];
}

/** What a run says and the series counted on the days that lie the given years ahead, of the edition known at the origin. */
export function targetsFrom(
  system: System,
  series: Series,
  known: KnownFigures,
  horizons: readonly number[],
  hold: readonly HeldInput[],
): Target[] {
  const given: readonly string[] = ["joiners", "joiners.wanted", ...partsOf("joiners")];
  // Joiners that are given as they were counted would be right without merit.
  const measures = POOL_MEASURES.filter((one) => !hold.includes("recruits") || !given.includes(one));
  const isOurs = (pool: string) => Object.hasOwn(system.pools, pool) || /^(all$|sector:|employer:|level:)/.test(pool);
  return horizons.flatMap((horizon) => {
    const date = monthsLater(known.origin, 12 * horizon);
    const there = series.figures.filter((one) => one.date === date && isOurs(one.pool));
    return there.flatMap((figure): Target[] => {
      const measure = measures.find((name) => name === figure.measure);
      if (!measure) return [];
      const history = known.of(figure.pool, figure.measure);
      // Without a history of its own a figure is scored as it was first published.
      const vintage = history[0]?.vintage ?? firstPublished(there, figure).vintage;
      return figure.vintage === vintage ? [{ figure, measure, horizon, history }] : [];
    });
  });
}

const firstPublished = (figures: readonly Figure[], { pool, measure }: Figure): Figure =>
  figures
    .filter((one) => one.pool === pool && one.measure === measure)
    .reduce((best, one) => (one.published < best.published ? one : best));
