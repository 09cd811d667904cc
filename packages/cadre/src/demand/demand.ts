import { peopleAt } from "../population/people.ts";
import type { Demand, Population } from "../system/types.ts";

/** Posts needed and posts paid for, in FTE, at each reference date. */
export interface DemandPath {
  readonly demand: Float64Array;
  readonly funded: Float64Array;
}

/**
 * Demand of one pool at each reference date: posts at the base times each population driver (weights by age band),
 * times growth per head, divided by productivity. Funded posts follow their own growth when the system gives one;
 * otherwise the budget is taken to follow demand. Method: docs/method/demand.md.
 */
export function demandPath(
  posts: number,
  demand: Demand | undefined,
  population: Population | undefined,
  dates: readonly number[],
): DemandPath {
  const path = Float64Array.from(dates, (_, year) => {
    const growth = 1 + (demand?.growthPerHead?.value ?? 0);
    const productivity = 1 + (demand?.productivity?.value ?? 0);
    return posts * (growth / productivity) ** year;
  });
  for (const driver of demand?.drivers ?? []) {
    const index = populationIndex(driver.population.values, population, dates);
    for (let y = 0; y < path.length; y++) path[y] *= index[y];
  }
  const growth = demand?.funded?.growth.value;
  const funded =
    growth === undefined ? path.slice() : Float64Array.from(dates, (_, year) => posts * (1 + growth) ** year);
  return { demand: path, funded };
}

/** Weighted mean growth of age bands since the base date; the weights are scaled to add up to one. */
export function populationIndex(
  weights: Readonly<Record<string, number>>,
  population: Population | undefined,
  dates: readonly number[],
): Float64Array {
  const index = new Float64Array(dates.length);
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  for (const [band, weight] of Object.entries(weights)) {
    const people = population ? peopleAt(population, band, dates) : index;
    for (let y = 0; y < index.length; y++) index[y] += ((weight / total) * people[y]) / people[0];
  }
  return index;
}
