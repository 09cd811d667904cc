import type { Resolved } from "../plan/resolved.ts";
import { type CostTally, costTally, courseCosts, interventionCosts } from "./costs.ts";
import type { Group } from "./groups.ts";
import { type Measure, PIPELINE_MEASURES, STOCK_MEASURES } from "./measures.ts";
import type { Projection } from "./projection.ts";
import { isCounted, Tally } from "./tally.ts";

/** Whether a measure is counted at reference dates. */
export const isStock = (measure: string): boolean => STOCKS.has(measure);

const STOCKS: ReadonlySet<string> = new Set(STOCK_MEASURES);
const PIPELINE: ReadonlySet<string> = new Set(PIPELINE_MEASURES);

/** Everything that a projection says of pools and groups, worked out as it is asked for. */
export class MeasureColumns {
  private resolved: Resolved;
  private projection: Projection;
  private readonly tally: Tally;
  private readonly pools: number;
  private costs: CostTally | undefined;

  constructor(resolved: Resolved, projection: Projection) {
    this.resolved = resolved;
    this.projection = projection;
    this.tally = new Tally(resolved, projection);
    this.pools = resolved.pools.length;
  }

  /** Goes on to another projection of the same pools and years. */
  next(resolved: Resolved, projection: Projection): void {
    this.resolved = resolved;
    this.projection = projection;
    this.tally.next(resolved, projection);
    this.costs = undefined;
  }

  /** One measure of a pool or group: of stocks at each reference date, of flows in each model year. */
  of(group: Group, measure: Measure): Float64Array {
    const out = new Float64Array(this.resolved.years.length + (isStock(measure) ? 1 : 0));
    this.write(group, measure, out, 0);
    return out;
  }

  /** The same, written to `out` from the place `at`. */
  write(group: Group, measure: Measure, out: Float64Array, at: number): void {
    const length = this.resolved.years.length + (isStock(measure) ? 1 : 0);
    // Training is paid for where finishers go; trainees are counted with their course.
    const byCourse = group.courses.length > 0 && (group.pools.length === 0 || measure !== "cost.training");
    if (byCourse && (measure === "trainees" || PIPELINE.has(measure))) {
      out.set(ofCourses(this.resolved, this.projection, group, measure), at);
      return;
    }
    out.fill(0, at, at + length);
    const values = this.byPool(measure === "vacancyRate" ? "gap" : measure);
    if (values) this.add(group, values, out, at, length);
    if (measure === "vacancyRate") this.overDemand(group, out, at, length);
    // What interventions cost is paid for by the whole system.
    else if (group.id === "all" && measure.startsWith("cost.")) this.addInterventions(measure, out, at, length);
  }

  private byPool(measure: Measure): Float64Array | undefined {
    if (measure === "gap" || isCounted(measure)) return this.tally.of(measure);
    // What pipelines alone are counted by is nothing of a pool.
    if (measure === "cost.interventions" || (PIPELINE.has(measure) && measure !== "cost.training")) return undefined;
    this.costs ??= costTally(this.resolved, this.projection, this.tally);
    return this.costs[measure as keyof CostTally];
  }

  /** The values of a group's pools, added up. */
  private add({ pools }: Group, values: Float64Array, out: Float64Array, at: number, length: number): void {
    for (let n = 0; n < pools.length; n++)
      for (let row = 0, r = pools[n]!; row < length; row++, r += this.pools) out[at + row]! += values[r]!;
  }

  private overDemand({ pools }: Group, out: Float64Array, at: number, length: number): void {
    const demand = this.tally.of("demand");
    for (let row = 0; row < length; row++) {
      let need = 0;
      for (let n = 0; n < pools.length; n++) need += demand[row * this.pools + pools[n]!]!;
      out[at + row] = need === 0 ? 0 : out[at + row]! / need;
    }
  }

  private addInterventions(measure: Measure, out: Float64Array, at: number, length: number): void {
    if (measure !== "cost.total" && measure !== "cost.discounted" && measure !== "cost.interventions") return;
    const paid = interventionCosts(this.resolved);
    const discount = 1 + (this.resolved.system.costs.discountRate?.value ?? 0);
    for (let row = 0; row < length; row++)
      out[at + row]! += measure === "cost.discounted" ? paid[row]! / discount ** (row + 0.5) : paid[row]!;
  }
}

/** What is counted of a group's courses, in each model year, or at each reference date for trainees. */
function ofCourses(resolved: Resolved, projection: Projection, { courses }: Group, measure: Measure): Float64Array {
  const prices = measure === "cost.training" ? courseCosts(resolved, projection) : [];
  const one = (course: number, row: number): number => {
    if (measure === "trainees")
      return row === 0 ? projection.traineesAtBase[course]! : projection.courses[row - 1]![course]!.trainees;
    const { entrants, missing, dropouts, graduates, joined, years: lived } = projection.courses[row]![course]!;
    switch (measure) {
      case "entrants":
        return entrants;
      case "entrants.missing":
        return missing;
      case "dropouts":
        return dropouts;
      case "graduates":
        return graduates;
      case "graduates.joined":
        return joined;
      case "graduates.lost":
        return graduates - joined;
      case "trainingYears":
        return lived;
      default:
        return prices[course]![row]!;
    }
  };
  const length = resolved.years.length + (measure === "trainees" ? 1 : 0);
  return Float64Array.from({ length }, (_, row) => courses.reduce((sum, course) => sum + one(course, row), 0));
}
