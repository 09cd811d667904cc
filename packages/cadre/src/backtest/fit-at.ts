import type { RateHistory } from "../rates/historic-rate.ts";
import { type FittedRate, fitRate, type YearlyRates } from "../rates/history.ts";
import { pooledSpread } from "../rates/pooled-spread.ts";
import { RATE_SPREADS, type RateSpread } from "../rates/rate-spreads.ts";
import { type KnownFigures, refuseLater } from "./known-figures.ts";
import type { Figure } from "./series.ts";

/** What a rate is fitted with beside its own history. */
export interface FitAt {
  readonly measure: string;
  /** Pools of the series whose figures say how noisy such rates are. */
  readonly others?: readonly string[];
  /** The pool that levels are drawn toward. */
  readonly reference?: string | undefined;
  /** In place of what the others say. */
  readonly spread?: RateSpread | undefined;
  readonly file?: string | undefined;
}

/**
 * Fits a rate to the figures that were known at an origin, with the spread that other places showed by then, or else the
 * default of leaving. Nothing of a later day can enter. `note` says where the default itself was not known yet.
 */
export function fitAt(
  known: KnownFigures,
  history: readonly Figure[],
  { measure, others = [], reference, spread, file }: FitAt,
): { readonly fitted: FittedRate; readonly history: RateHistory; readonly note?: string } {
  const read = (pool: string | undefined, of: string) => {
    const figures = pool === undefined ? [] : known.of(pool, of);
    refuseLater(figures, known, file);
    return figures;
  };
  const highs = read(reference, `${measure}.p90`);
  const lows = read(reference, `${measure}.p10`);
  const pooled = pooledSpread({
    histories: others.map((pool) => read(pool, measure).map(({ value }) => value)),
    percentiles: lows.slice(0, highs.length).map(({ value }, i) => [value, highs[i]!.value] as const),
    from: "the other places of the series",
  });
  const used: RateSpread = spread ?? pooled ?? RATE_SPREADS.leaving;
  refuseLater(history, known, file);
  const toward = byYear(read(reference, measure));
  const figures = byYear(history);
  const fit = {
    fitted: fitRate(figures, { spread: used, reference: toward }),
    history: {
      kind: "leaving.rate" as const,
      figures,
      reference: toward,
      spread: used.lasting > 0 ? ("country" as const) : ("place" as const),
    },
  };
  if (used.known === undefined || used.known <= known.readingDay) return fit;
  return {
    ...fit,
    note: `How noisy a rate is was not known yet at some origins: ${used.from}, published by ${used.known}.`,
  };
}

const byYear = (figures: readonly Figure[]): YearlyRates =>
  Object.fromEntries(figures.map(({ date, value }) => [date.slice(0, 4), value]));
