import { populationIndex } from "../demand/demand.ts";
import type { Population } from "../population/types.ts";
import type { Quantity } from "../table/quantity.ts";

/** What recruits follow: people of an age band, and by how much. */
interface Follower {
  readonly follows?: { readonly population: string } | undefined;
  readonly elasticity: Quantity;
}

/** Weights of one band alone, kept so that their index is found again. */
const wholeBands = new WeakMap<object, Readonly<Record<string, number>>>();

/** How recruits grow with the people they follow, at each reference date; nothing when they follow nobody. */
export class GrowthWithPeople {
  private index: Float64Array | undefined;
  private elasticity = Number.NaN;
  private growth: Float64Array | undefined;

  /** The same memory is written to when the next one differs. */
  of(
    { follows, elasticity: { value: elasticity } }: Follower,
    population: Population | undefined,
    dates: readonly number[],
  ): Float64Array | undefined {
    if (!follows) return undefined;
    const weights = wholeBands.get(follows) ?? { [follows.population]: 1 };
    wholeBands.set(follows, weights);
    const index = populationIndex(weights, population, dates);
    if (index === this.index && elasticity === this.elasticity) return this.growth;
    this.growth ??= new Float64Array(dates.length);
    for (let y = 0; y < index.length; y++) this.growth[y] = index[y]! ** elasticity;
    [this.index, this.elasticity] = [index, elasticity];
    return this.growth;
  }
}
