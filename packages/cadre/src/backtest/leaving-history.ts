import { decimalYear } from "../table/dates.ts";
import type { KnownFigures } from "./known-figures.ts";
import type { Figure } from "./series.ts";

/**
 * The leaving rates of a pool that were known: as counted (`leaving.rate`, of the kind that the system file states), or
 * leavers ÷ average headcount, where both are in the series. A year without a headcount at both ends takes the nearest
 * one, which `nearest` says.
 */
export function leavingHistory(
  known: KnownFigures,
  pool: string,
): { readonly figures: readonly Figure[]; readonly counted: boolean; readonly nearest: boolean } {
  const rates = known.of(pool, "leaving.rate");
  if (rates.length > 0) return { figures: rates, counted: true, nearest: false };
  const stocks = known.of(pool, "headcount");
  const leavers = known.of(pool, "leavers");
  if (stocks.length === 0) return { figures: [], counted: false, nearest: false };
  let nearest = false;
  const figures = leavers.map((one): Figure => {
    const opening = `${Number(one.date.slice(0, 4)) - 1}${one.date.slice(4)}`;
    const ends = [opening, one.date].map((day) => stocks.find(({ date }) => date === day)?.value);
    const [from, to] = ends;
    if (from !== undefined && to !== undefined) return { ...one, value: (2 * one.value) / (from + to) };
    nearest = true;
    return { ...one, value: one.value / nearestTo(stocks, one.date).value };
  });
  return { figures, counted: false, nearest };
}

function nearestTo(stocks: readonly Figure[], date: string): Figure {
  const away = (one: Figure) => Math.abs((decimalYear(one.date) as number) - (decimalYear(date) as number));
  return stocks.reduce((best, one) => (away(one) < away(best) ? one : best));
}
