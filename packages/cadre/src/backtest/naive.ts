import { decimalYear } from "../table/dates.ts";
import type { Figure } from "./series.ts";

/** The simplest forecasts, which a method has to beat. Method: docs/method/backtest.md. */
export const NAIVE_METHODS = ["persistence", "meanSoFar", "trend"] as const;
/** One of the simplest forecasts: the last figure, the mean of all figures so far, or a straight line through them. */
export type NaiveMethod = (typeof NAIVE_METHODS)[number];

/** What the naive methods make of the figures known; those that need more figures are left out. */
export function naiveForecasts(figures: readonly Figure[], date: string): Partial<Record<NaiveMethod, number>> {
  const last = figures.at(-1);
  if (!last) return {};
  if (figures.length === 1) return { persistence: last.value };
  const mean = meanOf(figures.map(({ value }) => value));
  return { persistence: last.value, meanSoFar: mean, trend: lineAt(figures, mean, dayOfYear(date)) };
}

const dayOfYear = (date: string): number => decimalYear(date) as number;

/** The least-squares line through the figures, at a date. */
function lineAt(figures: readonly Figure[], mean: number, date: number): number {
  const dates = figures.map((figure) => dayOfYear(figure.date));
  const middle = meanOf(dates);
  let [up, over] = [0, 0];
  figures.forEach(({ value }, i) => {
    up += (dates[i]! - middle) * (value - mean);
    over += (dates[i]! - middle) ** 2;
  });
  return mean + (up / over) * (date - middle);
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
