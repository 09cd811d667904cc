import { type ByCause, byCause } from "../model/causes.ts";

/** Sums over the cells of each pool: of stocks by (date, pool), of flows by (year, pool). */
export interface Totals {
  readonly headcount: Float64Array;
  /** FTE, those of trainees at work included. */
  readonly supply: Float64Array;
  readonly personYears: Float64Array;
  /** Those who leave for good, by cause. */
  readonly leavers: ByCause<Float64Array>;
  readonly movesOut: Float64Array;
  readonly movesIn: Float64Array;
  readonly churn: Float64Array;
}

/** Everything that a projection adds up by pool. */
export interface Flows {
  /** Sums of stocks and of flows by cause, by (date or year, pool). */
  readonly totals: Totals;
  /** Heads of each model year by (year, pool). */
  readonly joiners: Float64Array;
  readonly market: Float64Array;
  readonly wanted: Float64Array;
  readonly hires: Float64Array;
  readonly hiredAway: Float64Array;
  /** Heads by which recruits that fill posts were still changing when the search for them ended. */
  readonly unsettled: Float64Array;
  readonly pipeline: Float64Array;
  readonly returners: Float64Array;
  readonly abroad: Float64Array;
  /** Left to train. */
  readonly training: Float64Array;
  /** Made redundant. */
  readonly redundancy: Float64Array;
  /** FTE that trainees work, and that they add to demand, at each reference date by (date, pool). */
  readonly works: Float64Array;
  readonly backfill: Float64Array;
}

/** Memory for the flows of a projection, which the next one of the same years and pools may write over. */
export class FlowMemory {
  readonly flows: Flows;
  private readonly arrays: Float64Array[] = [];
  private readonly years: number;
  private readonly pools: number;

  constructor(years: number, pools: number) {
    this.years = years;
    this.pools = pools;
    const flow = () => this.array(years * pools);
    const stock = () => this.array((years + 1) * pools);
    this.flows = {
      totals: {
        headcount: stock(),
        supply: stock(),
        personYears: flow(),
        leavers: byCause(flow),
        movesOut: flow(),
        movesIn: flow(),
        churn: flow(),
      },
      joiners: flow(),
      market: flow(),
      wanted: flow(),
      hires: flow(),
      hiredAway: flow(),
      unsettled: flow(),
      pipeline: flow(),
      returners: flow(),
      abroad: flow(),
      training: flow(),
      redundancy: flow(),
      works: stock(),
      backfill: stock(),
    };
  }

  holds(years: number, pools: number): boolean {
    return this.years === years && this.pools === pools;
  }

  clear(): void {
    for (const array of this.arrays) array.fill(0);
  }

  private array(length: number): Float64Array {
    const made = new Float64Array(length);
    this.arrays.push(made);
    return made;
  }
}
