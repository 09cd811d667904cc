import { type CountedPoolMeasure, isStock } from "../model/measures.ts";
import type { Resolved } from "../plan/resolved.ts";
import { POOL_READERS } from "./pool-readers.ts";
import type { Projection } from "./projection.ts";
import type { Reading } from "./reading.ts";

/** Every measure of pools by (date or year, pool), worked out as it is asked for. */
export class Readings implements Reading {
  resolved: Resolved;
  projection: Projection;
  /** What was worked out, and for the projection at hand. */
  private readonly memory = new Map<CountedPoolMeasure, Float64Array>();
  private readonly known = new Map<CountedPoolMeasure, Float64Array>();

  constructor(resolved: Resolved, projection: Projection) {
    this.resolved = resolved;
    this.projection = projection;
  }

  /** Goes on to another projection of the same pools and years, and writes over what was worked out before. */
  next(resolved: Resolved, projection: Projection): void {
    this.resolved = resolved;
    this.projection = projection;
    this.known.clear();
  }

  /** A measure by (date or year, pool), row-major. */
  readonly of = (measure: CountedPoolMeasure): Float64Array => {
    const found = this.known.get(measure) ?? POOL_READERS[measure](this, () => this.memoryOf(measure));
    this.known.set(measure, found);
    return found;
  };

  private memoryOf(measure: CountedPoolMeasure): Float64Array {
    const { years, pools } = this.resolved;
    const memory =
      this.memory.get(measure) ?? new Float64Array((years.length + (isStock(measure) ? 1 : 0)) * pools.length);
    this.memory.set(measure, memory);
    return memory;
  }
}
