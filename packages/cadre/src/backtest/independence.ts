import type { Forecast } from "./forecast.ts";

/**
 * How many of the forecasts are independent: of each pool and measure, the most whose years between origin and date do
 * not overlap. Forecasts that share years err together. Method: docs/method/backtest.md.
 */
export function independentPairs(forecasts: readonly Forecast[]): number {
  const own = new Map<string, Forecast[]>();
  for (const one of forecasts) {
    const key = JSON.stringify([one.pool, one.measure]);
    own.set(key, [...(own.get(key) ?? []), one]);
  }
  return [...own.values()].reduce((sum, group) => sum + mostApart(group), 0);
}

/** To take what ends first, again and again, leaves room for the most. */
function mostApart(forecasts: readonly Forecast[]): number {
  let [count, until] = [0, ""];
  for (const { origin, date } of [...forecasts].sort((a, b) => a.date.localeCompare(b.date)))
    if (origin >= until) {
      count++;
      until = date;
    }
  return count;
}
