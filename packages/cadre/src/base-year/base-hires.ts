import type { Coefficients } from "../supply/coefficients.ts";
import { Removal } from "../supply/removal.ts";
import type { Size } from "../supply/size.ts";
import type { Stock } from "../supply/step.ts";
import type { System } from "../system/types.ts";
import { countsMove } from "./counts-move.ts";
import { sum } from "./sum.ts";

/** A hiring of one pool from another, for each recruit that it finds on the market. */
interface BaseHire {
  readonly from: number;
  readonly to: number;
  readonly perMarketRecruit: number;
  /** Whether the published rate of the pool left counts it. */
  readonly counted: boolean;
}

/** The recruits that pools draw from each other in the base year. */
export class BaseHires {
  /** People taken out in the step at hand; none when no pool hires from another. */
  readonly taken: Removal | undefined;
  private readonly hires: readonly BaseHire[];
  private readonly size: Size;
  /** Heads hired in the year so far, by hire. */
  private readonly hired: Float64Array;

  constructor(system: System, size: Size) {
    this.size = size;
    this.hires = hiresOf(system);
    this.taken = this.hires.length > 0 ? new Removal(size) : undefined;
    this.hired = new Float64Array(this.hires.length);
  }

  /** All recruits of a pool for each one from the market. */
  factor(pool: number): number {
    return this.hires.reduce(
      (factor, { to, perMarketRecruit }) => (to === pool ? factor + perMarketRecruit : factor),
      1,
    );
  }

  /** Heads hired away from a pool in the year that its published rate counts. */
  countedFrom(pool: number): number {
    return this.hires.reduce((all, { from, counted }, h) => (from === pool && counted ? all + this.hired[h]! : all), 0);
  }

  /** Begins a year in which nobody is hired yet. */
  begin(): void {
    this.hired.fill(0);
  }

  /**
   * Takes the recruits that pools draw from each other out of one and into the other, for one of so many steps, and their
   * share out of `notHired`, by pool. `recruits` are those from the market, a year, by pool.
   */
  take(
    recruits: readonly Float64Array[],
    stepsPerYear: number,
    steps: Coefficients,
    { heads, headsByPool, joinersByPool }: Stock,
    notHired: Float64Array,
  ): void {
    const { taken, size } = this;
    if (!taken) return;
    const cells = size.entries * size.tenures;
    taken.clear();
    this.hires.forEach(({ from, to, perMarketRecruit }, h) => {
      const people = new Float64Array(cells);
      const wish = (sum(recruits[to]!) * perMarketRecruit) / stepsPerYear;
      this.hired[h]! += taken.take(from, wish, heads, steps, undefined, people);
      for (let c = 0; c < cells; c++) joinersByPool[to]![Math.floor(c / size.tenures)]! += people[c]!;
    });
    // People are hired in proportion to those who would stay, so one share holds for all cells of a pool.
    headsByPool.forEach((here, p) => {
      const { stay, lived } = steps.byPool[p]!;
      let [gone, staying] = [0, 0];
      for (let c = 0; c < cells; c++) {
        gone += (taken.heads[p]![c]! * lived[c]!) / steps.delta;
        staying += here[c]! * stay[c]!;
      }
      if (gone > 0) notHired[p]! *= 1 - gone / staying;
    });
  }
}

function hiresOf(system: System): BaseHire[] {
  const ids = Object.keys(system.pools);
  const pools = Object.values(system.pools);
  return pools.flatMap((pool, to) => {
    const shares = Object.entries(pool.recruitment.from?.values ?? {});
    const own = 1 - shares.reduce((sum, [, share]) => sum + share, 0);
    return shares.map(([id, share]): BaseHire => {
      const from = ids.indexOf(id);
      return {
        from,
        to,
        perMarketRecruit: share / own,
        counted: countsMove(pools[from]!, pool),
      };
    });
  });
}
