import { arrays } from "../supply/parts.ts";

/** Counted at reference dates, by (date, pool). */
const STOCKS = ["headcount", "supply", "works", "backfill"] as const;

/** Counted over model years, by (year, pool). */
const FLOWS = [
  "joiners",
  "market",
  "wanted",
  "hires",
  "hiredAway",
  "pipeline",
  "returners",
  "training",
  "personYears",
  "leaving",
  "retirement",
  "death",
  "movesOut",
  "movesIn",
  "churn",
] as const;

/** What a projection adds up, in flat arrays by (date or year, pool). */
export type Sums = Readonly<Record<(typeof STOCKS)[number] | (typeof FLOWS)[number], Float64Array>>;

/** Sums for so many model years and pools, full of zeros, in one piece of memory. */
export function newSums(years: number, pools: number): Sums {
  const made = arrays([...STOCKS.map(() => (years + 1) * pools), ...FLOWS.map(() => years * pools)]);
  return Object.fromEntries([...STOCKS, ...FLOWS].map((name, i) => [name, made[i]!])) as Sums;
}
