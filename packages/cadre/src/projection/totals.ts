import type { Coefficients } from "../supply/coefficients.ts";
import type { Engine } from "./engine.ts";

/** Sums over the cells of each pool: of stocks by (date, pool), of flows by (year, pool). */
export interface Totals {
  readonly headcount: Float64Array;
  /** FTE, those of trainees at work included. */
  readonly supply: Float64Array;
  readonly personYears: Float64Array;
  readonly leaving: Float64Array;
  readonly retirement: Float64Array;
  readonly death: Float64Array;
  readonly movesOut: Float64Array;
  readonly movesIn: Float64Array;
  readonly churn: Float64Array;
}

/** Adds up the heads at a reference date; `fte` a head by (pool, sex, age), `works` what trainees work by (date, pool). */
export function addStocks(
  { headcount, supply }: Totals,
  date: number,
  fte: Float64Array,
  works: Float64Array,
  { kernel, heads, headsByPool, sums }: Engine,
): void {
  const pools = headsByPool.length;
  kernel.count(heads, fte, heads.length / fte.length, pools, sums);
  for (let p = 0, r = date * pools; p < pools; p++, r++) {
    headcount[r] = sums[2 * p]!;
    supply[r] = sums[2 * p + 1]! + works[r]!;
  }
}

/** Adds up the leavers of a model year by cause, from its hazards and the person-years lived. */
export function addFlows(
  totals: Totals,
  year: number,
  { leaving, retirement, death, network }: Coefficients,
  { kernel, lived, livedByPool, sums }: Engine,
): void {
  const pools = livedByPool.length;
  kernel.leave(lived, leaving, retirement, death, pools, sums);
  for (let p = 0, r = year * pools; p < pools; p++, r++) {
    totals.personYears[r] = sums[4 * p]!;
    totals.leaving[r] = sums[4 * p + 1]!;
    totals.retirement[r] = sums[4 * p + 2]!;
    totals.death[r] = sums[4 * p + 3]!;
  }
  for (const { from, to, hazard } of network.flows) {
    const moved = kernel.dot(livedByPool[from]!, hazard);
    if (from === to) totals.churn[year * pools + from]! += moved;
    else {
      totals.movesOut[year * pools + from]! += moved;
      totals.movesIn[year * pools + to]! += moved;
    }
  }
}
