import { FLOW_MEASURES, STOCK_MEASURES } from "../projection/measures.ts";
import type { System } from "../system/types.ts";
import { monthsLater } from "../table/dates.ts";
import type { Hold } from "./at-origin.ts";
import type { KnownFigures } from "./known-figures.ts";
import type { Figure, Series } from "./series.ts";

/** A figure to score, and how far ahead it is. */
export interface Target {
  readonly figure: Figure;
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
  hold: readonly Hold[],
): Target[] {
  const all: readonly string[] = [...STOCK_MEASURES, ...FLOW_MEASURES];
  // Joiners that are given as they were counted would be right without merit.
  const measures = hold.includes("recruits") ? all.filter((one) => !one.startsWith("joiners")) : all;
  const isOurs = (pool: string) => Object.hasOwn(system.pools, pool) || /^(all$|sector:|employer:|level:)/.test(pool);
  return horizons.flatMap((horizon) => {
    const date = monthsLater(known.origin, 12 * horizon);
    const there = series.figures.filter(
      (one) => one.date === date && isOurs(one.pool) && measures.includes(one.measure),
    );
    return there.flatMap((figure): Target[] => {
      const history = known.of(figure.pool, figure.measure);
      // Without a history of its own a figure is scored as it was first published.
      const vintage = history[0]?.vintage ?? firstPublished(there, figure).vintage;
      return figure.vintage === vintage ? [{ figure, horizon, history }] : [];
    });
  });
}

const firstPublished = (figures: readonly Figure[], { pool, measure }: Figure): Figure =>
  figures
    .filter((one) => one.pool === pool && one.measure === measure)
    .reduce((best, one) => (one.published < best.published ? one : best));
