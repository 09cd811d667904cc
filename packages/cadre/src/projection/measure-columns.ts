import { type CountedMeasure, countedOf, isRatio, isStock, MEASURES, type Measure } from "../model/measures.ts";
import type { Resolved } from "../plan/resolved.ts";
import { SYSTEM_READERS } from "./cost-readers.ts";
import type { Group } from "./groups.ts";
import { PIPELINE_READERS } from "./pipeline-readers.ts";
import { POOL_READERS } from "./pool-readers.ts";
import type { Projection } from "./projection.ts";
import { isRead } from "./reading.ts";
import { Readings } from "./readings.ts";

/** Everything that a projection says of pools and groups, worked out as it is asked for. */
export class MeasureColumns {
  private readonly readings: Readings;
  private lower = new Float64Array(0);

  constructor(resolved: Resolved, projection: Projection) {
    this.readings = new Readings(resolved, projection);
  }

  /** Goes on to another projection of the same pools and years. */
  next(resolved: Resolved, projection: Projection): void {
    this.readings.next(resolved, projection);
  }

  /** One measure of a pool or group: of stocks at each reference date, of flows in each model year. */
  of(group: Group, measure: Measure): Float64Array {
    const out = new Float64Array(this.lengthOf(measure));
    this.write(group, measure, out, 0);
    return out;
  }

  /** The same, written to `out` from the place `at`. */
  write(group: Group, measure: Measure, out: Float64Array, at: number): void {
    if (!isRatio(measure)) {
      this.count(group, measure, out, at);
      return;
    }
    const { upper, lower } = MEASURES[measure];
    const length = this.lengthOf(measure);
    if (this.lower.length < length) this.lower = new Float64Array(length);
    this.count(group, upper, out, at);
    this.count(group, lower, this.lower, 0);
    // What cannot be worked out is no number, in whatever is made of it.
    for (let row = 0; row < length; row++)
      out[at + row] = this.lower[row] === 0 ? Number.NaN : out[at + row]! / this.lower[row]!;
  }

  private lengthOf(measure: Measure): number {
    return this.readings.resolved.years.length + (isStock(measure) ? 1 : 0);
  }

  /** A counted measure, added up over the pools or pipelines of a group. */
  private count({ id, pools, courses }: Group, measure: CountedMeasure, out: Float64Array, at: number): void {
    const { resolved } = this.readings;
    const length = this.lengthOf(measure);
    const all = resolved.pools.length;
    out.fill(0, at, at + length);
    const of = countedOf(measure).find((what) => (what === "pools" ? pools : courses).length > 0);
    if (of === "pipelines" && isRead(PIPELINE_READERS, measure)) {
      const read = PIPELINE_READERS[measure](this.readings);
      for (const course of courses) for (let row = 0; row < length; row++) out[at + row]! += read(course, row);
    } else if (of === "pools" && isRead(POOL_READERS, measure)) {
      const values = this.readings.of(measure);
      for (const pool of pools) for (let row = 0, r = pool; row < length; row++, r += all) out[at + row]! += values[r]!;
      if (id === "all" && isRead(SYSTEM_READERS, measure)) {
        const values = SYSTEM_READERS[measure](resolved);
        for (let row = 0; row < length; row++) out[at + row]! += values[row]!;
      }
    }
  }
}
