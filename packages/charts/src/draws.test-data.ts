import type { PoolMeasure, Result, SpreadQuery, ValueOf } from "cadre";
import type { UncertainRun } from "./uncertain-run.ts";

/** How far apart the made-up draws lie, and what is said of them. */
export interface MadeDraws {
  /** What the draws differ by in the last year, from the lowest to the highest; nothing at the base, on a line between. */
  spread?: number;
  /** How far the draws' middle lies from the central run in the last year. */
  lean?: number;
  draws?: number;
  refused?: number;
  noise?: boolean;
  /** How many numbers are uncertain. */
  uncertain?: number;
  title?: string;
}

/** Draws made by hand around a result: evenly spread, so that a reader can work out every quantile and chance. */
export function madeDraws(central: Result, made: MadeDraws = {}): UncertainRun {
  const { spread = 2000, lean = 0, draws = 1001, refused = 0, uncertain = 3, noise = false } = made;
  const last = central.last;
  const part = (year: number) => (last === central.base ? 1 : (year - central.base) / (last - central.base));
  const valueAt = <M extends PoolMeasure>(query: SpreadQuery<M>, share: number) => {
    const value = central.at<PoolMeasure>(query);
    // What cannot be worked out in the central run cannot be in any draw.
    const drawn = value === undefined ? undefined : value + part(query.year) * (lean + spread * (share - 0.5));
    return drawn as ValueOf<M>;
  };
  return {
    central: { ...central, title: made.title ?? central.title },
    draws,
    refused,
    noise,
    uncertain: Array.from({ length: uncertain }, (_, i) => ({ id: `n${i}`, title: `Number ${i}`, from: "input" })),
    at: (query) => ({
      mean: valueAt(query, 0.5),
      p10: valueAt(query, 0.1),
      p50: valueAt(query, 0.5),
      p90: valueAt(query, 0.9),
    }),
    chance: <M extends PoolMeasure>({ atMost, ...query }: SpreadQuery<M> & { atMost: number }) => {
      const values = Array.from({ length: draws }, (_, d) => valueAt<PoolMeasure>(query, d / (draws - 1)));
      const kept = values.filter((value) => value !== undefined && value <= atMost).length / draws;
      return (values.includes(undefined) ? undefined : kept) as ValueOf<M>;
    },
  };
}
