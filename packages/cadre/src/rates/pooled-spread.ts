import { checkArguments, list, NUMBER, numberFrom, only, optional, TEXT } from "../error/shape.ts";
import { Z90 } from "../table/normal-ends.ts";
import type { RateSpread } from "./rate-spreads.ts";

/**
 * How much a kind of rate differs between years and places, worked out from yearly figures of many places: noise from how
 * each lies around its own mean of logarithms, the spread between places from `percentiles` (p10 and p90 over many
 * more places, one pair a year) or else from the places' means. Levels are taken to stay. Undefined while no place has two
 * figures.
 *
 * Method: docs/method/rates-history.md.
 *
 * @example
 * ```ts
 * import { pooledSpread } from "cadre/backtest";
 * pooledSpread({ histories: [[0.26, 0.32, 0.33], [0.25, 0.23, 0.17]], from: "two areas" })?.noise; // 0.178
 * ```
 */
export function pooledSpread(given: {
  readonly histories: readonly (readonly number[])[];
  readonly percentiles?: readonly (readonly [p10: number, p90: number])[];
  /** What the figures are, in words. */
  readonly from: string;
}): RateSpread | undefined {
  const histories = list(list(numberFrom(Number.MIN_VALUE)));
  const wanted = only({ histories, percentiles: optional(list(list(NUMBER, 2))), from: TEXT });
  checkArguments({ given }, { given: wanted });
  const { percentiles = [], from } = given;
  const places = given.histories.map((values) => values.map(Math.log)).filter((values) => values.length > 0);
  const years = places.reduce((sum, values) => sum + values.length - 1, 0);
  if (years === 0) return undefined;
  const variance = places.reduce((sum, values) => sum + squaresAround(values), 0) / years;
  const all =
    percentiles.length > 0 ? meanOf(percentiles.map(spreadSquared)) - variance : betweenMeans(places, variance);
  const noise = Math.sqrt(variance);
  return Object.freeze({
    noise,
    noiseRange: Object.freeze([
      noise / Math.sqrt(chiSquare(Z95, years)),
      noise / Math.sqrt(chiSquare(-Z95, years)),
    ] as const),
    between: Math.sqrt(Math.max(0, all)),
    lasting: 0,
    years,
    from,
  });
}

const Z95 = 1.6448536269514722;

/** The variance of logarithms whose p10 and p90 these are, read as a normal's. */
const spreadSquared = ([p10, p90]: readonly [number, number]): number => (Math.log(p90 / p10) / (2 * Z90)) ** 2;

/** The variance of the places' levels: that of their means, less what noise leaves in a mean. */
function betweenMeans(places: readonly (readonly number[])[], variance: number): number {
  if (places.length < 2) return 0;
  const noiseOfMeans = meanOf(places.map((values) => variance / values.length));
  return squaresAround(places.map(meanOf)) / (places.length - 1) - noiseOfMeans;
}

/** A χ² quantile over its degrees of freedom: the cube of Wilson and Hilferty, right to a few thousandths from 5 on. */
const chiSquare = (z: number, degrees: number): number =>
  (1 - 2 / (9 * degrees) + z * Math.sqrt(2 / (9 * degrees))) ** 3;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function squaresAround(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
