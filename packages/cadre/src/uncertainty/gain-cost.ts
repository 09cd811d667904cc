import type { CountedPoolMeasure } from "../model/measures.ts";
import { quantilesOf } from "./quantiles-of.ts";
import type { Spread } from "./spreads.ts";

/** What a scenario comes to by a year: pounds and person-years over all years until then, and staff at its end. */
export interface ScenarioTotals {
  readonly pounds: number;
  readonly fte: number;
  readonly personYears: number;
}

/** What each of something gained costs, in pounds. */
export interface CostEach {
  /** In the central run; undefined where nothing is gained. */
  readonly central: number | undefined;
  /**
   * Over the draws, each beside the same draw of doing nothing. A draw that gains nothing has no price, and counts as dearer
   * than any: an end is undefined where so many draws gain nothing. Undefined without draws.
   */
  readonly drawn?: {
    readonly p10: number | undefined;
    readonly p50: number | undefined;
    readonly p90: number | undefined;
    /** Share of the draws in which something is gained. */
    readonly gained: number;
  };
}

/** What a scenario gains beside another, what it costs beyond it, and what each of the gained costs. */
export interface GainCost {
  readonly id: string;
  readonly title: string;
  /** Beyond the other scenario, in the central run: pounds until the year, full-time equivalents at its end, person-years. */
  readonly central: ScenarioTotals;
  /** The same over the draws. */
  readonly drawn?: Readonly<Record<keyof ScenarioTotals, Omit<Spread, "mean">>>;
  /** For each full-time equivalent more in post at the end of the year. */
  readonly perFte: CostEach;
  /** For each year more that somebody is in post. */
  readonly perPersonYear: CostEach;
}

/** What a run came to by the last of some model years, from its numbers; `pounds` is what counts as spent in a year. */
export function totalsUntil(
  number: (measure: CountedPoolMeasure, year: number) => number,
  years: readonly number[],
  pounds: (year: number) => number,
): ScenarioTotals {
  let [spent, personYears] = [0, 0];
  for (const year of years) {
    spent += pounds(year);
    personYears += number("personYears", year);
  }
  return { pounds: spent, fte: number("supply", years[years.length - 1]!), personYears };
}

/** What runs came to: the central one, and those of the draws. */
export interface CameOften {
  readonly central: ScenarioTotals;
  readonly drawn: readonly ScenarioTotals[];
}

/** What a scenario gains beside another at what cost, over the same draws of both. */
export function gainCost({ id, title }: { id: string; title: string }, plan: CameOften, nothing: CameOften): GainCost {
  const central = less(plan.central, nothing.central);
  const drawn = plan.drawn.map((one, d) => less(one, nothing.drawn[d]!));
  const each = (what: "fte" | "personYears"): CostEach => ({
    central: price(central, what),
    ...(drawn.length > 0 && { drawn: pricesOf(drawn, what) }),
  });
  const spread = (what: keyof ScenarioTotals) => {
    const quantile = quantilesOf(Float64Array.from(drawn, (one) => one[what]));
    return { p10: quantile(0.1), p50: quantile(0.5), p90: quantile(0.9) };
  };
  return {
    ...{ id, title, central },
    ...(drawn.length > 0 && {
      drawn: { pounds: spread("pounds"), fte: spread("fte"), personYears: spread("personYears") },
    }),
    perFte: each("fte"),
    perPersonYear: each("personYears"),
  };
}

const less = (one: ScenarioTotals, other: ScenarioTotals): ScenarioTotals => ({
  pounds: one.pounds - other.pounds,
  fte: one.fte - other.fte,
  personYears: one.personYears - other.personYears,
});

/** Less than this is rounding of a run, and no gain. */
const NOTHING = 1e-6;

const price = (one: ScenarioTotals, what: "fte" | "personYears"): number | undefined =>
  one[what] > NOTHING ? one.pounds / one[what] : undefined;

function pricesOf(drawn: readonly ScenarioTotals[], what: "fte" | "personYears"): NonNullable<CostEach["drawn"]> {
  const prices = Float64Array.from(drawn, (one) => price(one, what) ?? Number.POSITIVE_INFINITY);
  const quantile = quantilesOf(prices);
  const known = (share: number) => {
    const value = quantile(share);
    return Number.isFinite(value) ? value : undefined;
  };
  return {
    ...{ p10: known(0.1), p50: known(0.5), p90: known(0.9) },
    gained: prices.filter(Number.isFinite).length / prices.length,
  };
}
