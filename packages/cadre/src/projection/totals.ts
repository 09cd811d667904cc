import { CAUSE_NAMES } from "../model/causes.ts";
import type { ChanceTally } from "../supply/by-chance.ts";
import type { Coefficients } from "../supply/coefficients.ts";
import type { Engine } from "./engine.ts";
import type { Flows, Totals } from "./flows.ts";

/** Adds up the heads at a reference date; `fte` a head by (pool, sex, age), `works` what trainees work by (date, pool). */
export function addStocks(
  { totals: { headcount, supply }, works }: Flows,
  date: number,
  fte: Float64Array,
  { kernel, heads, headsByPool, sums, fullTime }: Engine,
): void {
  const pools = headsByPool.length;
  kernel.count(heads, fte, heads.length / fte.length, pools, sums, fullTime);
  for (let p = 0, r = date * pools; p < pools; p++, r++) {
    headcount[r] = sums[p]!;
    supply[r] = fullTime[p]! + works[r]!;
  }
}

/** Adds up the leavers of a model year by cause, from its hazards and the person-years lived. */
export function addLeavers(
  totals: Totals,
  year: number,
  { hazards, network }: Coefficients,
  { kernel, lived, livedByPool, sums }: Engine,
): void {
  const pools = livedByPool.length;
  const row = year * pools;
  kernel.total(lived, pools, sums);
  totals.personYears.set(sums, row);
  for (const cause of CAUSE_NAMES) {
    kernel.leave(lived, hazards[cause], pools, sums);
    totals.leavers[cause].set(sums, row);
  }
  for (const { from, to, hazard } of network.flows) {
    const moved = kernel.dot(livedByPool[from]!, hazard);
    if (from === to) totals.churn[row + from]! += moved;
    else {
      totals.movesOut[row + from]! += moved;
      totals.movesIn[row + to]! += moved;
    }
  }
}

/** Puts what chance made of the flows of a year instead of what they are on average. */
export function setByChance(flows: Flows, counted: ChanceTally, row: number): void {
  const { totals } = flows;
  for (const cause of CAUSE_NAMES) totals.leavers[cause].set(counted.leavers[cause], row);
  for (const name of ["movesOut", "movesIn", "churn"] as const) totals[name].set(counted[name], row);
  for (const name of ["joiners", "market", "hires", "hiredAway", "pipeline", "returners", "abroad"] as const)
    flows[name].set(counted[name], row);
}
